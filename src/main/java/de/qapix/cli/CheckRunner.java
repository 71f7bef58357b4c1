package de.qapix.cli;

import de.qapix.finding.Findings;
import de.qapix.finding.ToolRun;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine;

/** Opens what a check works with, has it done, and tells what it has found. */
public final class CheckRunner {

  /** Opens what the options mean. */
  interface Opening {
    Workplace open(Workplaces workplaces, CommonOptions common, Terminal terminal)
        throws IOException, InterruptedException, SQLException;
  }

  /** Looks for findings. */
  interface Work {
    Checked on(Workplace place, SchemaChecks checks)
        throws IOException, InterruptedException, SQLException;
  }

  /**
   * What a check was about, and what it has found.
   *
   * @param title of what was checked
   * @param home the file at which findings without a place are shown
   */
  record Checked(String title, String home, Findings findings) {}

  private final Workplaces workplaces;
  private final SchemaChecks checks;
  private final Messages messages;
  private final InstantSource clock;
  private final String version;

  /**
   * @param version of qapix
   */
  public CheckRunner(
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

  int run(
      CommandLine command, CommonOptions common, ReportOptions reports, Opening opening, Work work)
      throws IOException, InterruptedException, SQLException {
    reports.check();
    Instant begun = clock.instant();
    Terminal terminal = common.on(workplaces.terminal(command.getErr()));
    try (Workplace place = opening.open(workplaces, common, terminal)) {
      Checked checked = work.on(place, checks);
      ToolRun run = new ToolRun(version, begun, Duration.between(begun, clock.instant()));
      return reports
          .tell(
              new ReportOptions.Told(checked.title(), checked.home(), workplaces.colours(), run),
              checked.findings(),
              command.getOut(),
              new FindingWords(messages))
          .code();
    }
  }
}
