package de.qapix.store;

import java.util.Locale;

/** How a run stands. */
public enum Outcome {
  RUNNING,
  FINISHED,
  /** Its time was up. */
  PARTIAL,
  /** A signal ended it. */
  INTERRUPTED,
  FAILED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
