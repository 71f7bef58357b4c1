package de.qapix.cli.schema;

import de.qapix.catalog.ComparedRights;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.project.ProjectPaths;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.Messages;
import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.schema.CheckRunner.DatabaseWork;
import de.qapix.cli.schema.CheckRunner.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The check of one database: its schema, and the queries for it. */
final class DatabaseCheck {

  private static final String HOME = "README.md";
  private static final String EXAMPLE = "qapix schema check --migrations db/migrations";

  private final CheckedDatabase checked;
  private final Optional<Path> folder;
  private final MigrationsOptions migrations;
  private final QueryOptions queries;
  private final boolean strict;
  private final ComparedRights rights;
  private final Messages messages;

  /**
   * @param strict whether additions to the shared tables are errors
   * @param rights whether owners and privileges are compared, too
   */
  DatabaseCheck(CheckedDatabase checked, boolean strict, ComparedRights rights, Messages messages) {
    this.checked = checked;
    this.folder = checked.folder();
    this.migrations = checked.migrations();
    this.queries = checked.queries();
    this.strict = strict;
    this.rights = rights;
    this.messages = messages;
  }

  void checkOptions() {
    queries.check();
    if (folder.isPresent() && strict) {
      throw new WrongUseException("use.strict");
    }
    if (checked.project().isPresent()) {
      return;
    }
    if (folder.isEmpty() && queries.wanted()) {
      migrations.refusePlaceholders(EXAMPLE);
    } else if (folder.isEmpty()) {
      migrations.refuse(EXAMPLE);
    }
  }

  /** As that of one database among several. */
  DatabaseWork work(DatabaseOptions common) {
    return new DatabaseWork(checked.name().orElseThrow(), opening(common), this::run);
  }

  CheckRunner.Opening opening(DatabaseOptions common) {
    if (checked.variable().isPresent()) {
      String variable = checked.variable().get();
      return (workplaces, told) -> workplaces.openVariable(common, variable, told);
    }
    if (checked.project().isPresent()) {
      return (workplaces, told) -> workplaces.openAsOptionsSay(common, told);
    }
    return folder.isPresent() || queries.wanted()
        ? (workplaces, told) -> workplaces.openWithOrWithoutDatabase(common, told)
        : (workplaces, told) -> workplaces.open(common, told);
  }

  void run(Workplace place, SchemaChecks checks, Reporter reporter)
      throws IOException, InterruptedException, SQLException {
    requireDatabase(place);
    Optional<MigrationFolder> scripts = scripts();
    if (!queries.wanted()) {
      reporter.tell(schema(place, checks, scripts));
      return;
    }
    QueryCheck check = new QueryCheck(queries, folder, checks.sources(), reporter);
    CheckResult schema = schema(place, checks, scripts);
    if (scripts.isPresent() && QueryResult.isHopeless(schema)) {
      reporter.tell(QueryResult.notChecked(schema));
      return;
    }
    if (scripts.isEmpty() && place.hasDatabase()) {
      reporter.terminal().say(messages.text("queries.not-planned"));
    }
    check.run(
        new QueryResult(
            schema, isOffline(place), folder.isPresent(), queries.minCoverage(), messages),
        place,
        work -> checks.queries(place, scripts, migrations.schemas(place.sharedSchema()), work));
  }

  /** A database of a project that is meant to be asked is not replaced by another one. */
  private void requireDatabase(Workplace place) {
    if (folder.isEmpty() && !place.hasDatabase() && checked.variable().isPresent()) {
      throw new WrongUseException(
          "use.project.variable", checked.name().orElseThrow(), checked.variable().get());
    }
  }

  /** Those of a project are read only where no link leads elsewhere. */
  private Optional<MigrationFolder> scripts() throws IOException {
    if (checked.project().isPresent() && folder.isPresent() && Files.isDirectory(folder.get())) {
      ProjectPaths.refuseLinksIn(folder.get(), checked.project().get().file());
    }
    return folder.map(migrations::read);
  }

  /** Whether there is nothing to check queries against but our own tables. */
  private boolean isOffline(Workplace place) {
    return folder.isEmpty() && !place.hasDatabase();
  }

  /** The check of the schema itself, as far as there is one. */
  private CheckResult schema(
      Workplace place, SchemaChecks checks, Optional<MigrationFolder> scripts)
      throws IOException, InterruptedException, SQLException {
    if (scripts.isPresent()) {
      return folder(place, checks, scripts.get());
    }
    if (!place.hasDatabase()) {
      return new CheckResult(titled(messages.text("queries.own")), HOME, Findings.NONE);
    }
    // Whoever has queries checked need not have anything else of qapix in the database.
    boolean ours = !queries.wanted() || checks.isOurs(place);
    return new CheckResult(
        titled(address(place)), HOME, ours ? checks.own(place, strict, rights) : Findings.NONE);
  }

  private CheckResult folder(Workplace place, SchemaChecks checks, MigrationFolder scripts)
      throws IOException, InterruptedException, SQLException {
    return new CheckResult(
        titled(place.hasDatabase() ? address(place) : scripts.folder().toString()),
        scripts.home(),
        checks.of(place, scripts, migrations.schemas(place.sharedSchema()), rights));
  }

  private String titled(String title) {
    return checked.name().map(name -> name + " (" + title + ")").orElse(title);
  }

  private static String address(Workplace place) {
    return place.database().settings().toString();
  }
}
