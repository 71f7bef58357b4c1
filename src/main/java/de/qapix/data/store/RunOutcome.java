package de.qapix.data.store;

import java.util.Locale;

/** How a run stands. */
public enum RunOutcome {
  RUNNING,
  FINISHED,
  /** Its time was up. */
  PARTIAL,
  /** A signal ended it. */
  INTERRUPTED,
  FAILED,
  /** Its process or machine ended without a word; found out later. */
  DIED;

  /** As it stands in the database. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunOutcome of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
