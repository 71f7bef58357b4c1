package de.qapix.cli;

/** What a user has said about changes to a database that holds tables of others alone. */
public enum Consent {
  /** Nothing is changed. */
  NOT_NEEDED,
  /** To be asked for, where somebody can answer. */
  ASKED_FOR,
  /** Given beforehand. */
  GIVEN;

  public static Consent of(boolean given) {
    return given ? GIVEN : ASKED_FOR;
  }
}
