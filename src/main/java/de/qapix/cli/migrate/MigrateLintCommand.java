package de.qapix.cli.migrate;

import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.OwnMigrations;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.schema.CheckResult;
import de.qapix.cli.schema.CheckRunner;
import de.qapix.cli.schema.MigrationsOptions;
import de.qapix.cli.schema.ReportOptions;
import de.qapix.cli.schema.SchemaChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qapix migrate lint}: what will pending migrations do to those who use the database? */
@Command(name = "lint", sortOptions = false)
public final class MigrateLintCommand implements Callable<Integer>, Formatted {

  private static final String EXAMPLE = "qapix migrate lint db/migrations";

  @Parameters(paramLabel = "<folder>", arity = "0..1", descriptionKey = "lint.folder")
  private Optional<Path> folder = Optional.empty();

  @Mixin private MigrationsOptions migrations;
  @Mixin private ReportOptions reports;
  @Spec private CommandSpec spec;

  private final MigrateCommand migrate;
  private final CheckRunner runner;

  /**
   * @param migrate whose subcommand it is, and whose options count here too
   */
  public MigrateLintCommand(MigrateCommand migrate, CheckRunner runner) {
    this.migrate = migrate;
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    if (migrate.format() == Format.JSON) {
      reports.preferJson();
    }
    if (folder.isEmpty()) {
      migrations.refuse(EXAMPLE);
    }
    DatabaseOptions common = migrate.common();
    Terminal terminal = common.on(runner.terminal(spec.commandLine()));
    return folder.isPresent()
        ? runner.run(
            spec.commandLine(),
            terminal,
            reports,
            (workplaces, told) -> workplaces.openWithOrWithoutDatabase(common, told),
            (place, checks) -> folder(place, checks, folder.get()))
        : runner.run(
            spec.commandLine(),
            terminal,
            reports,
            (workplaces, told) -> workplaces.open(common, told),
            this::own);
  }

  private CheckResult own(Workplace place, SchemaChecks checks)
      throws IOException, InterruptedException, SQLException {
    MigrationFolder ours = OwnMigrations.read(place.sharedSchema());
    return new CheckResult(
        place.database().settings().toString(), ours.home(), checks.lintOwn(place, ours));
  }

  private CheckResult folder(Workplace place, SchemaChecks checks, Path path)
      throws IOException, InterruptedException, SQLException {
    MigrationFolder scripts = migrations.read(path);
    return new CheckResult(
        path.toString(),
        scripts.home(),
        checks.lint(place, scripts, migrations.schemas(place.sharedSchema())));
  }

  @Override
  public Format format() {
    return reports.failures();
  }
}
