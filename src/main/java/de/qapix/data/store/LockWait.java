package de.qapix.data.store;

/** How long to wait for another run to end. */
public interface LockWait {

  /** Not at all. */
  LockWait NONE = () -> false;

  /**
   * Waits for a moment.
   *
   * @return whether to look again; false when it is enough
   */
  boolean again() throws InterruptedException;
}
