package de.qapix.cli.schema;

import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.ToolRun;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.output.TimeFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Opens what a check works with, has it done, and tells what it has found. */
public final class CheckRunner {

  /** Opens what the options mean. */
  public interface Opening {
    Workplace open(Workplaces workplaces, Terminal terminal)
        throws IOException, InterruptedException, SQLException;
  }

  /** Looks for findings. */
  public interface Work {
    CheckResult on(Workplace place, SchemaChecks checks)
        throws IOException, InterruptedException, SQLException;
  }

  /** The same, if need be several times. */
  interface RepeatedWork {
    void on(Workplace place, SchemaChecks checks, Reporter reporter)
        throws IOException, InterruptedException, SQLException;
  }

  /** What was found in one of several databases. */
  private record Collected(String name, PendingResult result, ToolRun run) {}

  /** What is done with one of several databases. */
  record DatabaseWork(String name, Opening opening, RepeatedWork work) {}

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

  /** What standard error is. */
  public Terminal terminal(CommandLine command) {
    return workplaces.terminal(command.getErr());
  }

  public int run(
      CommandLine command, Terminal terminal, ReportOptions reports, Opening opening, Work work)
      throws IOException, InterruptedException, SQLException {
    return follow(
        command,
        terminal,
        reports,
        opening,
        (place, with, reporter) -> reporter.tell(work.on(place, with)));
  }

  /** The exit code is that of what is told last. */
  int follow(
      CommandLine command,
      Terminal terminal,
      ReportOptions reports,
      Opening opening,
      RepeatedWork work)
      throws IOException, InterruptedException, SQLException {
    reports.check();
    Reporter reporter = new Reporter(command, terminal, reports);
    try (Workplace place = opening.open(workplaces.abortedBySignal(), terminal)) {
      work.on(place, checks, reporter);
      return reporter.code.code();
    }
  }

  /** Checks several databases, one after the other, and tells of all at the end. */
  int runAll(
      CommandLine command, Terminal terminal, ReportOptions reports, List<DatabaseWork> databases)
      throws IOException, InterruptedException, SQLException {
    reports.check();
    Reporter reporter = new Reporter(command, terminal, reports);
    for (DatabaseWork database : databases) {
      reporter.collect(database.name());
      try (Workplace place = database.opening().open(workplaces.abortedBySignal(), terminal)) {
        database.work().on(place, checks, reporter);
      }
    }
    return reporter.tellCollected().code();
  }

  /** Tells results. */
  final class Reporter {

    private final CommandLine command;
    private final ReportOptions reports;
    private final Terminal terminal;
    private Instant begun = clock.instant();
    private ExitCode code = ExitCode.DONE;
    private Optional<String> database = Optional.empty();
    private final List<Collected> collected = new ArrayList<>();

    private Reporter(CommandLine command, Terminal terminal, ReportOptions reports) {
      this.command = command;
      this.terminal = terminal;
      this.reports = reports;
    }

    Terminal terminal() {
      return terminal;
    }

    Messages messages() {
      return messages;
    }

    CheckProgress progress() {
      return new CheckProgress(terminal, messages);
    }

    /** Something for people that is no part of the result. */
    void show(String line) {
      PrintWriter writer = reports.isForPeople() ? command.getOut() : command.getErr();
      writer.println(line);
      writer.flush();
    }

    /** Whether standard output still takes what is told; a reader may have seen enough. */
    boolean isHeard() {
      return !command.getOut().checkError();
    }

    /** Begins anew, at a time that is shown. */
    void again() {
      begun = clock.instant();
      show("\n" + TimeFormat.time(begun));
    }

    void tell(CheckResult checked) throws IOException, InterruptedException {
      tell(PendingResult.of(checked));
    }

    /**
     * @throws InterruptedException after a signal: what was broken off has found what is not so
     */
    void tell(PendingResult checked) throws IOException, InterruptedException {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("the check was broken off");
      }
      if (database.isPresent()) {
        collected.add(new Collected(database.get(), checked, run(begun)));
        return;
      }
      code = reports.tell(completed(checked.given().apply(Set.of())), command.getOut(), words());
    }

    private ReportOptions.CompletedCheck completed(CheckResult checked) {
      return new ReportOptions.CompletedCheck("", checked, workplaces.colours(), run(begun));
    }

    /** From now on, what is told is about this database, and told later. */
    private void collect(String name) {
      database = Optional.of(name);
      begun = clock.instant();
    }

    private ExitCode tellCollected() throws IOException {
      String title = messages.text("project.summary", collected.size());
      List<ReportOptions.CompletedCheck> each = collected.stream().map(this::completed).toList();
      CheckResult all =
          CheckResult.of(
              title,
              each.stream()
                  .collect(
                      Collectors.toMap(
                          ReportOptions.CompletedCheck::name,
                          ReportOptions.CompletedCheck::result,
                          (one, other) -> other,
                          LinkedHashMap::new)));
      begun = collected.get(0).run().begun();
      return reports.tell(each, completed(all), command.getOut(), words());
    }

    /** A query that is right for one of the databases is meant for that. */
    private ReportOptions.CompletedCheck completed(Collected one) {
      Set<Place> elsewhere =
          collected.stream()
              .filter(other -> !other.name().equals(one.name()))
              .flatMap(other -> other.result().right().stream())
              .collect(Collectors.toSet());
      return new ReportOptions.CompletedCheck(
          one.name(), one.result().given().apply(elsewhere), workplaces.colours(), one.run());
    }

    private ToolRun run(Instant since) {
      return new ToolRun(version, since, Duration.between(since, clock.instant()));
    }

    private FindingWords words() {
      return new FindingWords(messages);
    }
  }
}
