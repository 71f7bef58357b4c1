package de.qapix.checks.scratch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Migrations that are no SQL and cannot be run here. */
final class CodeMigrations {

  private CodeMigrations() {}

  /** The first of them, with the number of the others. */
  static Optional<FolderNote> note(List<Path> files, Pattern names) {
    List<Path> found =
        files.stream().filter(file -> names.matcher(FileOrder.name(file)).matches()).toList();
    String others = found.size() > 1 ? " +" + (found.size() - 1) : "";
    return found.stream()
        .findFirst()
        .map(first -> new FolderNote(FolderNote.Kind.CODE_MIGRATION, first, others));
  }
}
