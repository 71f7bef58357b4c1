package de.qapix.migrate;

import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import de.qapix.catalog.TableProblem;
import java.util.List;
import java.util.Optional;

/** Why a migration could not be done. */
public sealed interface Obstacle {

  /** Another migrate is at work and did not end in time. */
  record Busy(Optional<Session> by) implements Obstacle {}

  /** Someone held a lock through all tries. */
  record Locked(Optional<TableLock> by) implements Obstacle {}

  /** The role lacks a right; the reason is the server's. */
  record Denied(String reason) implements Obstacle {}

  /** A statement failed; what its migration had done is rolled back. */
  record Failed(String file, int line, String sqlState, String reason) implements Obstacle {}

  /**
   * A statement failed; those before it are done and stay, and the next migrate goes on with it.
   */
  record HalfDone(String file, int line, String sqlState, String reason) implements Obstacle {}

  /** A migration that is half done has another text now, where it is done already. */
  record Rewritten(String file, int line, String before) implements Obstacle {}

  /** The two shared tables are not what we need; nothing was changed. */
  record Incompatible(List<TableProblem> problems) implements Obstacle {
    public Incompatible {
      problems = List.copyOf(problems);
    }
  }

  /** The two shared tables were made, but are in these schemas instead of the one that is meant. */
  record Elsewhere(String schema, List<String> others) implements Obstacle {
    public Elsewhere {
      others = List.copyOf(others);
    }
  }

  /** Shared tables were made, and are nowhere any more. */
  record Gone(String schema, List<String> tables) implements Obstacle {
    public Gone {
      tables = List.copyOf(tables);
    }
  }

  /** A newer qapix has applied these versions; nothing was changed. */
  record Newer(List<String> versions) implements Obstacle {
    public Newer {
      versions = List.copyOf(versions);
    }
  }

  /** The history does not fit the migrations; nothing was changed. */
  record Unsound(List<MigrationStatus> migrations) implements Obstacle {
    public Unsound {
      migrations = List.copyOf(migrations);
    }
  }

  /** A schema of our name is there and has no history, so it is someone else's. */
  record NotOurs(String schema) implements Obstacle {}
}
