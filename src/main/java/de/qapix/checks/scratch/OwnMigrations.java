package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
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
public final class OwnMigrations {

  private static final String RESOURCES = "db/migration";

  /** Where they stand in the sources. */
  private static final Path SOURCES = Path.of("sql", "migrations");

  private OwnMigrations() {}

  /**
   * Reads them all.
   *
   * @param shared the schema of the two shared tables
   */
  public static MigrationFolder read(String shared) {
    Map<String, String> placeholders = Map.of("shared", shared);
    Path build = build();
    if (Files.isDirectory(build)) {
      return named(FolderReader.read(build.resolve(RESOURCES), placeholders));
    }
    try (FileSystem jar = FileSystems.newFileSystem(build)) {
      return named(FolderReader.read(jar.getPath(RESOURCES), placeholders));
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
    return new MigrationFolder(SOURCES, folder.layout(), scripts, List.of(), List.of());
  }
}
