package de.qapix.checks.query;

import de.qapix.sql.Token;
import java.util.Locale;
import java.util.Set;

/** What keywords say about what comes next. */
final class StatementWords {

  private static final Set<String> BEFORE_OPERANDS =
      Set.of(
          "select",
          "where",
          "and",
          "or",
          "not",
          "on",
          "having",
          "in",
          "like",
          "ilike",
          "between",
          "limit",
          "offset",
          "values",
          "set",
          "then",
          "else",
          "when",
          "case",
          "by",
          "any",
          "all",
          "returning",
          "distinct",
          "fetch",
          "first",
          "next",
          "from",
          "is",
          "to",
          "escape",
          "some",
          "array",
          "over",
          "using",
          "with",
          "interval",
          "default",
          "call",
          "zone",
          "similar",
          "join",
          "into",
          "update",
          "union",
          "except",
          "intersect",
          "filter",
          "within",
          "row");

  private StatementWords() {}

  /** Whether a value, column or table comes behind a word, and no operator. */
  static boolean expectOperand(Token word) {
    return word.kind() == Token.Kind.WORD
        && BEFORE_OPERANDS.contains(word.text().toLowerCase(Locale.ROOT));
  }
}
