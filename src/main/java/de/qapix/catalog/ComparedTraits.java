package de.qapix.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By what objects of each kind are compared: the columns of its query, as the build found them. */
public final class ComparedTraits {

  /** What names an object, and what no difference is told of. */
  private static final Set<String> NO_TRAITS =
      Set.of("schema", "table", "name", "inherited", "present", "identity sequence name");

  private ComparedTraits() {}

  /** The traits of each kind as the catalog's queries name them; owners and privileges aside. */
  public static Map<ObjectKind, List<String>> all() {
    Map<ObjectKind, List<String>> all = new EnumMap<>(ObjectKind.class);
    CatalogQueries.text("traits.tsv")
        .lines()
        .map(line -> List.of(line.split("\t")))
        .forEach(line -> all.put(ObjectKind.of(line.get(0)), traits(line)));
    return all;
  }

  private static List<String> traits(List<String> line) {
    return line.stream().skip(1).filter(name -> !NO_TRAITS.contains(name)).toList();
  }
}
