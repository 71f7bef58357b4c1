package de.qapix.cli;

import de.qapix.cli.CheckRunner.Checked;
import de.qapix.schema.MigrationFolder;
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

/** {@code qapix schema check}: is the database what the migrations say? */
@Command(name = "check", sortOptions = false)
public final class SchemaCheckCommand implements Callable<Integer>, Formatted {

  private static final String HOME = "README.md";

  @Option(names = "--strict")
  private boolean strict;

  @Option(names = "--migrations", paramLabel = "<folder>", descriptionKey = "migrations.folder")
  private Optional<Path> folder = Optional.empty();

  @Mixin private MigrationsOptions migrations;
  @Mixin private ReportOptions reports;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  private final CheckRunner runner;

  public SchemaCheckCommand(CheckRunner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    return folder.isPresent()
        ? runner.run(
            spec.commandLine(),
            common,
            reports,
            Workplaces::openWithOrWithoutDatabase,
            (place, checks) -> folder(place, checks, folder.get()))
        : runner.run(spec.commandLine(), common, reports, Workplaces::open, this::own);
  }

  private Checked own(Workplace place, SchemaChecks checks) {
    return new Checked(title(place), HOME, checks.own(place, strict));
  }

  private Checked folder(Workplace place, SchemaChecks checks, Path path)
      throws IOException, InterruptedException, SQLException {
    MigrationFolder scripts = migrations.read(path);
    return new Checked(
        place.hasDatabase() ? title(place) : path.toString(),
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
