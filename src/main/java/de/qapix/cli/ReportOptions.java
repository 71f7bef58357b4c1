package de.qapix.cli;

import de.qapix.finding.Baseline;
import de.qapix.finding.BaselineFile;
import de.qapix.finding.Check;
import de.qapix.finding.Findings;
import de.qapix.finding.OutputFormat;
import de.qapix.finding.ToolRun;
import de.qapix.finding.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How findings are told, and which of them are known already: options of every check. */
final class ReportOptions {

  @Option(
      names = "--format",
      paramLabel = "<format>",
      defaultValue = "text",
      descriptionKey = "report.format")
  private OutputFormat format;

  @Option(names = "--report", paramLabel = "<format=file>", descriptionKey = "report.file")
  private Map<OutputFormat, Path> reports = new LinkedHashMap<>();

  @Option(names = "--baseline", paramLabel = "<file>", descriptionKey = "report.baseline")
  private Optional<Path> baseline = Optional.empty();

  @Option(names = "--update-baseline", descriptionKey = "report.baseline.update")
  private boolean updateBaseline;

  /** For failures, which know only these two. */
  Format failures() {
    return format == OutputFormat.JSON ? Format.JSON : Format.TEXT;
  }

  boolean isForPeople() {
    return format == OutputFormat.TEXT;
  }

  /** As if it had been asked for, unless another format has. */
  void preferJson() {
    format = format == OutputFormat.TEXT ? OutputFormat.JSON : format;
  }

  void check() {
    if (updateBaseline && baseline.isEmpty()) {
      throw new WrongUseException("use.baseline");
    }
  }

  /** Writes the findings to standard output and into the files; tells the exit code. */
  ExitCode tell(Told told, PrintWriter out, Wording words) throws IOException {
    Findings findings = told.checked().findings();
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
    Check check =
        new Check(
            told.checked().title(),
            told.checked().home(),
            fresh,
            accepted,
            told.run(),
            told.checked().extent());
    out.print(format.report(told.coloured()).write(check, words));
    out.flush();
    for (Map.Entry<OutputFormat, Path> report : reports.entrySet()) {
      write(report.getValue(), report.getKey().report(false).write(check, words));
    }
    return fresh.failed() ? ExitCode.NOT_IN_ORDER : ExitCode.DONE;
  }

  /**
   * What a check was about.
   *
   * @param coloured whether standard output is a terminal
   */
  record Told(CheckRunner.Checked checked, boolean coloured, ToolRun run) {}

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new WrongUseException("use.report", file, String.valueOf(broken.getMessage()));
    }
  }
}
