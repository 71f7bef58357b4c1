package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
import de.qapix.files.DisplayPath;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of migrations, in the order in which they are applied to an empty database.
 *
 * @param ignored files that look like migrations and are not applied: undo and Java migrations,
 *     callbacks, what a baseline replaces, misspelt names
 */
public record MigrationFolder(
    Path folder,
    Layout layout,
    List<FolderScript> scripts,
    List<Path> ignored,
    List<FolderNote> notes) {

  /** Whose layout it is. */
  public enum Layout {
    FLYWAY,
    /** That of Prisma up to 7. */
    PRISMA,
    /** Prisma 8 and later. */
    PRISMA_8,
    DRIZZLE,
    /** Files whose names begin with a number or a time, as many tools have them. */
    NUMBERED,
    /** One file that makes it all. */
    SINGLE_FILE,
    /** Several that do that together. */
    SCHEMA_FILES
  }

  public MigrationFolder {
    scripts = List.copyOf(scripts);
    ignored = List.copyOf(ignored);
    notes = List.copyOf(notes);
  }

  /** The first migration, which is a file that surely is there. */
  public String home() {
    return scripts.get(0).file().toString();
  }

  /** A file of it as people know it: relative to the folder, with slashes. */
  public String nameOf(Path file) {
    return folder.equals(file) ? FileOrder.name(file) : DisplayPath.of(folder.relativize(file));
  }

  /** Whether some of it cannot be run here, so that what comes later may miss something. */
  public boolean hasCode() {
    return notes.stream().anyMatch(note -> note.kind() == FolderNote.Kind.CODE_MIGRATION);
  }

  /** With only these of its migrations. */
  MigrationFolder with(List<FolderScript> some) {
    return new MigrationFolder(folder, layout, some, ignored, notes);
  }

  boolean knows(Path file) {
    return ignored.contains(file)
        || scripts.stream().anyMatch(script -> script.file().equals(file));
  }
}
