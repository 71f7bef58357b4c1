package de.qapix.checks.query;

import java.util.Optional;

/**
 * Something in a query that will not work, or not as it is meant.
 *
 * @param spot where the wrong name or word itself is written
 * @param fix where that is written which the suggestion would replace
 * @param written what stands there, with its qualifier
 * @param message the server's words
 * @param hint the server's advice
 */
record Mistake(
    Kind kind,
    MappedText.Spot spot,
    Optional<MappedText.Spot> fix,
    String written,
    String message,
    Optional<String> hint,
    Optional<Suggestion> suggestion) {

  /** What can be wrong, under the name that the rule has. */
  enum Kind {
    UNKNOWN_COLUMN("unknown-column"),
    UNKNOWN_TABLE("unknown-table"),
    MISSING_FROM("missing-from"),
    UNKNOWN_FUNCTION("unknown-function"),
    UNKNOWN_TYPE("unknown-type"),
    AMBIGUOUS_COLUMN("ambiguous-column"),
    WRONG_TYPE("wrong-type"),
    SYNTAX("syntax"),
    PLACEHOLDER("placeholder"),
    QUOTED_VALUE("quoted-value"),
    FOLDED_ALIAS("folded-alias"),
    REFUSED("refused");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
