package de.qapix.migrate;

/** One entry of the history that repair has changed. */
public record RepairedMigration(String version, String description, Action action) {

  /** What repair did to the entry. */
  public enum Action {
    /** A failed one was taken out, so that it is pending again. */
    REMOVED,
    /** The migration's present text was accepted. */
    ALIGNED,
    /** A missing one was marked as deleted. */
    DELETED
  }
}
