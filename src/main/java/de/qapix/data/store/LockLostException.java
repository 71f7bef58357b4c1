package de.qapix.data.store;

/** This run no longer holds the lock, so it must not write: another one does. */
public final class LockLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long runId;

  LockLostException(long runId) {
    super("run " + runId + " has lost the lock");
    this.runId = runId;
  }

  public long runId() {
    return runId;
  }
}
