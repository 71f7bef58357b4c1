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
    return Stream.of(names, columns(context.phrase()), types(context), schemas(context.phrase()))
        .flatMap(each -> each)
        .toList();
  }

  private static int bytes(Token token) {
    return String.join("", SqlTokens.names(token.text())).getBytes(UTF_8).length;
  }

  private static Stream<RuleViolation> columns(SqlTokens statement) {
    SqlTokens words = statement.fromStart();
    Optional<String> altered = TableStatement.altered(words);
    if (altered.isPresent()) {
      return words.rest().split().stream()
          .flatMap(
              clause ->
                  ColumnDefinition.added(clause)
                      .or(() -> ColumnDefinition.retyped(clause))
                      .stream())
          .flatMap(column -> judge(altered.get(), column).stream());
    }
    return TableStatement.created(words).stream()
        .flatMap(
            table ->
                words.rest().elements().stream()
                    .flatMap(element -> ColumnDefinition.of(element).stream())
                    .flatMap(column -> judge(table, column).stream()));
  }

  private static List<RuleViolation> judge(String table, ColumnDefinition column) {
    List<Rule> rules = new ArrayList<>();
    if (column.isChar()) {
      rules.add(Rule.BAN_CHAR_FIELD);
    }
    if (column.isInteger()) {
      rules.add(Rule.PREFER_BIGINT_OVER_INT);
    }
    if (column.isSmallInteger()) {
      rules.add(Rule.PREFER_BIGINT_OVER_SMALLINT);
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
    if (column.isJson()) {
      rules.add(Rule.PREFER_JSONB);
    }
    return rules.stream().map(rule -> RuleViolation.of(rule, table + "." + column.name())).toList();
  }

  private static Stream<RuleViolation> types(StatementContext context) {
    SqlTokens words = context.phrase();
    if (words.accept("create", "domain")) {
      return words
          .takeName()
          .filter(name -> words.rest().has("check") || words.rest().has("not", "null"))
          .map(name -> RuleViolation.of(Rule.BAN_CREATE_DOMAIN_WITH_CONSTRAINT, name))
          .stream();
    }
    if (words.accept("alter", "domain")) {
      return words
          .takeName()
          .filter(name -> words.accept("add") && !words.rest().has("not", "valid"))
          .map(name -> RuleViolation.of(Rule.BAN_ALTER_DOMAIN_WITH_ADD_CONSTRAINT, name))
          .stream();
    }
    if (words.accept("alter", "type")) {
      return words
          .takeName()
          .filter(name -> words.accept("add", "value"))
          .filter(name -> !words.rest().has("before") && !words.rest().has("after"))
          .map(name -> RuleViolation.of(Rule.REQUIRE_ENUM_VALUE_ORDERING, name))
          .stream();
    }
    return Stream.empty();
  }

  /** Names without a schema, but for tables that only this session sees. */
  private static Stream<RuleViolation> schemas(SqlTokens statement) {
    SqlTokens words = statement.fromStart();
    List<String> names =
        words.accept("drop", "table")
            ? NameList.behind(words)
            : TableStatement.altered(words)
                .or(() -> TableStatement.created(words).filter(name -> !isTemporary(statement)))
                .or(() -> IndexRules.target(words))
                .stream()
                .toList();
    return names.stream()
        .filter(name -> SqlTokens.names(name).size() == 1)
        .map(name -> RuleViolation.of(Rule.REQUIRE_TABLE_SCHEMA, name));
  }

  private static boolean isTemporary(SqlTokens statement) {
    return statement.is(1, "temp", "temporary", "global", "local");
  }

  private StyleRules() {}
}
