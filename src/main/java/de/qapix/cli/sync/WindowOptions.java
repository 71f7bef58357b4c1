package de.qapix.cli.sync;

import de.qapix.cli.WrongUseException;
import de.qapix.data.sync.Window;
import picocli.CommandLine.Option;

/** Which events a command is about: those that start around now. */
final class WindowOptions {

  static final int DAYS_BACK = 90;
  static final int DAYS_FORWARD = 30;
  private static final int LONGEST = 3_660;

  @Option(names = "--days-back", paramLabel = "<days>", defaultValue = "" + DAYS_BACK)
  private int daysBack;

  @Option(names = "--days-forward", paramLabel = "<days>", defaultValue = "" + DAYS_FORWARD)
  private int daysForward;

  Window window() {
    return new Window(daysBack, daysForward);
  }

  void check() {
    WrongUseException.unlessWithin("--days-back", daysBack, 0, LONGEST);
    WrongUseException.unlessWithin("--days-forward", daysForward, 0, LONGEST);
  }

  /**
   * Asserts that there is anything in it.
   *
   * @param words key of what to say else
   */
  void checkHoldsAnything(String words) {
    if (daysBack + daysForward == 0) {
      throw new WrongUseException(words);
    }
  }
}
