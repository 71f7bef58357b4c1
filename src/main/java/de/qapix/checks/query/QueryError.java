package de.qapix.checks.query;

import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Hole;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something in a query that will not work, or not as it is meant.
 *
 * @param spot where the wrong name or word itself is written
 * @param written what stands there, with its qualifier
 */
record QueryError(
    Kind kind, MappedText.Spot spot, String written, Words words, Correction correction) {

  /**
   * What is said about it.
   *
   * @param message the server's words; empty where it was not asked
   * @param hint its advice
   * @param own which words of ours say it instead, as the end of their key; empty for the usual
   *     ones
   */
  record Words(String message, Optional<String> hint, String own) {}

  /**
   * What should stand there.
   *
   * @param fix where that is written which the suggestion would replace
   * @param scope the query whose tables it is about, by the number of its first token; -1 where it
   *     may be an alias
   * @param output the column of the result that has its name from what is replaced
   * @param also where the same has to be written besides
   */
  record Correction(
      Optional<MappedText.Spot> fix,
      Optional<Suggestion> suggestion,
      int scope,
      Optional<NamedOutput> output,
      Set<MappedText.Spot> also) {

    static final Correction NONE =
        new Correction(Optional.empty(), Optional.empty(), -1, Optional.empty(), Set.of());

    Correction {
      also = Set.copyOf(also);
    }
  }

  static QueryError of(Kind kind, MappedText.Spot spot, String written) {
    return new QueryError(
        kind, spot, written, new Words("", Optional.empty(), ""), Correction.NONE);
  }

  /** A value of the program between quotes, where a parameter is none. */
  static QueryError quotedValue(Hole hole) {
    return of(Kind.QUOTED_VALUE, MappedText.Spot.of(hole), hole.code());
  }

  /** With the words of the server. */
  QueryError told(String message, Optional<String> hint) {
    return new QueryError(kind, spot, written, new Words(message, hint, ""), correction);
  }

  /** With words of ours, as the server was not asked. */
  QueryError unasked(String own) {
    return new QueryError(kind, spot, written, new Words("", Optional.empty(), own), correction);
  }

  QueryError corrected(Optional<MappedText.Spot> fix, Optional<Suggestion> suggestion) {
    return corrected(new Correction(fix, suggestion, -1, Optional.empty(), Set.of()));
  }

  /** The same in that query, where a column of the result may have its name from what is wrong. */
  QueryError in(int scope, Optional<NamedOutput> output) {
    return corrected(new Correction(fix(), suggestion(), scope, output, correction.also()));
  }

  /**
   * The same mistake as in another text of the query, in which it may have to be put right in other
   * places: it is where it can be everywhere.
   */
  QueryError and(QueryError other) {
    if (fix().isEmpty() || other.fix().isEmpty()) {
      return corrected(Optional.empty(), suggestion());
    }
    Set<MappedText.Spot> both = new HashSet<>(correction.also());
    both.addAll(other.correction.also());
    return corrected(
        new Correction(fix(), suggestion(), correction.scope(), correction.output(), both));
  }

  QueryError corrected(Correction other) {
    return new QueryError(kind, spot, written, words, other);
  }

  Optional<MappedText.Spot> fix() {
    return correction.fix();
  }

  Optional<Suggestion> suggestion() {
    return correction.suggestion();
  }

  /** What can be wrong, under the name that the rule has. */
  enum Kind {
    UNKNOWN_COLUMN("unknown-column"),
    UNKNOWN_TABLE("unknown-table"),
    MISSING_FROM("missing-from"),
    UNKNOWN_FUNCTION("unknown-function"),
    UNKNOWN_TYPE("unknown-type"),
    AMBIGUOUS_COLUMN("ambiguous-column"),
    WRONG_TYPE("wrong-type"),
    UNTYPED_PARAMETER("untyped-parameter"),
    MISSING_VALUE("missing-value"),
    CONFLICT_TARGET("conflict-target"),
    SYNTAX("syntax"),
    PLACEHOLDER("placeholder"),
    QUOTED_VALUE("quoted-value"),
    BOUND_VALUE("bound-value"),
    VALUE_COUNT("value-count"),
    FOLDED_ALIAS("folded-alias"),
    UNKNOWN_PROPERTY("unknown-property"),
    NULLABLE_PROPERTY("nullable-property"),
    REFUSED("refused");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Whether it is about what the program expects of the rows, and not about the SQL. */
    boolean isAboutRows() {
      return this == UNKNOWN_PROPERTY || this == NULLABLE_PROPERTY;
    }
  }
}
