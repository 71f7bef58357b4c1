package de.qapix.cli.schema;

import de.qapix.checks.scratch.MigrationFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What folders of migrations, as Flyway or Prisma lay them out, need to be read and applied. */
public final class MigrationsOptions {

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

  public MigrationFolder read(Path folder) {
    return MigrationFolder.read(folder, placeholders);
  }

  /**
   * Schemas that are there before the first migration.
   *
   * @param usual where none is given
   */
  public List<String> schemas(String usual) {
    return schemas.isEmpty() ? List.of(usual) : List.copyOf(schemas);
  }
}
