package de.qapix.checks.schema;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import de.qapix.checks.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Partitions that no migration has made: jobs add them as time goes by. */
final class RuntimePartitions {

  /** Of each partition, the table that the migrations make and that it belongs to. */
  private final Map<String, String> parents = new TreeMap<>();

  /**
   * @param wanted what the migrations make
   * @param found what is there
   */
  RuntimePartitions(Catalog wanted, Catalog found) {
    Set<String> made =
        tables(wanted).stream().map(table -> table.name().sql()).collect(Collectors.toSet());
    List<SchemaObject> others =
        tables(found).stream()
            .filter(table -> !made.contains(table.name().sql()))
            .filter(table -> table.trait("partition bound").isPresent())
            .toList();
    Set<SchemaObject> left = new HashSet<>(others);
    boolean more = true;
    while (more) {
      more = left.removeIf(table -> belongs(table, made));
    }
  }

  private static List<SchemaObject> tables(Catalog catalog) {
    return catalog.objects().stream()
        .filter(object -> object.name().kind() == ObjectKind.TABLE)
        .toList();
  }

  /** Partitions of partitions are found when those above them have been. */
  private boolean belongs(SchemaObject table, Set<String> made) {
    Optional<String> parent = table.trait("parent");
    Optional<String> top =
        parent
            .filter(made::contains)
            .or(() -> parent.flatMap(name -> Optional.ofNullable(parents.get(name))));
    top.ifPresent(name -> parents.put(table.name().sql(), name));
    return top.isPresent();
  }

  /** Whether it is no part of one. */
  boolean isOther(ObjectName name) {
    return !parents.containsKey(name.schema() + "." + name.table());
  }

  /** One for each table that has some. */
  List<Finding> notes() {
    Map<String, Long> counts =
        parents.values().stream()
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            entry ->
                Finding.note("migration/partitions-at-run-time", entry.getKey())
                    .withArguments(entry.getValue().toString()))
        .toList();
  }
}
