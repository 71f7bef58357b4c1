package de.qapix.checks.schema;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.PendingScripts;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.ScratchException;
import de.qapix.checks.script.ScriptNote;
import de.qapix.checks.trial.FolderCatalogs;
import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies pending scripts as their tool will, to see whether it can. */
public final class Rehearsal {

  private final FolderCatalogs catalogs;
  private final List<String> schemas;
  private final Path here;

  /**
   * @param schemas that are there before the first migration
   * @param here the folder to which the paths of findings are relative
   */
  public Rehearsal(FolderCatalogs catalogs, List<String> schemas, Path here) {
    this.catalogs = catalogs;
    this.schemas = List.copyOf(schemas);
    this.here = here;
  }

  /**
   * What their tool cannot do, as it sends a file as one transaction. That a statement fails in any
   * case is left to others.
   */
  public List<Finding> findings(PendingScripts scripts)
      throws IOException, InterruptedException, SQLException {
    if (scripts.pending().stream().noneMatch(Rehearsal::isDoubtful)) {
      return List.of();
    }
    MigrationFolder all = scripts.all();
    Set<Path> pending =
        scripts.pending().stream().map(FolderScript::file).collect(Collectors.toSet());
    List<ScriptNote> refused =
        notes(all).stream()
            .filter(note -> note.kind() == ScriptNote.Kind.IN_TRANSACTION)
            .filter(note -> pending.contains(note.file()))
            .toList();
    return new ScratchFindings(all, here).applied(refused);
  }

  private List<ScriptNote> notes(MigrationFolder all)
      throws IOException, InterruptedException, SQLException {
    try {
      return catalogs.of(all, schemas).notes();
    } catch (ScratchException failure) {
      return failure.notes();
    }
  }

  private static boolean isDoubtful(FolderScript script) {
    return SqlStatements.of(script.sql()).stream().anyMatch(Rehearsal::isDoubtful);
  }

  private static boolean isDoubtful(SqlStatement statement) {
    Action action = statement.action();
    return !(action instanceof Action.Ordinary
        || action instanceof Action.Setting
        || action instanceof Action.Boundary);
  }
}
