package de.qapix.cli;

/** A command whose result can be printed for programs. */
public interface Formatted {

  Format format();
}
