package de.qapix.cli.schema;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.ComparedRights;
import de.qapix.checks.diff.Change;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.lint.LintedScripts;
import de.qapix.checks.lint.Rule;
import de.qapix.checks.plan.TrialResult;
import de.qapix.checks.scan.QueryRun;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.text.SourceReaders;
import de.qapix.cli.Workplace;
import de.qapix.postgres.ConnectionSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code qapix schema check} has others do. */
public interface SchemaChecks {

  /**
   * Compares the database of a workplace with what the migrations of this build make.
   *
   * @param strict whether additions to the shared tables are errors
   * @param rights whether owners and privileges are compared, too
   */
  Findings own(Workplace place, boolean strict, ComparedRights rights);

  /** Whether its database has tables of qapix. */
  boolean isOurs(Workplace place);

  /**
   * Compares it, if there is one, with what these migrations make.
   *
   * @param schemas that are there before the first of them
   * @param rights whether owners and privileges are compared, too
   */
  Findings of(Workplace place, MigrationFolder folder, List<String> schemas, ComparedRights rights)
      throws IOException, InterruptedException, SQLException;

  /**
   * What these migrations make of an empty database.
   *
   * @param schemas that are there before the first of them
   */
  Catalog catalog(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException;

  /** Judges the migrations that are still to come by what they do to the others. */
  LintedScripts lint(Workplace place, MigrationFolder folder, List<String> schemas, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException;

  /** The same for our own migrations: those that the database of the workplace lacks. */
  Findings lintOwn(Workplace place, MigrationFolder ours, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException;

  /** Makes what finds queries in TypeScript and JavaScript. */
  SourceReaders sources();

  /**
   * Does something with connections to what queries are checked against: what these migrations
   * make; without them, the database of the workplace; without one, what our own migrations make.
   *
   * @param schemas that are there before the first migration; the first is where names without a
   *     schema are looked for
   */
  void queries(
      Workplace place, Optional<MigrationFolder> folder, List<String> schemas, QueryWork work)
      throws IOException, InterruptedException, SQLException;

  /** What is done with these connections. */
  interface QueryWork {
    void with(QueryRun.Server server) throws IOException, InterruptedException, SQLException;
  }

  /** What is in a database. */
  Catalog catalog(Workplace place, ConnectionSettings database) throws SQLException;

  /** Tries a plan that is to turn one database into another on a copy of the first. */
  TrialResult tried(Workplace place, Catalog from, Catalog to, List<Change> plan)
      throws IOException, InterruptedException, SQLException;
}
