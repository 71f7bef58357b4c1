package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.EMPTY;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.MISSING;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NOT_POSTGRESQL;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_LAYOUT;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.UNREADABLE;

import de.qapix.checks.script.FolderScript;
import de.qapix.files.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads folders of migrations, whichever tool they are for. */
public final class FolderReader {

  /** Finds out whether a folder is laid out like that. */
  @FunctionalInterface
  private interface Recognition {
    Optional<? extends MigrationLayout> in(Path folder) throws IOException;
  }

  private FolderReader() {}

  /**
   * Reads a folder, the folder with {@code migrations} in it, or a file that makes it all.
   *
   * @param placeholders values for {@code ${name}} in migrations of Flyway's layout, and for psql's
   *     {@code :name} in numbered files and in a single one
   * @throws MigrationFolderException when that does not work
   */
  public static MigrationFolder read(Path folder, Map<String, String> placeholders) {
    try {
      if (Files.isRegularFile(folder)) {
        return read(folder, List.of(SingleFileLayout.of(folder, new PsqlVariables(placeholders))));
      }
      if (!Files.isDirectory(folder)) {
        throw new MigrationFolderException(MISSING, folder, "");
      }
      return read(folder, layouts(folder, placeholders));
    } catch (IOException failure) {
      throw new MigrationFolderException(UNREADABLE, folder, IoReason.of(failure));
    } catch (UncheckedIOException failure) {
      throw new MigrationFolderException(UNREADABLE, folder, IoReason.of(failure));
    }
  }

  /**
   * Reads the same, or else files of SQL in any folders below it that make a schema together.
   *
   * @throws MigrationFolderException when that does not work
   */
  public static MigrationFolder readSchema(Path folder, Map<String, String> placeholders) {
    try {
      MigrationFolder known = read(folder, placeholders);
      return known.layout() == MigrationFolder.Layout.SINGLE_FILE && Files.isDirectory(folder)
          ? readFiles(folder, placeholders).orElse(known)
          : known;
    } catch (MigrationFolderException failure) {
      if (failure.kind() != NO_LAYOUT) {
        throw failure;
      }
      return readFiles(folder, placeholders).orElseThrow(() -> failure);
    }
  }

  private static Optional<MigrationFolder> readFiles(
      Path folder, Map<String, String> placeholders) {
    try {
      Optional<SchemaFilesLayout> files =
          SchemaFilesLayout.in(folder, new PsqlVariables(placeholders));
      return files.isEmpty() ? Optional.empty() : Optional.of(read(folder, List.of(files.get())));
    } catch (IOException failure) {
      throw new MigrationFolderException(UNREADABLE, folder, IoReason.of(failure));
    } catch (UncheckedIOException failure) {
      throw new MigrationFolderException(UNREADABLE, folder, IoReason.of(failure));
    }
  }

  private static MigrationFolder read(Path folder, List<MigrationLayout> found) throws IOException {
    if (found.isEmpty()) {
      boolean empty = FileOrder.entries(folder).isEmpty();
      throw new MigrationFolderException(empty ? EMPTY : NO_LAYOUT, folder, "");
    }
    MigrationFolder taken = found.get(0).read();
    taken.scripts().forEach(script -> requirePostgresql(folder, script));
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

  private static void requirePostgresql(Path folder, FolderScript script) {
    ForeignDialect.of(script.sql())
        .ifPresent(
            system -> {
              throw new MigrationFolderException(NOT_POSTGRESQL, folder, system);
            });
  }

  /**
   * All in which a folder is laid out, the surest first: what only one tool writes comes before
   * what many do.
   */
  private static List<MigrationLayout> layouts(Path folder, Map<String, String> placeholders)
      throws IOException {
    PsqlVariables variables = new PsqlVariables(placeholders);
    List<Recognition> all =
        List.of(
            PrismaGraphLayout::in,
            DrizzleLayout::in,
            PrismaLayout::in,
            any -> FlywayLayout.in(any, new FlywayPlaceholders(placeholders)),
            any -> NumberedLayout.in(any, variables));
    List<MigrationLayout> found = new ArrayList<>();
    for (Recognition one : all) {
      one.in(folder).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      SingleFileLayout.in(folder, variables).ifPresent(found::add);
    }
    return found;
  }
}
