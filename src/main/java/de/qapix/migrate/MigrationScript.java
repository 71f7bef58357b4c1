package de.qapix.migrate;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of one migration. BEGIN and COMMIT are left out, as where a transaction begins and
 * ends follows from the others.
 *
 * @param file its name
 */
record MigrationScript(String file, List<SqlStatement> statements) {

  MigrationScript {
    statements = List.copyOf(statements);
  }

  static MigrationScript of(String file, String sql) {
    return new MigrationScript(
        file,
        SqlStatements.of(sql).stream()
            .filter(statement -> !(statement.action() instanceof Action.Boundary))
            .toList());
  }

  /** Whether all of it can be done in one transaction. */
  boolean atomic() {
    return statements.stream()
        .allMatch(statement -> MigrationStep.kind(statement) != MigrationStep.Kind.APART);
  }

  /** Whether the database itself shows how far it has come. */
  boolean selfEvident() {
    return works().stream().map(SqlStatement::action).allMatch(MigrationScript::isSelfEvident);
  }

  /** What is done once, in contrast to what is set anew in each session. */
  List<SqlStatement> works() {
    return statements.stream()
        .filter(statement -> MigrationStep.kind(statement) != MigrationStep.Kind.SETTING)
        .toList();
  }

  /** What has to be done when so many of the works are done already. */
  List<MigrationStep> steps(int done) {
    List<MigrationStep> steps = new ArrayList<>();
    int number = 0;
    for (SqlStatement statement : statements) {
      MigrationStep.Kind kind = MigrationStep.kind(statement);
      if (kind == MigrationStep.Kind.SETTING || number++ >= done) {
        append(steps, new MigrationStep(kind, number, List.of(statement)));
      }
    }
    return steps;
  }

  private static void append(List<MigrationStep> steps, MigrationStep next) {
    int last = steps.size() - 1;
    if (last >= 0 && steps.get(last).takes(next)) {
      steps.set(last, steps.get(last).with(next));
      return;
    }
    steps.add(next);
  }

  private static boolean isSelfEvident(Action action) {
    return action instanceof Action.AddEnumValue
        || action instanceof Action.DropIndex
        || action instanceof Action.Reindex
        || action instanceof Action.DetachPartition
        || (action instanceof Action.CreateIndex create && create.index().isPresent());
  }
}
