package de.qapix.store;

/** How long to wait for another run to end. */
public interface Patience {

  /** Not at all. */
  Patience NONE = () -> false;

  /**
   * Waits for a moment.
   *
   * @return whether to look again; false when it is enough
   */
  boolean again() throws InterruptedException;
}
