package de.qapix.data.store;

import java.util.Optional;

/** Another run holds the lock of a source. */
public final class LockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<LockHolder> holder;

  LockedException(String source, Optional<LockHolder> holder) {
    super("another run holds the lock of " + source + ": " + holder);
    this.holder = holder;
  }

  /** Who it is; empty in the moment in which it has taken the lock and not yet said so. */
  public Optional<LockHolder> holder() {
    return holder;
  }
}
