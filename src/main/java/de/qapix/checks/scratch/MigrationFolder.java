package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.BOTH_LAYOUTS;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.EMPTY;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.MISSING;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_LAYOUT;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.UNREADABLE;

import de.qapix.files.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of migrations, in the order in which they are applied to an empty database.
 *
 * @param ignored files that look like migrations and are not applied: undo and Java migrations,
 *     callbacks, what a baseline replaces, misspelt names
 */
public record MigrationFolder(
    Path folder, Layout layout, List<FolderScript> scripts, List<Path> ignored) {

  /** Whose layout it is. */
  public enum Layout {
    FLYWAY,
    PRISMA
  }

  public MigrationFolder {
    scripts = List.copyOf(scripts);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a folder, or Prisma's folder with {@code migrations} in it.
   *
   * @param placeholders values for {@code ${name}} in migrations of Flyway's layout
   * @throws MigrationFolderException when that does not work
   */
  public static MigrationFolder read(Path folder, Map<String, String> placeholders) {
    if (!Files.isDirectory(folder)) {
      throw new MigrationFolderException(MISSING, folder, "");
    }
    try {
      return read(folder, new FlywayLayout(folder), new FlywayPlaceholders(placeholders));
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

  private static MigrationFolder read(
      Path folder, FlywayLayout flyway, FlywayPlaceholders placeholders) throws IOException {
    PrismaLayout prisma = PrismaLayout.in(folder);
    if (prisma.isThere() && flyway.isThere()) {
      throw new MigrationFolderException(BOTH_LAYOUTS, folder, flyway.first());
    }
    if (prisma.isThere()) {
      return new MigrationFolder(folder, Layout.PRISMA, prisma.scripts(), List.of());
    }
    if (!flyway.isThere()) {
      throw new MigrationFolderException(isEmpty(folder) ? EMPTY : NO_LAYOUT, folder, "");
    }
    return new MigrationFolder(
        folder, Layout.FLYWAY, flyway.scripts(placeholders), flyway.ignored());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
