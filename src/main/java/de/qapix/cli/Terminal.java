package de.qapix.cli;

import java.io.PrintWriter;

/**
 * Where progress and notices go: standard error.
 *
 * @param live whether it is a terminal, on which a line can be drawn again
 * @param columns its width in characters
 * @param quiet whether the user wants none of it
 */
record Terminal(PrintWriter err, boolean live, int columns, boolean quiet) {

  /** One line, unless the user wants none. */
  void say(String line) {
    if (!quiet) {
      err.println(line);
      err.flush();
    }
  }
}
