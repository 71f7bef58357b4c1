package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.EMPTY;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.MISSING;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_LAYOUT;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.UNREADABLE;

import de.qapix.files.DisplayPath;
import de.qapix.files.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    SINGLE_FILE
  }

  public MigrationFolder {
    scripts = List.copyOf(scripts);
    ignored = List.copyOf(ignored);
    notes = List.copyOf(notes);
  }

  /**
   * Reads a folder, the folder with {@code migrations} in it, or a file that makes it all.
   *
   * @param placeholders values for {@code ${name}} in migrations of Flyway's layout
   * @throws MigrationFolderException when that does not work
   */
  public static MigrationFolder read(Path folder, Map<String, String> placeholders) {
    try {
      if (Files.isRegularFile(folder)) {
        return SingleFileLayout.of(folder).read();
      }
      if (!Files.isDirectory(folder)) {
        throw new MigrationFolderException(MISSING, folder, "");
      }
      return read(folder, MigrationLayout.in(folder, new FlywayPlaceholders(placeholders)));
    } catch (IOException failure) {
      throw new MigrationFolderException(UNREADABLE, folder, IoReason.of(failure));
    } catch (UncheckedIOException failure) {
      throw new MigrationFolderException(UNREADABLE, folder, IoReason.of(failure));
    }
  }

  /** The first migration, which is a file that surely is there. */
  public String home() {
    return scripts.get(0).file().toString();
  }

  /** A file of it as people know it: relative to the folder, with slashes. */
  public String nameOf(Path file) {
    return folder.equals(file) ? FileOrder.name(file) : DisplayPath.of(folder.relativize(file));
  }

  /** With only these of its migrations. */
  MigrationFolder with(List<FolderScript> some) {
    return new MigrationFolder(folder, layout, some, ignored, notes);
  }

  private static MigrationFolder read(Path folder, List<MigrationLayout> found) throws IOException {
    if (found.isEmpty()) {
      boolean empty = MigrationLayout.entries(folder).isEmpty();
      throw new MigrationFolderException(empty ? EMPTY : NO_LAYOUT, folder, "");
    }
    MigrationFolder taken = found.get(0).read();
    List<FolderNote> notes = new ArrayList<>(taken.notes());
    found.stream()
        .skip(1)
        .map(MigrationLayout::example)
        .filter(example -> !taken.knows(example))
        .map(
            example ->
                new FolderNote(
                    FolderNote.Kind.OTHER_LAYOUT, example, taken.scripts().get(0).name()))
        .forEach(notes::add);
    return new MigrationFolder(folder, taken.layout(), taken.scripts(), taken.ignored(), notes);
  }

  private boolean knows(Path file) {
    return ignored.contains(file)
        || scripts.stream().anyMatch(script -> script.file().equals(file));
  }
}
