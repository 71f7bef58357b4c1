package de.qapix.migrate;

import de.qapix.migrate.MigrationStatus.State;
import de.qapix.sql.SqlStatement;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;

/**
 * Takes up failed migrations again where it can be seen how far they came. qapix itself leaves none
 * behind, but Flyway does when it runs one without a transaction.
 */
final class Resumption {

  private final DSLContext db;
  private final MigrationSql sql;
  private final MigrationHistory history;

  Resumption(DSLContext db, MigrationSql sql, MigrationHistory history) {
    this.db = db;
    this.sql = sql;
    this.history = history;
  }

  /** Makes them pending, and all that they consist of begun; tells what is the case then. */
  List<MigrationStatus> admitFailed(List<MigrationStatus> migrations) {
    if (migrations.stream().noneMatch(migration -> migration.state() == State.FAILED)) {
      return migrations;
    }
    for (MigrationInfo failed : history.failed()) {
      MigrationScript script = sql.script(Migration.of(failed));
      if (!script.atomic() && script.selfEvident()) {
        db.transaction(configuration -> admit(configuration.dsl(), failed, script));
      }
    }
    return history.list(history.read());
  }

  private void admit(DSLContext transaction, MigrationInfo failed, MigrationScript script) {
    StepwiseProgress progress = new StepwiseProgress(script.file());
    List<SqlStatement> works = script.works();
    StepwiseProgress.create(transaction);
    for (int number = 1; number <= works.size(); number++) {
      progress.begin(transaction, number, works.get(number - 1).text(), List.of());
    }
    history.entries().remove(transaction, failed);
  }
}
