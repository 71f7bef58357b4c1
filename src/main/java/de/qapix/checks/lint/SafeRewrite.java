package de.qapix.checks.lint;

import de.qapix.checks.lint.MeasuredObject.Kind;
import de.qapix.sql.Action;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that do the same as one that makes others wait, but let them work meanwhile.
 *
 * @param steps in their order
 */
record SafeRewrite(List<RewriteStep> steps) {

  private static final SafeRewrite NONE = new SafeRewrite(List.of());

  SafeRewrite {
    steps = List.copyOf(steps);
  }

  /** Empty where there is no such way, or none that is known. */
  static SafeRewrite of(StatementContext context) {
    SqlTokens words = context.phrase();
    StatementText text = new StatementText(context.statement());
    if (context.isConcurrent()) {
      return NONE;
    }
    if (words.is(0, "create") && IndexRules.target(words.fromStart()).isPresent()) {
      return index(context, text);
    }
    if (words.accept("drop", "index")) {
      return dropIndex(context, words);
    }
    if (context.statement().action() instanceof Action.Reindex reindex) {
      return reindex.scope().equals("system")
          ? NONE
          : of(RewriteStep.alone(text.with(" concurrently", text.find(reindex.scope()))));
    }
    if (words.accept("refresh", "materialized", "view")) {
      return words
          .takeName()
          .flatMap(context::find)
          .filter(view -> hasUniqueIndex(context, view))
          .map(
              view ->
                  of(RewriteStep.together(List.of(text.with(" concurrently", text.find("view"))))))
          .orElse(NONE);
    }
    Optional<String> table = TableStatement.altered(words);
    return table
        .flatMap(context::find)
        .map(
            found ->
                new SafeRewrite(
                    new AlterRewrite(context, table.get(), found).of(words.rest(), text)))
        .orElse(NONE);
  }

  private static SafeRewrite of(RewriteStep... steps) {
    return new SafeRewrite(List.of(steps));
  }

  private static boolean hasUniqueIndex(StatementContext context, MeasuredRelation view) {
    return context.measured().before().objects().all().stream()
        .filter(object -> object.is(Kind.INDEX) && object.home() == view.oid())
        .anyMatch(
            object -> object.required() && !object.keys().isEmpty() && !object.keys().contains(0));
  }

  private static SafeRewrite index(StatementContext context, StatementText text) {
    Optional<MeasuredRelation> table = IndexRules.target(context.phrase()).flatMap(context::find);
    if (table.isEmpty()) {
      return NONE;
    }
    return table.get().kind() == MeasuredRelation.Kind.PARTITIONED
        ? new SafeRewrite(new PartitionedIndexRewrite(context, text, table.get()).steps())
        : of(RewriteStep.alone(text.with(" concurrently", text.find("index"))));
  }

  private static SafeRewrite dropIndex(StatementContext context, SqlTokens words) {
    String guard = words.rest().has("if", "exists") ? "if exists " : "";
    List<String> names = NameList.behind(words);
    boolean partitioned =
        names.stream()
            .flatMap(name -> context.find(name).stream())
            .anyMatch(table -> table.kind() == MeasuredRelation.Kind.PARTITIONED);
    return partitioned || context.phrase().has("cascade")
        ? NONE
        : new SafeRewrite(
            names.stream()
                .map(name -> RewriteStep.alone("drop index concurrently " + guard + name))
                .toList());
  }

  /** For people: each step as a migration. */
  String text() {
    List<String> lines = new ArrayList<>();
    for (RewriteStep step : steps) {
      if (!lines.isEmpty()) {
        lines.add("--");
      }
      step.statements().forEach(statement -> lines.add(statement + ";"));
    }
    return String.join("\n", lines);
  }
}
