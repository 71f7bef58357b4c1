package de.qapix.checks.trial;

import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.ScratchException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies files that make a schema together: one that needs what a later one makes, after that. */
final class SchemaFilesRun {

  /** No such table, column, function, type, schema, role or key. */
  private static final Set<String> WAITS =
      Set.of("42P01", "42703", "42883", "42704", "3F000", "42830");

  /** What applies a file, all of it or nothing. */
  @FunctionalInterface
  interface File {
    void apply(FolderScript script) throws SQLException;
  }

  private SchemaFilesRun() {}

  /**
   * All of them, as long as one more can be applied.
   *
   * @throws ScratchException for the first file that cannot
   */
  static void run(List<FolderScript> scripts, File file) throws SQLException {
    List<FolderScript> open = scripts;
    while (!open.isEmpty()) {
      List<FolderScript> waiting = new ArrayList<>();
      ScratchException first = null;
      for (FolderScript script : open) {
        try {
          file.apply(script);
        } catch (ScratchException refused) {
          if (!WAITS.contains(refused.sqlState())) {
            throw refused;
          }
          waiting.add(script);
          first = first == null ? refused : first;
        }
      }
      if (waiting.size() == open.size()) {
        throw first;
      }
      open = waiting;
    }
  }
}
