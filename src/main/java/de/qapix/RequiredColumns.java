package de.qapix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.TableUse;
import de.qapix.files.ResourceText;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Which columns our commands need: those without which a server refused one of their statements
 * when this was built.
 */
final class RequiredColumns {

  private RequiredColumns() {}

  /**
   * @param shared the schema of the two shared tables
   */
  static List<TableUse> of(String shared) {
    return ResourceText.read(RequiredColumns.class, "statements/columns.tsv")
        .lines()
        .map(line -> List.of(line.split("\t")))
        .collect(
            groupingBy(
                line -> line.subList(0, 3),
                LinkedHashMap::new,
                mapping(line -> line.get(3), toSet())))
        .entrySet()
        .stream()
        .map(
            use ->
                new TableUse(
                    use.getKey().get(0),
                    use.getKey().get(1).equals("public") ? shared : use.getKey().get(1),
                    use.getKey().get(2),
                    use.getValue()))
        .toList();
  }
}
