package de.qapix.cli;

import de.qapix.finding.Findings;
import de.qapix.finding.ToolRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  private final Workplaces workplaces;
  private final SchemaChecks checks;
  private final Messages messages;
  private final InstantSource clock;
  private final String version;

  /**
   * @param version of qapix
   */
  public SchemaCheckCommand(
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
    Terminal terminal = common.on(workplaces.terminal(spec.commandLine().getErr()));
    try (Workplace place =
        folder.isPresent()
            ? workplaces.openWithOrWithoutDatabase(common, terminal)
            : workplaces.open(common, terminal)) {
      Findings findings = findings(place);
      ToolRun run = new ToolRun(version, begun, Duration.between(begun, clock.instant()));
      return reports
          .tell(
              new ReportOptions.Told(title(place), home(), workplaces.colours(), run),
              findings,
              spec.commandLine().getOut(),
              new FindingWords(messages))
          .code();
    }
  }

  private Findings findings(Workplace place)
      throws IOException, InterruptedException, SQLException {
    if (folder.isEmpty()) {
      return checks.own(place, strict);
    }
    String usual = place.hasDatabase() ? place.database().settings().sharedSchema() : "public";
    return checks.of(place, migrations.read(folder.get()), migrations.schemas(usual));
  }

  private String title(Workplace place) {
    return place.hasDatabase()
        ? place.database().settings().toString()
        : folder.orElseThrow().toString();
  }

  /** The first migration, which is a file that surely is there. */
  private String home() {
    return folder
        .map(path -> migrations.read(path).scripts().get(0).file().toString())
        .orElse(HOME);
  }

  @Override
  public Format format() {
    return reports.failures();
  }
}
