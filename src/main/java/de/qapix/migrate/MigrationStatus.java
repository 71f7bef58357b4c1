package de.qapix.migrate;

import java.time.Instant;
import java.util.Optional;

/**
 * One migration, as this qapix and this database know it.
 *
 * @param version its number; empty for one that is applied whenever it changes
 * @param description what it is about
 * @param state whether it was applied, and whether that still fits
 * @param appliedAt when it was applied, or tried
 * @param begun how far it has come, if it is pending and some of it is done
 */
public record MigrationStatus(
    String version,
    String description,
    State state,
    Optional<Instant> appliedAt,
    Optional<UnfinishedMigration> begun) {

  /** Where a migration stands. */
  public enum State {
    /** Applied as it is. */
    APPLIED,
    /** To be applied by the next migrate. */
    PENDING,
    /** Not applied, but older than one that is; the next migrate would leave it out. */
    SKIPPED,
    /** Ended half-way; the database has to be looked at. */
    FAILED,
    /** Applied, but its text is another one now. */
    CHANGED,
    /** Applied, but this qapix, which knows newer ones, does not have it. */
    MISSING,
    /** Applied by a newer qapix. */
    NEWER,
    /** Once missing; a repair has accepted that. */
    DELETED;

    /** Whether this is in order, now or after the next migrate. */
    public boolean sound() {
      return this == APPLIED || this == PENDING || this == DELETED;
    }
  }
}
