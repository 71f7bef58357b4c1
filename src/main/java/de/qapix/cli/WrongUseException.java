package de.qapix.cli;

/** An option, value or setting that cannot be meant. */
final class WrongUseException extends StatedException {

  private static final long serialVersionUID = 1L;

  WrongUseException(String key, Object... arguments) {
    super(key, arguments);
  }

  /**
   * Refuses a number that an option cannot mean.
   *
   * @param most {@link Integer#MAX_VALUE} where there is no bound
   */
  static void unlessWithin(String option, int value, int least, int most) {
    if (value < least && most == Integer.MAX_VALUE) {
      throw new WrongUseException("use.least", option, value, least);
    }
    if (value < least || value > most) {
      throw new WrongUseException("use.range", option, value, least, most);
    }
  }
}
