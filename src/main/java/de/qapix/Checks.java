package de.qapix;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ComparedRights;
import de.qapix.catalog.LiveSizes;
import de.qapix.checks.diff.Change;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.lint.LintedScripts;
import de.qapix.checks.lint.Linter;
import de.qapix.checks.lint.Rule;
import de.qapix.checks.lint.TableSize;
import de.qapix.checks.lint.TableSizes;
import de.qapix.checks.plan.PlanTrial;
import de.qapix.checks.plan.TrialResult;
import de.qapix.checks.scan.QueryRun;
import de.qapix.checks.schema.FolderCheck;
import de.qapix.checks.schema.OwnCheck;
import de.qapix.checks.schema.Rehearsal;
import de.qapix.checks.schema.ScratchFindings;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.OwnMigrations;
import de.qapix.checks.scratch.PendingScripts;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.ScratchException;
import de.qapix.checks.script.ScratchRoles;
import de.qapix.checks.server.FormerTables;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.source.SourceScanner;
import de.qapix.checks.text.SourceReaders;
import de.qapix.checks.text.SourceText;
import de.qapix.checks.trial.FolderCatalogs;
import de.qapix.checks.trial.ScratchCache;
import de.qapix.checks.trial.ScratchCatalog;
import de.qapix.cli.Workplace;
import de.qapix.cli.schema.SchemaChecks;
import de.qapix.migrate.MigrationPlan;
import de.qapix.migrate.Migrations;
import de.qapix.migrate.SchemaVersionProbe;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Puts the parts of the schema checks together. */
final class Checks implements SchemaChecks {

  /** The schema of our own tables. */
  private static final String OURS = "qapix";

  @Override
  public Findings own(Workplace place, boolean strict, ComparedRights rights) {
    Database database = place.database();
    String shared = database.settings().sharedSchema();
    List<Finding> findings =
        new ArrayList<>(
            new OwnCheck(
                    database.unpooled(),
                    live(place).orElseThrow(),
                    shared,
                    RequiredColumns.of(shared),
                    strict,
                    rights)
                .findings()
                .all());
    // What is pending is missing, and said to be.
    if (findings.stream().noneMatch(finding -> finding.group().equals("migration"))) {
      findings.addAll(brokenStatements(database, shared));
    }
    return new Findings(findings);
  }

  @Override
  public boolean isOurs(Workplace place) {
    return SchemaVersionProbe.isOurs(place.database().unpooled());
  }

  private static List<Finding> brokenStatements(Database database, String shared) {
    try (ServerDescriber server = ServerDescriber.connect(database.describing())) {
      return OwnStatements.broken(server, shared);
    } catch (SQLException broken) {
      throw new DataAccessException("to describe our statements", broken);
    }
  }

  @Override
  public Findings of(
      Workplace place, MigrationFolder folder, List<String> schemas, ComparedRights rights)
      throws IOException, InterruptedException, SQLException {
    return new FolderCheck(catalogs(place), folder, schemas, rights, Path.of(""))
        .findings(live(place));
  }

