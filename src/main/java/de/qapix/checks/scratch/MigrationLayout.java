package de.qapix.checks.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder in which somebody's tool would find its migrations. */
sealed interface MigrationLayout
    permits DrizzleLayout,
        FlywayLayout,
        NumberedLayout,
        PrismaGraphLayout,
        PrismaLayout,
        SingleFileLayout {

  /** Where tools put migrations below their own folder. */
  String BELOW = "migrations";

  /** One of its migrations. */
  Path example();

  /** Its migrations in the order in which the tool applies them to an empty database. */
  MigrationFolder read() throws IOException;

  /** Finds out whether a folder is laid out like that. */
  @FunctionalInterface
  interface Recognition {
    Optional<? extends MigrationLayout> in(Path folder) throws IOException;
  }

  /**
   * All in which a folder is laid out, the surest first: what only one tool writes comes before
   * what many do.
   */
  static List<MigrationLayout> in(Path folder, FlywayPlaceholders placeholders) throws IOException {
    List<Recognition> all =
        List.of(
            PrismaGraphLayout::in,
            DrizzleLayout::in,
            PrismaLayout::in,
            any -> FlywayLayout.in(any, placeholders),
            NumberedLayout::in);
    List<MigrationLayout> found = new ArrayList<>();
    for (Recognition one : all) {
      one.in(folder).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      SingleFileLayout.in(folder).ifPresent(found::add);
    }
    return found;
  }

  /** The folder, and the one below it in which tools put migrations. */
  static List<Path> places(Path folder) {
    return Stream.of(folder, folder.resolve(BELOW)).filter(Files::isDirectory).toList();
  }

  /** What is in a folder, by name. */
  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(FileOrder.BY_NAME).toList();
    }
  }
}
