package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sizes of the target's tables, as far as they are known. */
public final class TableSizes {

  /** Of a target that cannot be reached. */
  public static final TableSizes UNKNOWN = new TableSizes(Map.of());

  private final Map<List<String>, TableSize> sizes = new HashMap<>();

  /**
   * @param sizes by the table's name as it is written in SQL, with or without its schema
   */
  public TableSizes(Map<String, TableSize> sizes) {
    sizes.forEach((table, size) -> this.sizes.put(SqlTokens.names(table), size));
  }

  Optional<TableSize> find(MeasuredRelation table) {
    return Optional.ofNullable(sizes.get(List.of(table.schema(), table.name())))
        .or(() -> Optional.ofNullable(sizes.get(List.of(table.name()))));
  }
}
