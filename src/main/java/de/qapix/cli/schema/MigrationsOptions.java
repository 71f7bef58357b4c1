package de.qapix.cli.schema;

import de.qapix.checks.scratch.FolderReader;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.cli.WrongUseException;
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

  /**
   * Refuses them where there is no folder.
   *
   * @param example of a command that has one
   */
  public void refuse(String example) {
    refusePlaceholders(example);
    if (!schemas.isEmpty()) {
      throw new WrongUseException("use.migrations", "--schemas", example);
    }
  }

  /** The same where schemas are of use to something else. */
  void refusePlaceholders(String example) {
    if (!placeholders.isEmpty()) {
      throw new WrongUseException("use.migrations", "--placeholder", example);
    }
  }

  /** The same with other schemas, where the options name none. */
  MigrationsOptions over(List<String> others) {
    MigrationsOptions both = new MigrationsOptions();
    both.schemas = schemas.isEmpty() ? others : schemas;
    both.placeholders = placeholders;
    return both;
  }

  public MigrationFolder read(Path folder) {
    return FolderReader.read(folder, placeholders);
  }

  /** The same, or files of SQL that make a schema together. */
  MigrationFolder readSchema(Path folder) {
    return FolderReader.readSchema(folder, placeholders);
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
