package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_VALUE;

import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flyway's {@code ${name}}, whose names have no case, everywhere in a text, comments included. */
final class FlywayPlaceholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private static final Map<String, String> OWN =
      Map.of(
          "flyway:defaultSchema", "public",
          "flyway:user", "current_user",
          "flyway:database", "postgres",
          "flyway:timestamp", "2000-01-01 00:00:00",
          "flyway:workingDirectory", "/",
          "flyway:table", FlywayHistory.TABLE,
          "flyway:environment", "default");

  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * Flyway's own have values that any database understands, and the same each time.
   *
   * @param values of others, and instead of those
   */
  FlywayPlaceholders(Map<String, String> values) {
    this.values.putAll(OWN);
    this.values.putAll(values);
  }

  /** The text with values instead of placeholders; one without a value is an error. */
  String resolve(String text, Path file) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(placeholder -> Matcher.quoteReplacement(value(placeholder, text, file)));
  }

  private String value(MatchResult placeholder, String text, Path file) {
    String name = placeholder.group(1).strip();
    String value =
        name.equalsIgnoreCase("flyway:filename")
            ? String.valueOf(file.getFileName())
            : values.get(name);
    if (value == null) {
      int line = new SourceText(file.toString(), text).lineOf(placeholder.start());
      throw new MigrationFolderException(NO_VALUE, file, name, OptionalInt.of(line));
    }
    return value;
  }
}
