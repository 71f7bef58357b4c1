package de.qapix.cli.schema;

import de.qapix.checks.finding.OutputFormat;
import de.qapix.cli.WrongUseException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/**
 * One more place to which findings are written, {@code FORMAT=FILE}.
 *
 * @param file empty for standard output, which is written as {@code -}
 */
record ReportTarget(OutputFormat format, Optional<Path> file) {

  private static final String STANDARD_OUTPUT = "-";

  /** Reads what the user types. */
  static final class Converter implements ITypeConverter<ReportTarget> {

    @Override
    public ReportTarget convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 0 || equals == text.length() - 1) {
        throw new WrongUseException("use.report.form", text, formats());
      }
      String word = text.substring(0, equals);
      OutputFormat format =
          OutputFormat.find(word)
              .orElseThrow(() -> new WrongUseException("use.report.format", word, formats()));
      String file = text.substring(equals + 1);
      return new ReportTarget(
          format, file.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(path(file)));
    }

    private static Path path(String file) {
      try {
        return Path.of(file);
      } catch (InvalidPathException noPath) {
        throw new WrongUseException("use.report.form", file, formats());
      }
    }

    private static String formats() {
      return Arrays.stream(OutputFormat.values())
          .map(OutputFormat::toString)
          .collect(Collectors.joining(", "));
    }
  }
}
