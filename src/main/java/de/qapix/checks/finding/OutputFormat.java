package de.qapix.checks.finding;

import java.util.Arrays;
import java.util.Optional;

/** The formats by the words that the user types. */
public enum OutputFormat {
  /** For people; may change. */
  TEXT("text"),
  /** For programs; only grows. */
  JSON("json"),
  /** For code scanning. */
  SARIF("sarif"),
  /** For whatever shows the results of tests. */
  JUNIT("junit"),
  /** For the log of a GitHub Action, which makes annotations of it. */
  GITHUB("github"),
  /** For a comment on a pull request. */
  MARKDOWN("markdown");

  private final String word;

  OutputFormat(String word) {
    this.word = word;
  }

  public static Optional<OutputFormat> find(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** What writes it; {@code coloured} text has the colours of a terminal, the others never do. */
  public ReportWriter report(boolean coloured) {
    return switch (this) {
      case TEXT -> new TextFormat(coloured);
      case JSON -> new JsonFormat();
      case SARIF -> new SarifFormat();
      case JUNIT -> new JunitFormat();
      case GITHUB -> new GithubFormat();
      case MARKDOWN -> new MarkdownFormat();
    };
  }

  /** The word that the user types. */
  @Override
  public String toString() {
    return word;
  }
}
