package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.NOT_SQL;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One file that makes the whole schema, such as a dump of it. */
final class SingleFileLayout implements MigrationLayout {

  private final Path file;
  private final PsqlVariables variables;

  private SingleFileLayout(Path file, PsqlVariables variables) {
    this.file = file;
    this.variables = variables;
  }

  /** The only file of SQL in a folder. */
  static Optional<SingleFileLayout> in(Path folder, PsqlVariables variables) throws IOException {
    List<Path> sql = FileOrder.sql(folder);
    return sql.size() == 1
        ? Optional.of(new SingleFileLayout(sql.get(0), variables))
        : Optional.empty();
  }

  /** A file that somebody has named. */
  static SingleFileLayout of(Path file, PsqlVariables variables) {
    if (!FileOrder.name(file).toLowerCase(Locale.ROOT).endsWith(".sql")) {
      throw new MigrationFolderException(NOT_SQL, file, "");
    }
    return new SingleFileLayout(file, variables);
  }

  @Override
  public Path example() {
    return file;
  }

  @Override
  public MigrationFolder read() throws IOException {
    FolderScript script = ScriptFile.numbered(file.resolveSibling(""), file, variables);
    return new MigrationFolder(file, Layout.SINGLE_FILE, List.of(script), List.of(), List.of());
  }
}
