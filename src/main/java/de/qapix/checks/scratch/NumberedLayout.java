package de.qapix.checks.scratch;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files whose names begin with a number or a time. Those of Supabase, golang-migrate, sqlx, goose,
 * dbmate, node-pg-migrate and others differ in nothing but in how they tell the way back.
 */
final class NumberedLayout implements MigrationLayout {

  private static final Pattern WAY_BACK =
      Pattern.compile(".*[._-]down\\.sql|\\d+\\.undo\\..*", Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE =
      Pattern.compile(
          "\\d+[._-].*(?<!_test|\\.d|\\.test|\\.spec)\\.(go|[cm]?[jt]s|py|rb|php|exs|java|kt)",
          Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final Path place;
  private final List<Path> sql;
  private final PsqlVariables variables;

  private NumberedLayout(Path folder, Path place, List<Path> sql, PsqlVariables variables) {
    this.folder = folder;
    this.place = place;
    this.sql = sql;
    this.variables = variables;
  }

  static Optional<NumberedLayout> in(Path folder, PsqlVariables variables) throws IOException {
    for (Path place : FileOrder.places(folder)) {
      NumberedLayout numbered = new NumberedLayout(folder, place, FileOrder.sql(place), variables);
      if (!numbered.files().isEmpty()) {
        return Optional.of(numbered);
      }
    }
    return Optional.empty();
  }

  @Override
  public Path example() {
    return files().get(0);
  }

  @Override
  public MigrationFolder read() throws IOException {
    List<FolderScript> scripts = new ArrayList<>();
    for (Path file : files()) {
      scripts.add(ScriptFile.numbered(place, file, variables));
    }
    List<FolderNote> notes = new ArrayList<>();
    sql.stream()
        .filter(file -> !FileOrder.isNumbered(file))
        .map(file -> new FolderNote(FolderNote.Kind.NOT_NUMBERED, file, ""))
        .forEach(notes::add);
    CodeMigrations.note(FileOrder.entries(place), CODE).ifPresent(notes::add);
    return new MigrationFolder(
        folder,
        Layout.NUMBERED,
        scripts,
        sql.stream().filter(NumberedLayout::isWayBack).toList(),
        notes);
  }

  private List<Path> files() {
    return sql.stream()
        .filter(FileOrder::isNumbered)
        .filter(file -> !isWayBack(file))
        .sorted(FileOrder.BY_NUMBER)
        .toList();
  }

  private static boolean isWayBack(Path file) {
    return WAY_BACK.matcher(FileOrder.name(file)).matches();
  }
}
