package de.qapix.data.store;

/** Under which number a source is locked. */
final class LockKey {

  private LockKey() {}

  /** The advisory lock's key. */
  static long of(String source) {
    return ("qapix:" + source).hashCode();
  }
}
