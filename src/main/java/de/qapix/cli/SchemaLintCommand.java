package de.qapix.cli;

import de.qapix.finding.Findings;
import de.qapix.finding.ToolRun;
import de.qapix.schema.MigrationFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qapix schema lint}: what will pending migrations do to those who use the database? */
@Command(name = "lint", sortOptions = false)
public final class SchemaLintCommand implements Callable<Integer>, Formatted {

  @Parameters(paramLabel = "<folder>", descriptionKey = "lint.folder")
  private Path folder;

  @Mixin private MigrationsOptions migrations;
  @Mixin private ReportOptions reports;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  private final Workplaces workplaces;
  private final SchemaChecks checks;
  private final Messages messages;
  private final InstantSource clock;
  private final String version;

  /**
   * @param version of qapix
   */
  public SchemaLintCommand(
      Workplaces workplaces,
      SchemaChecks checks,
      Messages messages,
      InstantSource clock,
      String version) {
    this.workplaces = workplaces;
    this.checks = checks;
    this.messages = messages;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Integer call() throws Exception {
    reports.check();
    Instant begun = clock.instant();
    MigrationFolder scripts = migrations.read(folder);
    Terminal terminal = common.on(workplaces.terminal(spec.commandLine().getErr()));
    try (Workplace place = workplaces.openWithOrWithoutDatabase(common, terminal)) {
      String usual = place.hasDatabase() ? place.database().settings().sharedSchema() : "public";
      Findings findings = checks.lint(place, scripts, migrations.schemas(usual));
      ToolRun run = new ToolRun(version, begun, Duration.between(begun, clock.instant()));
      String home = scripts.scripts().get(0).file().toString();
      return reports
          .tell(
              new ReportOptions.Told(folder.toString(), home, workplaces.colours(), run),
              findings,
              spec.commandLine().getOut(),
              new FindingWords(messages))
          .code();
    }
  }

  @Override
  public Format format() {
    return reports.failures();
  }
}
