package de.qapix.checks.lint;

import de.qapix.sql.SqlStatement;

/** The beginning of a statement, by which people know it. */
final class StatementHeading {

  private static final int LENGTH = 50;

  static String of(SqlStatement statement) {
    String line = statement.text().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LENGTH)) + "...";
  }

  private StatementHeading() {}
}
