/** The commands: options in, one call, words and an exit code out. */
package de.qapix.cli;
