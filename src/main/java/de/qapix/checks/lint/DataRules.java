package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import java.util.List;

/** Statements that throw away whole tables and more. */
final class DataRules {

  static List<RuleViolation> of(StatementContext context) {
    SqlTokens words = context.phrase();
    if (words.accept("drop", "table")) {
      return on(context, words, Rule.BAN_DROP_TABLE);
    }
    if (words.accept("drop", "database")) {
      return NameList.behind(words).stream()
          .map(name -> RuleViolation.of(Rule.BAN_DROP_DATABASE, name))
          .toList();
    }
    if (words.accept("truncate") && context.phrase().has("cascade")) {
      words.accept("table");
      return on(context, words, Rule.BAN_TRUNCATE_CASCADE);
    }
    return List.of();
  }

  private static List<RuleViolation> on(StatementContext context, SqlTokens words, Rule rule) {
    return NameList.behind(words).stream()
        .flatMap(
            name -> context.find(name).map(table -> RuleViolation.on(table, rule, name)).stream())
        .toList();
  }

  private DataRules() {}
}
