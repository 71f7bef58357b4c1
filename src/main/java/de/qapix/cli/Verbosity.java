package de.qapix.cli;

/** How much goes to standard error; each level holds those before it. */
public enum Verbosity {
  /** Errors only. */
  QUIET,
  /** Progress and what the user should know. */
  NOTICES,
  /** Requests for lists, and those that did not succeed. */
  LISTS,
  /** All requests. */
  REQUESTS;

  /**
   * What the options say.
   *
   * @param verbose how often {@code -v} was given
   */
  static Verbosity of(boolean quiet, int verbose) {
    if (verbose > 1) {
      return REQUESTS;
    }
    if (verbose == 1) {
      return LISTS;
    }
    return quiet ? QUIET : NOTICES;
  }
}
