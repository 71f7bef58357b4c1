package de.qapix.migrate;

import de.qapix.files.ResourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text of migrations as it is sent to the server. */
final class MigrationSql {

  private static final String FILE_SYSTEM = "filesystem:";
  private static final String CLASS_PATH = "classpath:";

  private final String shared;
  private final List<String> locations;

  MigrationSql(String shared, List<String> locations) {
    this.shared = shared;
    this.locations = locations;
  }

  MigrationPlan.Step step(Migration migration) {
    return new MigrationPlan.Step(migration.version(), migration.description(), text(migration));
  }

  MigrationScript script(Migration migration) {
    return MigrationScript.of(migration.script(), text(migration));
  }

  private String text(Migration migration) {
    return text(migration.script()).replace("${shared}", shared);
  }

  /** As it is in its file. */
  String text(String script) {
    return find(script)
        .orElseThrow(() -> new IllegalStateException("no text of migration " + script));
  }

  /** Empty where a history names a file that there is none of here, such as a baseline. */
  Optional<String> find(String script) {
    return locations.stream().flatMap(location -> find(location, script).stream()).findFirst();
  }

  private static Optional<String> find(String location, String script) {
    if (!location.startsWith(FILE_SYSTEM)) {
      String name = "/" + location.substring(CLASS_PATH.length()) + "/" + script;
      return ResourceText.find(MigrationSql.class, name);
    }
    Path file = Path.of(location.substring(FILE_SYSTEM.length()), script);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
