package de.qapix.catalog;

import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.DSLContext;

/**
 * What may keep a sync from writing, judged by the catalog alone: nothing is written to find out.
 */
public final class WriteObstacles {

  private WriteObstacles() {}

  /**
   * Those of the two shared tables, as far as they exist.
   *
   * @param shared their schema
   */
  public static List<WriteObstacle> read(DSLContext db, String shared) {
    return ReadOnlyTransaction.in(
        db,
        transaction ->
            transaction
                .resultQuery(CatalogQueries.text("unwritable.sql"), val(shared))
                .fetch(
                    row ->
                        new WriteObstacle(
                            WriteObstacle.Kind.valueOf(row.get(0, String.class)),
                            row.get(1, String.class),
                            row.get(2, String.class),
                            row.get(3, String.class).replaceAll("\\s+", " "))));
  }
}
