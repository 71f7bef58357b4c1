package de.qapix.migrate;

import java.util.List;

/**
 * Where the database is not what the migrations say.
 *
 * @param migrations those that are not applied as they are
 * @param tables what the two shared tables lack
 */
public record Validation(List<MigrationStatus> migrations, List<TableProblem> tables) {

  public Validation {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
  }

  /** Whether nothing was found. */
  public boolean passed() {
    return migrations.isEmpty() && tables.isEmpty();
  }
}
