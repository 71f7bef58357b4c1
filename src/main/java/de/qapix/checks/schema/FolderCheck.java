package de.qapix.checks.schema;

import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ComparedRights;
import de.qapix.catalog.ObjectName;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.ScratchException;
import de.qapix.checks.trial.FolderCatalog;
import de.qapix.checks.trial.FolderCatalogs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Whether a database, if there is one, is what a folder of migrations makes of an empty one. */
public final class FolderCheck {

  private final FolderCatalogs catalogs;
  private final MigrationFolder folder;
  private final List<String> schemas;
  private final ComparedRights rights;
  private final Path here;

  /**
   * @param schemas that are there before the first migration
   * @param rights whether owners and privileges are compared, too
   * @param here the folder to which the paths of findings are relative
   */
  public FolderCheck(
      FolderCatalogs catalogs,
      MigrationFolder folder,
      List<String> schemas,
      ComparedRights rights,
      Path here) {
    this.catalogs = catalogs;
    this.folder = folder;
    this.schemas = List.copyOf(schemas);
    this.rights = rights;
    this.here = here;
  }

  /**
   * All findings.
   *
   * @param live the database; empty to see only whether the migrations work
   */
  public Findings findings(Optional<DSLContext> live)
      throws IOException, InterruptedException, SQLException {
    ScratchFindings scratch = new ScratchFindings(folder, here);
    List<Finding> findings = new ArrayList<>(scratch.notes());
    try {
      FolderCatalog expected = catalogs.of(folder, schemas);
      findings.addAll(ScratchFindings.standIns(expected.standIns(), expected.roles()));
      findings.addAll(scratch.applied(expected.notes()));
      live.ifPresent(db -> findings.addAll(compare(expected, db)));
    } catch (ScratchException failure) {
      findings.addAll(scratch.applied(failure.notes()));
      findings.add(scratch.broken(failure));
    }
    return new Findings(findings);
  }

  private List<Finding> compare(FolderCatalog expected, DSLContext db) {
    List<Finding> findings =
        new ArrayList<>(new HistoryFindings(folder, here).of(db, schemas.get(0)));
    // What is pending cannot be there yet.
    if (findings.stream().noneMatch(finding -> finding.rule().endsWith("/pending"))) {
      boolean complete =
          expected.isComplete()
              && !folder.hasCode()
              && findings.stream().noneMatch(finding -> finding.rule().endsWith("/not-sql"));
      compare(expected, CatalogReader.read(db), findings, complete);
    }
    return findings;
  }

  /** Where something is missing from what is expected, a difference proves nothing. */
  private void compare(
      FolderCatalog expected, Catalog live, List<Finding> findings, boolean complete) {
    Catalog wanted = rights.of(expected.comparable());
    Set<String> known = schemas(wanted);
    Catalog all = rights.of(live).withoutHistories().only(name -> isKnown(name, known, wanted));
    RuntimePartitions partitions = new RuntimePartitions(wanted, all);
    Catalog found = expected.comparable(all.only(partitions::isOther));
    findings.addAll(partitions.notes());
    DriftFindings.of(CatalogComparison.between(wanted, found), found).stream()
        .map(
            finding ->
                complete || finding.severity() != Severity.ERROR
                    ? finding
                    : finding.with(Severity.WARNING))
        .forEach(findings::add);
  }

  private static Set<String> schemas(Catalog catalog) {
    return catalog.objects().stream().map(object -> object.name().schema()).collect(toSet());
  }

  /** Other schemas, and what is in none and no migration has made, are somebody else's. */
  private static boolean isKnown(ObjectName name, Set<String> schemas, Catalog wanted) {
    return name.schema().isEmpty()
        ? wanted.find(name).isPresent()
        : schemas.contains(name.schema());
  }
}
