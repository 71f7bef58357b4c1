package de.qapix.checks.schema;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ComparedRights;
import de.qapix.catalog.OwnCatalog;
import de.qapix.catalog.TableUse;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.MigrationStatus.State;
import de.qapix.migrate.Migrations;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/**
 * Whether a database is what the migrations of this build make: their history, the catalog, and the
 * rights of the connecting role. Writes nothing.
 */
public final class OwnCheck {

  private final Migrations migrations;
  private final DSLContext db;
  private final String shared;
  private final List<TableUse> needs;
  private final boolean strict;
  private final ComparedRights rights;

  /**
   * @param source opens a new connection each time, whose settings other work must not inherit
   * @param db the same database
   * @param shared the schema of the two shared tables
   * @param needs what our commands read and write
   * @param strict whether additions of the other application are errors
   * @param rights whether owners and privileges are compared, too
   */
  public OwnCheck(
      DataSource source,
      DSLContext db,
      String shared,
      List<TableUse> needs,
      boolean strict,
      ComparedRights rights) {
    this.migrations = new Migrations(source, shared);
    this.db = db;
    this.shared = shared;
    this.needs = List.copyOf(needs);
    this.strict = strict;
    this.rights = rights;
  }

  /**
   * All findings. While migrations are pending, or a newer qapix has been at work, the catalog
   * cannot be what this build expects, so it is not compared.
   */
  public Findings findings() {
    List<MigrationStatus> history = migrations.status();
    List<Finding> findings = new ArrayList<>(MigrationFindings.of(history));
    if (history.stream().noneMatch(OwnCheck::changesTheCatalog)) {
      findings.addAll(drift());
      findings.addAll(PrivilegeFindings.lacking(db, shared));
    }
    return new Findings(findings);
  }

  private static boolean changesTheCatalog(MigrationStatus migration) {
    return migration.state() == State.PENDING || migration.state() == State.NEWER;
  }

  private List<Finding> drift() {
    OwnCatalog ours = new OwnCatalog(shared);
    Catalog live = rights.of(ours.of(CatalogReader.read(db)));
    Catalog expected = rights.of(ours.expected());
    return new OwnFindings(ours, expected, live, needs, strict)
        .of(CatalogComparison.between(expected, live));
  }
}
