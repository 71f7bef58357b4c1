package de.qapix.cli;

/** How a result is written. */
public enum Format {
  /** For people; may change. */
  TEXT("text"),
  /** For programs; only grows. */
  JSON("json");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The word that the user types. */
  @Override
  public String toString() {
    return word;
  }
}
