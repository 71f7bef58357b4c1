package de.qapix.checks.lint;

import de.qapix.checks.lint.MeasuredObject.Kind;
import de.qapix.sql.Action;
import de.qapix.sql.Keywords;
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
          .map(view -> of(RewriteStep.together(text.with(" concurrently", text.find("view")))))
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
        ? partitionedIndex(context, text, table.get())
        : of(RewriteStep.alone(text.with(" concurrently", text.find("index"))));
  }

  /** An index of nothing, which becomes one of all when each partition has its own. */
  private static SafeRewrite partitionedIndex(
      StatementContext context, StatementText text, MeasuredRelation table) {
    MeasuredObjects before = context.measured().before().objects();
    List<MeasuredObject> partitions = before.partitions(table.oid());
    Optional<MeasuredObject> made =
        context.measured().after().all().stream()
            .filter(object -> object.is(Kind.INDEX) && object.home() == table.oid())
            .filter(object -> before.find(object.address()).isEmpty())
            .findFirst();
    boolean nested =
        partitions.stream().anyMatch(each -> !before.partitions(each.address().oid()).isEmpty());
    if (made.isEmpty() || nested) {
      return NONE;
    }
    MeasuredName home = table.full();
    String name = made.get().name().name();
    String index = new MeasuredName(home.schema(), name, home.visible()).written();
    String unique = context.phrase().is(1, "unique") ? "unique " : "";
    String definition = text.behindName(text.find("on"));
    List<RewriteStep> steps = new ArrayList<>();
    steps.add(
        RewriteStep.together(
            "create %sindex %s on only %s%s"
                .formatted(unique, Keywords.quoted(name), table.written(), definition)));
    List<String> attach = new ArrayList<>();
    for (MeasuredObject each : partitions) {
      MeasuredName partition =
          context.measured().before().relations().get(each.address().oid()).full();
      MeasuredName part =
          new MeasuredName(partition.schema(), partition.name() + "_" + name, partition.visible());
      steps.add(
          RewriteStep.alone(
              "create %sindex concurrently %s on %s%s"
                  .formatted(
                      unique, Keywords.quoted(part.name()), partition.written(), definition)));
      attach.add("alter index %s attach partition %s".formatted(index, part.written()));
    }
    steps.add(new RewriteStep(attach, false));
    return new SafeRewrite(steps);
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
