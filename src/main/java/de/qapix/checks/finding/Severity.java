package de.qapix.checks.finding;

/** How bad a finding is, the worst first. */
public enum Severity {
  /** Something is wrong: the check fails. */
  ERROR("error"),
  /** Something is likely to go wrong. */
  WARNING("warning"),
  /** Something to know. */
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word for programs, the same in every language. */
  public String word() {
    return word;
  }
}