  @Override
  public Catalog catalog(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException {
    return catalogs(place).of(folder, schemas).catalog();
  }

  @Override
  public LintedScripts lint(
      Workplace place, MigrationFolder folder, List<String> schemas, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException {
    return lint(place, PendingScripts.of(folder, live(place), schemas.get(0)), schemas, rules);
  }

  @Override
  public Findings lintOwn(Workplace place, MigrationFolder ours, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException {
    List<String> pending =
        new Migrations(place.database().unpooled(), place.sharedSchema())
            .plan().steps().stream().map(MigrationPlan.Step::version).toList();
    LintedScripts linted =
        lint(
            place,
            PendingScripts.of(
                ours, script -> script.version().filter(pending::contains).isPresent()),
            List.of(place.sharedSchema(), OURS),
            rules);
    return new Findings(linted.findings());
  }

  private static LintedScripts lint(
      Workplace place, PendingScripts scripts, List<String> schemas, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException {
    TableSizes sizes =
        live(place)
            .map(db -> new TableSizes(LiveSizes.read(db, TableSize::new)))
            .orElse(TableSizes.UNKNOWN);
    List<SourceText> pending =
        scripts.pending().stream()
            .map(script -> new SourceText(script.file().toString(), script.sql()))
            .toList();
    ScratchFindings words = new ScratchFindings(scripts.applied(), Path.of(""));
    List<Finding> findings = new ArrayList<>(words.notes());
    Map<String, List<String>> safe = Map.of();
    try {
      LintedScripts linted =
          catalogs(place)
              .scratch()
              .with(scripts.applied(), schemas, scratch -> lint(scratch, sizes, pending, rules));
      findings.addAll(linted.findings());
      findings.addAll(new Rehearsal(catalogs(place), schemas, Path.of("")).findings(scripts));
      safe = linted.safe();
    } catch (ScratchException failure) {
      findings.add(words.broken(failure));
    }
    return new LintedScripts(findings, safe);
  }

  private static LintedScripts lint(
      ScratchCatalog scratch, TableSizes sizes, List<SourceText> pending, Set<Rule> rules) {
    try {
      ScratchRoles roles = scratch.roles();
      LintedScripts found = new Linter(scratch.owner(), roles::standIn, sizes, rules).lint(pending);
      List<Finding> findings =
          new ArrayList<>(ScratchFindings.standIns(scratch.stubbed(), roles.names()));
      findings.addAll(found.findings());
      return new LintedScripts(findings, found.safe());
    } catch (SQLException broken) {
      throw new DataAccessException("the scratch database", broken);
    }
  }

  private static Optional<DSLContext> live(Workplace place) {
    return place.hasDatabase()
        ? Optional.of(DSL.using(place.database().dataSource(), SQLDialect.POSTGRES))
        : Optional.empty();
  }

  @Override
  public SourceReaders sources() {
    return imports -> new SourceScanner(imports::apply)::scan;
  }

  @Override
  public void queries(
      Workplace place, Optional<MigrationFolder> folder, List<String> schemas, QueryWork work)
      throws IOException, InterruptedException, SQLException {
    String first = schemas.get(0);
    if (folder.isEmpty() && place.hasDatabase()) {
      DataSource live = place.database().describing();
      work.with(() -> ServerDescriber.connect(live, first));
      return;
    }
    MigrationFolder made = folder.orElseGet(() -> OwnMigrations.read(first));
    FormerTables former = FormerTables.of(made.scripts().stream().map(FolderScript::sql));
    catalogs(place)
        .scratch()
        .with(
            made,
            folder.isPresent() ? schemas : List.of(first, OURS),
            scratch -> {
              work.with(new ScratchConnections(scratch.dataSource(), first, former));
              return made;
            });
  }

  @Override
  public TrialResult tried(Workplace place, Catalog from, Catalog to, List<Change> plan)
      throws IOException, InterruptedException, SQLException {
    return new PlanTrial(from, to).on(catalogs(place).scratch(), plan);
  }

  /** Connections to a scratch database, which looks first in one schema. */
  private record ScratchConnections(DataSource scratch, String schema, FormerTables formerTables)
      implements QueryRun.Server {

    @Override
    public ServerDescriber connect() throws SQLException {
      return ServerDescriber.planning(scratch, schema);
    }
  }

  @Override
  public Catalog catalog(Workplace place, ConnectionSettings settings) throws SQLException {
    try (Database database = Database.open(settings, place.connector())) {
      return CatalogReader.read(DSL.using(database.dataSource(), SQLDialect.POSTGRES));
    }
  }

  /** What becomes of folders of migrations. */
  static FolderCatalogs catalogs(Workplace place) {
    return new FolderCatalogs(
        place::embeddedServer,
        place.embeddedVersion(),
        new ScratchCache(place.cacheFolder().resolve("catalogs")));
  }
}
