package de.qapix.migrate;

/** What migrate does about a try that did not come to its end. */
public sealed interface Recovery {

  /** Goes on in the middle of a migration, at this line. */
  record Resumed(String file, int line) implements Recovery {}

  /** Leaves out a statement, as the database has what it would make. */
  record AlreadyThere(String file, int line) implements Recovery {}

  /** Drops an index that was not built to its end, and that no query uses. */
  record IndexDropped(String index) implements Recovery {}

  /** Finishes what has begun to detach a partition. */
  record DetachFinished(String partition) implements Recovery {}
}
