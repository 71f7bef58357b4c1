package de.qapix.cli.output;

import java.util.function.IntSupplier;

/**
 * What standard error can show.
 *
 * @param live whether it is a terminal, on which a line can be drawn again
 * @param unicode whether it shows more than ASCII
 * @param columns its width in characters at this moment
 */
public record Screen(boolean live, boolean unicode, IntSupplier columns) {

  /** The same, on which nothing is drawn again unless wanted. */
  public Screen liveIf(boolean wanted) {
    return new Screen(live && wanted, unicode, columns);
  }
}
