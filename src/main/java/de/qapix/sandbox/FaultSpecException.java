package de.qapix.sandbox;

/** Faults that cannot be meant. */
public final class FaultSpecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** There is no fault of this name. */
    KIND,
    /** What stands behind the name is no share, number or scope, whichever is needed. */
    SHARE,
    /** The name stands there twice. */
    TWICE,
    /** Together they befall more answers than there are. */
    SUM
  }

  private final Reason reason;
  private final String part;

  FaultSpecException(Reason reason, String part) {
    super(reason + " " + part);
    this.reason = reason;
    this.part = part;
  }

  public Reason reason() {
    return reason;
  }

  /** The part that is wrong, as it was written. */
  public String part() {
    return part;
  }
}
