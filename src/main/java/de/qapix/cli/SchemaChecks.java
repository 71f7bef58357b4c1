package de.qapix.cli;

import de.qapix.finding.Findings;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.schema.Catalog;
import de.qapix.schema.MigrationFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What {@code qapix schema check} has others do. */
public interface SchemaChecks {

  /**
   * Compares the database of a workplace with what the migrations of this build make.
   *
   * @param strict whether additions to the shared tables are errors
   */
  Findings own(Workplace place, boolean strict);

  /**
   * Compares it, if there is one, with what these migrations make.
   *
   * @param schemas that are there before the first of them
   */
  Findings of(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException;

  /**
   * What these migrations make of an empty database.
   *
   * @param schemas that are there before the first of them
   */
  Catalog catalog(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException;

  /** Judges the migrations that are still to come by what they do to the others. */
  Findings lint(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException;

  /** The same for our own migrations: those that the database of the workplace lacks. */
  Findings lintOwn(Workplace place, MigrationFolder ours)
      throws IOException, InterruptedException, SQLException;

  /** What is in a database. */
  Catalog catalog(ConnectionSettings database) throws SQLException;
}
