package de.qapix.migrate;

import de.qapix.catalog.TableProblem;
import java.util.List;

/**
 * Where the database is not what the migrations say.
 *
 * @param migrations those that are not applied as they are
 * @param tables what the two shared tables lack
 * @param indexes those that are invalid: no query uses them, though each write pays for them
 */
public record Validation(
    List<MigrationStatus> migrations, List<TableProblem> tables, List<String> indexes) {

  public Validation {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    indexes = List.copyOf(indexes);
  }

  /** Whether nothing was found. */
  public boolean passed() {
    return migrations.isEmpty() && tables.isEmpty() && indexes.isEmpty();
  }
}
