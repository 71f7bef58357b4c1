package de.qapix.catalog;

import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.DSLContext;

/** What writing to the two shared tables sets off besides, by what the catalog tells. */
public final class SideEffects {

  private SideEffects() {}

  /**
   * All that is set off; empty where a rollback undoes everything.
   *
   * @param shared the schema of the two tables
   */
  public static List<SideEffect> read(DSLContext db, String shared) {
    return db.resultQuery(CatalogQueries.text("side_effects.sql"), val(shared))
        .fetch(
            row ->
                new SideEffect(
                    SideEffect.Kind.valueOf(row.get(0, String.class)),
                    row.get(1, String.class),
                    row.get(2, String.class)));
  }
}
