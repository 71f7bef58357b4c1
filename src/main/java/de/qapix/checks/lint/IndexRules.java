package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Indexes of tables that people use are made, dropped and made anew while they do. */
final class IndexRules {

  private static final Set<String> MANY = Set.of("schema", "database", "system");

  static List<RuleViolation> of(StatementContext context) {
    if (context.isConcurrent()) {
      return List.of();
    }
    if (context.statement().action() instanceof Action.Reindex reindex) {
      return reindex(context, reindex);
    }
    SqlTokens words = context.phrase();
    if (words.accept("drop", "index")) {
      return NameList.behind(words).stream()
          .flatMap(index -> on(context, index, Rule.REQUIRE_CONCURRENT_INDEX_DELETION))
          .map(IndexRules::ofPartitioned)
          .toList();
    }
    if (context.measured().ran() && !context.scans()) {
      return List.of();
    }
    return target(words).stream()
        .flatMap(table -> on(context, table, Rule.REQUIRE_CONCURRENT_INDEX_CREATION))
        .map(IndexRules::ofPartitioned)
        .toList();
  }

  /** The table that CREATE INDEX is about. */
  static Optional<String> target(SqlTokens words) {
    if (!words.accept("create", "index") && !words.accept("create", "unique", "index")) {
      return Optional.empty();
    }
    words.accept("concurrently");
    words.accept("if", "not", "exists");
    if (!words.accept("on")) {
      words.takeName();
      words.accept("on");
    }
    words.accept("only");
    return words.takeName();
  }

  private static List<RuleViolation> reindex(StatementContext context, Action.Reindex reindex) {
    Rule rule = Rule.REQUIRE_CONCURRENT_REINDEX;
    if (MANY.contains(reindex.scope())) {
      String subject = reindex.name().isEmpty() ? reindex.scope() : reindex.name();
      RuleViolation violation = RuleViolation.of(rule, subject);
      return List.of(reindex.scope().equals("system") ? violation.inCase("system") : violation);
    }
    return on(context, reindex.name(), rule).toList();
  }

  private static RuleViolation ofPartitioned(RuleViolation violation) {
    return violation
        .table()
        .filter(table -> table.kind() == MeasuredRelation.Kind.PARTITIONED)
        .map(table -> violation.inCase("partitioned"))
        .orElse(violation);
  }

  private static Stream<RuleViolation> on(StatementContext context, String name, Rule rule) {
    return context.find(name).map(table -> RuleViolation.on(table, rule, name)).stream();
  }

  private IndexRules() {}
}
