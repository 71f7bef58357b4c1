package de.qapix.checks.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How columns and names should look; new tables are meant too, as it is cheap there. */
final class StyleRules {

  private static final int LONGEST_NAME = 63;

  static List<RuleViolation> of(StatementContext context) {
    Stream<RuleViolation> names =
        context.statement().tokens().stream()
            .filter(Token::isName)
            .filter(token -> bytes(token) > LONGEST_NAME)
            .map(token -> RuleViolation.of(Rule.IDENTIFIER_TOO_LONG, token.text()))
            .distinct();
    return Stream.concat(names, columns(context.phrase())).toList();
  }

  private static int bytes(Token token) {
    return String.join("", SqlTokens.names(token.text())).getBytes(UTF_8).length;
  }

  private static Stream<RuleViolation> columns(SqlTokens statement) {
    SqlTokens words = statement.fromStart();
    Optional<String> altered = TableStatement.altered(words);
    if (altered.isPresent()) {
      return words.rest().split().stream()
          .flatMap(clause -> ColumnDefinition.added(clause).stream())
          .flatMap(column -> judge(altered.get(), column, column.isPrimaryKey()).stream());
    }
    return TableStatement.created(words).stream().flatMap(table -> elements(table, words.rest()));
  }

  private static Stream<RuleViolation> elements(String table, SqlTokens body) {
    List<SqlTokens> elements = body.elements();
    List<List<String>> keys =
        elements.stream()
            .filter(element -> ColumnDefinition.of(element).isEmpty())
            .filter(element -> element.has("primary", "key"))
            .flatMap(element -> element.elements().stream())
            .map(SqlTokens::fromStart)
            .flatMap(words -> words.takeName().stream())
            .map(SqlTokens::names)
            .toList();
    return elements.stream()
        .flatMap(element -> ColumnDefinition.of(element).stream())
        .flatMap(
            column ->
                judge(
                    table,
                    column,
                    column.isPrimaryKey() || keys.contains(SqlTokens.names(column.name())))
                    .stream());
  }

  private static List<RuleViolation> judge(String table, ColumnDefinition column, boolean key) {
    List<Rule> rules = new ArrayList<>();
    if (column.isChar()) {
      rules.add(Rule.BAN_CHAR_FIELD);
    }
    if (key && column.isSmallInteger()) {
      rules.add(Rule.PREFER_BIGINT_OVER_INT);
    }
    if (column.isTimestampWithoutZone()) {
      rules.add(Rule.PREFER_TIMESTAMP_TZ);
    }
    if (column.isSerial()) {
      rules.add(Rule.PREFER_IDENTITY);
    }
    if (column.isLimitedText()) {
      rules.add(Rule.PREFER_TEXT_FIELD);
    }
    return rules.stream().map(rule -> RuleViolation.of(rule, table + "." + column.name())).toList();
  }

  private StyleRules() {}
}
