package de.qapix.cli;

/** An option, value or setting that cannot be meant. */
public final class WrongUseException extends StatedException {

  private static final long serialVersionUID = 1L;

  public WrongUseException(String key, Object... arguments) {
    super(key, arguments);
  }

  /**
   * Refuses a number that an option cannot mean.
   *
   * @param most {@link Integer#MAX_VALUE} where there is no bound
   */
  public static void unlessWithin(String option, int value, int least, int most) {
    if (value < least && most == Integer.MAX_VALUE) {
      throw new WrongUseException("use.least", option, value, least);
    }
    if (value < least || value > most) {
      throw new WrongUseException("use.range", option, value, least, most);
    }
  }
}
