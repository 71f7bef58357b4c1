package de.qapix.migrate;

import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import java.util.List;
import java.util.Optional;

/** Is told why a migration takes longer than it should. */
public interface MigrationWatch {

  /** Another migrate is at work; this one waits for it. */
  void waiting(Optional<Session> behind);

  /** A lock was not to be had; the next attempt follows after a pause. */
  void retrying(int attempt, int attempts, Optional<TableLock> behind);

  /** These migrations were edited, which a repair is about to accept. */
  default void accepting(List<EditedMigration> edits) {}

  /** These migrations are done in part, which a repair leaves as it is. */
  default void leaving(List<MigrationStatus> begun) {}

  /** An earlier try did not come to its end, and this is what is done about it. */
  void recovering(Recovery recovery);

  /** Does not want to know. */
  static MigrationWatch none() {
    return new MigrationWatch() {
      @Override
      public void waiting(Optional<Session> behind) {}

      @Override
      public void retrying(int attempt, int attempts, Optional<TableLock> behind) {}

      @Override
      public void recovering(Recovery recovery) {}
    };
  }
}
