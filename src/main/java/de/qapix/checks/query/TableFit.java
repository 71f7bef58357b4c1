package de.qapix.checks.query;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Whether the tables that a statement names are those of the database. */
enum TableFit {
  /** It names none. */
  NO_TABLE,
  /** All are the server's own, which every database has: that tells nothing about others. */
  SYSTEM,
  /** One of them is or was there. */
  KNOWN,
  /** One is there that is called almost so. */
  ALIKE,
  /** None of them is, nor are their schemas. */
  ELSEWHERE,
  /** None of them is. */
  UNKNOWN;

  /**
   * Of a statement.
   *
   * @param errors what is wrong in it
   */
  static TableFit of(Statement statement, List<QueryError> errors, Schema schema) {
    boolean alike =
        errors.stream()
            .anyMatch(
                error ->
                    error.kind() == QueryError.Kind.UNKNOWN_TABLE
                        && error
                            .suggestion()
                            .filter(
                                meant -> isAlike(SqlTokens.names(error.written()), meant, schema))
                            .isPresent());
    List<Range> named = tables(statement);
    List<Range> tables = named.stream().filter(table -> !isSystem(table, schema)).toList();
    if (tables.stream().anyMatch(table -> isOrWas(table, schema))) {
      return KNOWN;
    }
    if (alike) {
      return ALIKE;
    }
    if (tables.isEmpty()) {
      return named.isEmpty() ? NO_TABLE : SYSTEM;
    }
    return tables.stream().anyMatch(table -> isInSchema(table.name(), schema))
        ? UNKNOWN
        : ELSEWHERE;
  }

  /** Whether the schema is there, or the table in one that is called almost so. */
  private static boolean isAlike(List<String> written, Suggestion meant, Schema schema) {
    return isInSchema(written, schema) || meant.isNamed(written.get(written.size() - 1));
  }

  private static boolean isSystem(Range table, Schema schema) {
    return schema.relations().find(table.name()).filter(QueryRelation::system).isPresent();
  }

  private static boolean isOrWas(Range table, Schema schema) {
    return schema.relations().find(table.name()).isPresent() || schema.former().have(table.name());
  }

  private static boolean isInSchema(List<String> table, Schema schema) {
    int size = table.size();
    return size < 2
        || schema
            .relations()
            .own()
            .anyMatch(own -> own.schema().plain().equals(table.get(size - 2)));
  }

  /** Both together. */
  TableFit and(TableFit other) {
    if (this == KNOWN || other == KNOWN) {
      return KNOWN;
    }
    if (this == ALIKE || other == ALIKE) {
      return ALIKE;
    }
    return compareTo(other) > 0 ? this : other;
  }

  /** Whether it names tables, and none that is there or called almost so. */
  boolean isStrange() {
    return this == UNKNOWN || this == ELSEWHERE;
  }

  /** What is written there and no common table expression. */
  private static List<Range> tables(Statement statement) {
    List<Range> tables = new ArrayList<>();
    statement.root().all().forEach(scope -> tables.addAll(tables(statement, scope)));
    return tables;
  }

  /** Its schema may be what stands in for a hole. */
  private static boolean isWritten(Range table, Statement statement) {
    int last = table.place() + 2 * Math.max(table.name().size() - 1, 0);
    return statement.spot(last, last + 1).isPresent();
  }

  /** A reserved word without quotes is no name, and a mistake in any database. */
  private static boolean isKeyword(Range table, Statement statement) {
    Token first = statement.tokens().at(table.place());
    return first.kind() == Token.Kind.WORD && Keywords.isReserved(first.name());
  }

  private static List<Range> tables(Statement statement, QueryScope scope) {
    return scope.ranges().stream()
        .filter(range -> range.place() >= 0)
        .filter(range -> isWritten(range, statement))
        .filter(range -> !isKeyword(range, statement))
        .filter(
            range -> range.name().size() > 1 || scope.commonTable(range.name().get(0)).isEmpty())
        .toList();
  }
}
