package de.qapix.cli;

import java.io.PrintWriter;

/**
 * Where progress and notices go: standard error.
 *
 * @param live whether it is a terminal, on which a line can be drawn again
 * @param columns its width in characters
 * @param quiet whether the user wants none of it
 */
public record Terminal(PrintWriter err, boolean live, int columns, boolean quiet) {

  /** The same, silent when the user wants it so. */
  Terminal quiet(boolean wanted) {
    return new Terminal(err, live, columns, quiet || wanted);
  }

  /** One line, unless the user wants none. */
  void say(String line) {
    if (!quiet) {
      err.println(line);
      err.flush();
    }
  }
}
