package de.qapix.catalog;

import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/** How large the tables of a live database are, as its statistics say. */
public final class LiveSizes {

  private LiveSizes() {}

  /**
   * Sizes by the table's name as it is written in SQL.
   *
   * @param size makes one of rows and bytes
   */
  public static <T> Map<String, T> read(DSLContext db, BiFunction<Long, Long, T> size) {
    return ReadOnlyTransaction.in(
        db,
        transaction ->
            transaction
                .resultQuery(CatalogQueries.text("sizes.sql"))
                .fetchMap(
                    row -> row.get(0, String.class),
                    row -> size.apply(row.get(1, Long.class), row.get(2, Long.class))));
  }
}
