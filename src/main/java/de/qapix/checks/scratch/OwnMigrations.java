package de.qapix.checks.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The migrations of this build, which are in its jar, as a folder. */
final class OwnMigrations {

  private static final String RESOURCES = "db/migration";

  /** Where they stand in the sources. */
  private static final Path SOURCES = Path.of("sql", "migrations");

  private OwnMigrations() {}

  static MigrationFolder read(Map<String, String> placeholders) {
    Path build = build();
    if (Files.isDirectory(build)) {
      return named(MigrationFolder.read(build.resolve(RESOURCES), placeholders));
    }
    try (FileSystem jar = FileSystems.newFileSystem(build)) {
      return named(MigrationFolder.read(jar.getPath(RESOURCES), placeholders));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path build() {
    try {
      return Path.of(
          OwnMigrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MigrationFolder named(MigrationFolder folder) {
    List<FolderScript> scripts =
        folder.scripts().stream()
            .map(script -> script.withFile(SOURCES.resolve(script.name())))
            .toList();
    return new MigrationFolder(SOURCES, folder.layout(), scripts, List.of());
  }
}
