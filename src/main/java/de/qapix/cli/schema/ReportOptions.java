package de.qapix.cli.schema;

import de.qapix.checks.finding.Baseline;
import de.qapix.checks.finding.BaselineFile;
import de.qapix.checks.finding.CheckReport;
import de.qapix.checks.finding.DatabaseReports;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.finding.OutputFormat;
import de.qapix.checks.finding.ToolRun;
import de.qapix.checks.finding.Wording;
import de.qapix.checks.project.Project;
import de.qapix.checks.project.RuleSettings;
import de.qapix.cli.ExitCode;
import de.qapix.cli.FileTarget;
import de.qapix.cli.Format;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.output.Output;
import de.qapix.files.IoReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How findings are told, and which of them are known already: options of every check. */
public final class ReportOptions {

  @Option(names = "--format", paramLabel = "<format>", descriptionKey = "report.format")
  private Optional<OutputFormat> format = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "<format=file>",
      converter = ReportTarget.Converter.class,
      descriptionKey = "report.file")
  private List<ReportTarget> reports = new ArrayList<>();

  @Option(names = "--baseline", paramLabel = "<file>", descriptionKey = "report.baseline")
  private Optional<Path> baseline = Optional.empty();

  @Option(names = "--update-baseline", descriptionKey = "report.baseline.update")
  private boolean updateBaseline;

  private UnaryOperator<Findings> severities = UnaryOperator.identity();

  /** From now on findings are as severe as the project says, and its baseline is the usual one. */
  void follow(Project project) {
    severities = project.ruleSettings()::apply;
    baseline = baseline.or(project::baseline);
  }

  /** From now on findings are as severe as these say. */
  public void follow(RuleSettings rules) {
    severities = rules::apply;
  }

  /** For failures, which know only these two. */
  public Format failures() {
    return format() == OutputFormat.JSON ? Format.JSON : Format.TEXT;
  }

  boolean isForPeople() {
    return format() == OutputFormat.TEXT;
  }

  /** Whether a format is written in which all queries can be listed. */
  boolean hasRoomForQueries() {
    return Stream.concat(Stream.of(format()), reports.stream().map(ReportTarget::format))
        .anyMatch(each -> each == OutputFormat.TEXT || each == OutputFormat.JSON);
  }

  /** That of standard output. */
  private OutputFormat format() {
    return format.or(() -> toOutput().findFirst()).orElse(OutputFormat.TEXT);
  }

  private Stream<OutputFormat> toOutput() {
    return reports.stream().filter(report -> report.file().isEmpty()).map(ReportTarget::format);
  }

  private Stream<Path> files() {
    return reports.stream().flatMap(report -> report.file().stream());
  }

  /** As if it had been asked for, unless another format has. */
  public void preferJson() {
    if (format() == OutputFormat.TEXT) {
      format = Optional.of(OutputFormat.JSON);
    }
  }

  /** Before the work, so that none is done whose result would have no place. */
  void check() {
    if (updateBaseline && baseline.isEmpty()) {
      throw new WrongUseException("use.baseline");
    }
    if (toOutput().count() + (format.isPresent() ? 1 : 0) > 1 && toOutput().count() > 0) {
      throw new WrongUseException("use.report.output");
    }
    List<Path> seen = new ArrayList<>();
    files()
        .forEach(
            file -> {
              check("--report", file, FileTarget.obstacle(file));
              if (seen.contains(file.toAbsolutePath().normalize())) {
                throw new WrongUseException("use.report.twice", file);
              }
              seen.add(file.toAbsolutePath().normalize());
            });
    baseline.ifPresent(this::checkBaseline);
  }

  private void checkBaseline(Path file) {
    if (updateBaseline) {
      check("--baseline", file, FileTarget.obstacleToReplacing(file));
    } else {
      new BaselineFile(file).read();
    }
  }

  private static void check(String option, Path file, Optional<String> obstacle) {
    obstacle.ifPresent(
        why -> {
          throw new WrongUseException("use.file." + why, option, file);
        });
  }

  /** Writes the findings to standard output and into the files; tells the exit code. */
  ExitCode tell(CompletedCheck completed, PrintWriter out, Wording words) throws IOException {
    CheckReport check = sifted(completed, severities.apply(completed.result().findings()));
    return write(new DatabaseReports(List.of(), check), completed.coloured(), out, words);
  }

  /** The same for several databases. */
  ExitCode tell(List<CompletedCheck> each, CompletedCheck whole, PrintWriter out, Wording words)
      throws IOException {
    CheckReport all = sifted(whole, severities.apply(whole.result().findings()));
    List<CheckReport> parts = each.stream().map(part -> part(part, all)).toList();
    return write(new DatabaseReports(parts, all), whole.coloured(), out, words);
  }

  /** What the baseline leaves, which is written anew if that was asked for. */
  private CheckReport sifted(CompletedCheck completed, Findings findings) {
    Findings fresh = findings;
    int accepted = 0;
    if (updateBaseline) {
      new BaselineFile(baseline.orElseThrow()).write(Baseline.of(findings));
    }
    if (baseline.isPresent()) {
      Baseline.Sifted sifted = new BaselineFile(baseline.get()).read().sift(findings);
      fresh = sifted.fresh();
      accepted = sifted.accepted().all().size();
    }
    return check(completed, fresh, accepted);
  }

  /** What of the fresh findings of all databases is about one of them. */
  private CheckReport part(CompletedCheck completed, CheckReport all) {
    String name = completed.name();
    int found = severities.apply(completed.result().findings()).all().size();
    Findings fresh = all.findings().about(name);
    return check(completed, fresh, found - fresh.all().size());
  }

  private static CheckReport check(CompletedCheck completed, Findings fresh, int accepted) {
    return new CheckReport(
        completed.result().title(),
        completed.result().home(),
        fresh,
        accepted,
        completed.run(),
        completed.result().extent(),
        completed.result().listing());
  }

  private ExitCode write(DatabaseReports checked, boolean coloured, PrintWriter out, Wording words)
      throws IOException {
    print(checked.write(format(), coloured, words), out, coloured);
    for (ReportTarget report : reports) {
      if (report.file().isPresent()) {
        write(report.file().get(), checked.write(report.format(), false, words));
      }
    }
    return checked.whole().findings().failed() ? ExitCode.NOT_IN_ORDER : ExitCode.DONE;
  }

  /**
   * What a check was about.
   *
   * @param name of the database, where there are several
   * @param coloured whether standard output is a terminal
   */
  record CompletedCheck(String name, CheckResult result, boolean coloured, ToolRun run) {}

  /** The formats make visible themselves what others have written. */
  private static void print(String report, PrintWriter out, boolean coloured) {
    PrintWriter writer = coloured ? Output.own(out) : out;
    writer.print(report);
    writer.flush();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new WrongUseException("use.report", file, IoReason.of(broken));
    }
  }
}
