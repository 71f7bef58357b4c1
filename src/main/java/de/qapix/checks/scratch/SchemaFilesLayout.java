package de.qapix.checks.scratch;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that make a schema together, whatever they are called and in whatever folders they are. The
 * order is that of their names, but for those that need what a later one makes.
 */
final class SchemaFilesLayout implements MigrationLayout {

  private final Path folder;
  private final List<Path> files;
  private final PsqlVariables variables;

  private SchemaFilesLayout(Path folder, List<Path> files, PsqlVariables variables) {
    this.folder = folder;
    this.files = files;
    this.variables = variables;
  }

  /** All files of SQL in a folder and below it. */
  static Optional<SchemaFilesLayout> in(Path folder, PsqlVariables variables) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(file -> FileOrder.name(file).toLowerCase(Locale.ROOT).endsWith(".sql"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      return files.isEmpty()
          ? Optional.empty()
          : Optional.of(new SchemaFilesLayout(folder, files, variables));
    }
  }

  @Override
  public Path example() {
    return files.get(0);
  }

  @Override
  public MigrationFolder read() throws IOException {
    List<FolderScript> scripts = new ArrayList<>();
    for (Path file : files) {
      scripts.add(ScriptFile.numbered(folder, file, variables).sent(Sending.TRANSACTION));
    }
    return new MigrationFolder(folder, Layout.SCHEMA_FILES, scripts, List.of(), List.of());
  }
}
