package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a migration stands in a database.
 *
 * @param name as the history has it: Flyway's script, or Prisma's folder
 * @param script that of the folder, where it is there
 * @param logs what Prisma wrote down when it failed
 */
public record MigrationStanding(
    String name, State state, Optional<FolderScript> script, Optional<String> logs) {

  /** Where it stands. */
  public enum State {
    APPLIED,
    /** Never applied: the database had come to what it makes in another way. */
    BASELINED,
    /** In the folder and not in the database. */
    PENDING,
    /**
     * Begun and not ended: it failed, or, with Prisma, it still runs. Nothing is applied before
     * that is resolved.
     */
    FAILED,
    /** Failed, marked as rolled back, and not applied since. */
    ROLLED_BACK,
    /** Applied, but the file has been edited since. */
    CHANGED,
    /** Applied, and no longer in the folder. */
    MISSING,
    /** Not applied, and older than one that is: the tool passes it over. */
    SKIPPED,
    /** Applied, but no script: what it has made is not known. */
    NOT_SQL,
    /** No migrations lead from the state of the database to that of the folder. */
    NO_PATH;

    /** As rules are named. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether nothing is known that would have to be done about it. */
  public boolean isUnknown() {
    return state == State.NOT_SQL;
  }

  /** Whether nothing is to be done about it. */
  public boolean isInOrder() {
    return state == State.APPLIED || state == State.BASELINED;
  }

  /** Whether it is applied by the next run. */
  boolean isPending() {
    return state == State.PENDING || state == State.ROLLED_BACK;
  }
}
