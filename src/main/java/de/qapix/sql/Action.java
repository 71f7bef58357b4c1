package de.qapix.sql;

import java.util.Optional;
import java.util.Set;

/**
 * What a statement asks for, as far as that decides how it can be run. Names are as they are
 * written, with their quotes, so that the server's {@code to_regclass} can read them.
 */
public sealed interface Action {

  /** Can run in a transaction with others. */
  record Ordinary() implements Action {}

  /**
   * SET, RESET or set_config: counts for what follows in the session.
   *
   * @param words all its words, in lower case; the parameter's name is among them
   * @param local whether it counts for its transaction only
   */
  record Setting(Set<String> words, boolean local) implements Action {
    public Setting {
      words = Set.copyOf(words);
    }
  }

  /** Begins or commits a transaction. */
  record Boundary() implements Action {}

  /** ALTER TYPE .. ADD VALUE: what comes after it can use the value only once it is committed. */
  record AddEnumValue() implements Action {}

  /** CREATE INDEX CONCURRENTLY. */
  record CreateIndex(Optional<String> index, String table) implements Action {}

  /** DROP INDEX CONCURRENTLY. */
  record DropIndex(String index) implements Action {}

  /**
   * REINDEX.
   *
   * @param scope index, table, schema, database or system
   * @param name of what; empty for the current database
   */
  record Reindex(String scope, String name) implements Action {}

  /** ALTER TABLE .. DETACH PARTITION .. CONCURRENTLY. */
  record DetachPartition(String parent, String partition) implements Action {}

  /** VACUUM and others that refuse to run in a transaction. */
  record Alone() implements Action {}
}
