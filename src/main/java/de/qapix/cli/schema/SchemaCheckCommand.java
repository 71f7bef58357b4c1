package de.qapix.cli.schema;

import de.qapix.checks.finding.Findings;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.cli.CommonOptions;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.schema.CheckRunner.Desk;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code qapix schema check}: is the database what the migrations say, and does every query work?
 */
@Command(name = "check", sortOptions = false)
public final class SchemaCheckCommand implements Callable<Integer>, Formatted {

  private static final String HOME = "README.md";

  @Option(names = "--strict")
  private boolean strict;

  @Option(names = "--migrations", paramLabel = "<folder>", descriptionKey = "migrations.folder")
  private Optional<Path> folder = Optional.empty();

  @Mixin private MigrationsOptions migrations;
  @Mixin private QueryOptions queries;
  @Mixin private ReportOptions reports;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  private final CheckRunner runner;
  private final Messages messages;

  public SchemaCheckCommand(CheckRunner runner, Messages messages) {
    this.runner = runner;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    queries.check();
    CheckRunner.Opening opening =
        folder.isPresent() || queries.wanted()
            ? Workplaces::openWithOrWithoutDatabase
            : Workplaces::open;
    return runner.follow(spec.commandLine(), common, reports, opening, this::check);
  }

  private void check(Workplace place, SchemaChecks checks, Desk desk)
      throws IOException, InterruptedException, SQLException {
    Optional<MigrationFolder> scripts = folder.map(migrations::read);
    if (!queries.wanted()) {
      desk.tell(schema(place, checks, scripts));
      return;
    }
    QueryCheck check = new QueryCheck(queries, folder, checks.sources(), desk);
    CheckResult schema = schema(place, checks, scripts);
    if (scripts.isPresent() && QueryResult.isHopeless(schema)) {
      desk.tell(QueryResult.notChecked(schema));
      return;
    }
    if (scripts.isEmpty() && place.hasDatabase()) {
      desk.terminal().say(messages.text("queries.not-planned"));
    }
    check.run(
        new QueryResult(schema, isOffline(place), queries.minCoverage(), messages),
        place,
        work -> checks.queries(place, scripts, migrations.schemas(place.sharedSchema()), work));
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
      return new CheckResult(messages.text("queries.own"), HOME, Findings.NONE);
    }
    // Whoever has queries checked need not have anything else of qapix in the database.
    boolean ours = !queries.wanted() || checks.isOurs(place);
    return new CheckResult(title(place), HOME, ours ? checks.own(place, strict) : Findings.NONE);
  }

  private CheckResult folder(Workplace place, SchemaChecks checks, MigrationFolder scripts)
      throws IOException, InterruptedException, SQLException {
    return new CheckResult(
        place.hasDatabase() ? title(place) : scripts.folder().toString(),
        scripts.home(),
        checks.of(place, scripts, migrations.schemas(place.sharedSchema())));
  }

  private static String title(Workplace place) {
    return place.database().settings().toString();
  }

  @Override
  public Format format() {
    return reports.failures();
  }
}
