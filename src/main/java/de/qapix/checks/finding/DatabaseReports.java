package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.util.List;

/**
 * What is told of one database, or of several.
 *
 * @param parts each of several databases; none where there is but one
 * @param whole all of them together
 */
public record DatabaseReports(List<CheckReport> parts, CheckReport whole) {

  public DatabaseReports {
    parts = List.copyOf(parts);
  }

  /** For people, each database under its name; for programs, all in one report. */
  public String write(OutputFormat format, boolean coloured, Wording words) {
    ReportWriter writer = format.report(coloured);
    if (parts.isEmpty() || format != OutputFormat.TEXT) {
      return writer.write(whole, words);
    }
    StringBuilder text = new StringBuilder();
    for (CheckReport part : parts) {
      text.append(VisibleText.line("== " + part.title())).append("\n");
      text.append(writer.write(part, words)).append('\n');
    }
    return text.append(Summary.line(whole, words)).append('\n').toString();
  }
}
