package de.qapix.checks.scratch;

import java.util.Optional;

/**
 * Where a migration of Prisma's stands in a database.
 *
 * @param logs what Prisma wrote down when it failed
 */
public record PrismaMigration(String name, State state, Optional<String> logs) {

  /** Where it stands. */
  public enum State {
    APPLIED,
    /** In the folder and not in the database. */
    PENDING,
    /**
     * Begun and not ended: it failed, or it still runs. Prisma applies nothing before that is
     * resolved.
     */
    FAILED,
    /** Failed, marked as rolled back, and not applied since. */
    ROLLED_BACK,
    /** Applied, but the file has been edited since. */
    CHANGED,
    /** Applied, and no longer in the folder. */
    MISSING
  }
}
