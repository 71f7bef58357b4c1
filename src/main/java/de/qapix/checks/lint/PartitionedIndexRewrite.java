package de.qapix.checks.lint;

import de.qapix.checks.lint.MeasuredObject.Kind;
import de.qapix.sql.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A new index of a partitioned table: first one of nothing, which becomes one of all when each
 * partition has its own.
 */
final class PartitionedIndexRewrite {

  private final StatementContext context;
  private final MeasuredObjects before;
  private final MeasuredRelation table;
  private final String unique;
  private final String definition;

  PartitionedIndexRewrite(StatementContext context, StatementText text, MeasuredRelation table) {
    this.context = context;
    this.before = context.measured().before().objects();
    this.table = table;
    this.unique = context.phrase().is(1, "unique") ? "unique " : "";
    this.definition = text.behindName(text.find("on"));
  }

  /** None where the index was not made, or where partitions have partitions. */
  List<RewriteStep> steps() {
    List<MeasuredObject> partitions = before.partitions(table.oid());
    boolean nested =
        partitions.stream().anyMatch(each -> !before.partitions(each.address().oid()).isEmpty());
    return nested ? List.of() : made().map(name -> steps(name, partitions)).orElse(List.of());
  }

  /** What the server has called the index. */
  private Optional<String> made() {
    return context.measured().after().all().stream()
        .filter(object -> object.is(Kind.INDEX) && object.home() == table.oid())
        .filter(object -> before.find(object.address()).isEmpty())
        .findFirst()
        .map(object -> object.name().name());
  }

  private List<RewriteStep> steps(String name, List<MeasuredObject> partitions) {
    String index = beside(table.full(), name).written();
    List<RewriteStep> steps = new ArrayList<>();
    steps.add(
        RewriteStep.together(
            List.of(
                "create %sindex %s on only %s%s"
                    .formatted(unique, Keywords.quoted(name), table.written(), definition))));
    List<String> attach = new ArrayList<>();
    for (MeasuredObject each : partitions) {
      MeasuredName partition =
          context.measured().before().relations().get(each.address().oid()).full();
      MeasuredName part = beside(partition, partition.name() + "_" + name);
      steps.add(
          RewriteStep.alone(
              "create %sindex concurrently %s on %s%s"
                  .formatted(
                      unique, Keywords.quoted(part.name()), partition.written(), definition)));
      attach.add("alter index %s attach partition %s".formatted(index, part.written()));
    }
    steps.add(RewriteStep.together(attach));
    return steps;
  }

  /** Another name in the schema of a table. */
  private static MeasuredName beside(MeasuredName table, String name) {
    return new MeasuredName(table.schema(), name, table.visible());
  }
}
