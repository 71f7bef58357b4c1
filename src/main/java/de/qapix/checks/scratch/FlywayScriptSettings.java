package de.qapix.checks.scratch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a file beside a script of Flyway's says of it, which has its name and {@code .conf} at the
 * end.
 *
 * @param inTransaction where it says that
 * @param replacesPlaceholders whether there are any for Flyway
 */
record FlywayScriptSettings(Optional<Boolean> inTransaction, boolean replacesPlaceholders) {

  static FlywayScriptSettings of(Path script) throws IOException {
    Path file = script.resolveSibling(FileOrder.name(script) + ".conf");
    Properties properties = new Properties();
    if (Files.isRegularFile(file)) {
      properties.load(new StringReader(ScriptFile.text(file)));
    }
    return new FlywayScriptSettings(
        Optional.ofNullable(properties.getProperty("executeInTransaction"))
            .map(value -> Boolean.parseBoolean(value.strip())),
        Boolean.parseBoolean(properties.getProperty("placeholderReplacement", "true").strip()));
  }
}
