package de.qapix.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;

/** The text of migrations as it is sent to the server. */
final class MigrationSql {

  private static final String CLASS_PATH = "classpath:";

  private final String shared;
  private final List<String> locations;

  MigrationSql(String shared, List<String> locations) {
    this.shared = shared;
    this.locations = locations;
  }

  MigrationPlan.Step step(MigrationInfo migration) {
    return new MigrationPlan.Step(
        MigrationHistory.version(migration),
        migration.getDescription(),
        text(migration.getScript()).replace("${shared}", shared));
  }

  private String text(String script) {
    for (String location : locations) {
      String resource = location.substring(CLASS_PATH.length()) + "/" + script;
      try (InputStream stream = MigrationSql.class.getClassLoader().getResourceAsStream(resource)) {
        if (stream != null) {
          return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    throw new IllegalStateException("no text of migration " + script);
  }
}
