package de.qapix.checks.lint;

/** How large a table of the target is. */
public record TableSize(long rows, long bytes) {

  private static final long FEW_ROWS = 1_000;
  private static final long FEW_BYTES = 1L << 20;

  /** Whether a lock on it is over before anybody notices. */
  public boolean isSmall() {
    return rows < FEW_ROWS && bytes < FEW_BYTES;
  }
}
