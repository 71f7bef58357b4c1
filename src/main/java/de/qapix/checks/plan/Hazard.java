package de.qapix.checks.plan;

/**
 * What a statement does to those who use the database meanwhile.
 *
 * @param lock as the server names it, e.g. {@code ACCESS EXCLUSIVE}
 * @param table on what, as it is written in SQL
 * @param work how long the lock lasts
 */
public record Hazard(String lock, String table, Work work) {

  /** What is done while a lock is held. */
  public enum Work {
    /** Only the catalog is changed. */
    MOMENT,
    /** All rows are read. */
    SCAN,
    /** All rows are written anew. */
    REWRITE
  }
}
