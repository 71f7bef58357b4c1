package de.qapix.cli;

import de.qapix.schema.MigrationFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Migrations of somebody else, as Flyway or Prisma lay them out. */
final class MigrationsChoice {

  @Option(names = "--migrations", paramLabel = "<folder>", descriptionKey = "migrations.folder")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--schemas",
      paramLabel = "<schema>",
      split = ",",
      descriptionKey = "migrations.schemas")
  private List<String> schemas = List.of();

  @Option(
      names = "--placeholder",
      paramLabel = "<name=value>",
      descriptionKey = "migrations.placeholder")
  private Map<String, String> placeholders = new LinkedHashMap<>();

  Optional<Path> folder() {
    return folder;
  }

  /** The same options for another folder. */
  MigrationFolder read(Path other) {
    return MigrationFolder.read(other, placeholders);
  }

  /**
   * Schemas that are there before the first migration.
   *
   * @param usual where none is given
   */
  List<String> schemas(String usual) {
    return schemas.isEmpty() ? List.of(usual) : List.copyOf(schemas);
  }
}
