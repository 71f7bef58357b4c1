package de.qapix.cli;

/** A command whose result can be printed for programs. */
interface Formatted {

  Format format();
}
