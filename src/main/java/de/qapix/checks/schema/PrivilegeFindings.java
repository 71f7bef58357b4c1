package de.qapix.checks.schema;

import static org.jooq.impl.DSL.val;

import de.qapix.catalog.CatalogQueries;
import de.qapix.catalog.ReadOnlyTransaction;
import de.qapix.checks.finding.Finding;
import java.util.List;
import org.jooq.DSLContext;

/** Whether the connecting role may do what our commands do. */
final class PrivilegeFindings {

  private PrivilegeFindings() {}

  /**
   * One finding for each right that it lacks.
   *
   * @param shared the schema of the two shared tables, without quotes
   */
  static List<Finding> lacking(DSLContext db, String shared) {
    return ReadOnlyTransaction.in(
        db,
        transaction ->
            transaction
                .resultQuery(CatalogQueries.text("privilege.sql"), val(shared))
                .fetch(
                    row ->
                        Finding.error("privilege/missing", row.get(0, String.class))
                            .expected(row.get(1, String.class))));
  }
}
