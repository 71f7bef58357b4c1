package de.qapix.data.feed;

/**
 * What a record costs to complete, as far as the list tells.
 *
 * @param requests for what belongs to it
 * @param rows that are written for it, at most
 */
public record Cost(long requests, long rows) {

  public static final Cost NOTHING = new Cost(0, 0);

  /** So many times this. */
  public Cost times(double factor) {
    return new Cost(Math.round(requests * factor), Math.round(rows * factor));
  }

  public Cost plus(Cost other) {
    return new Cost(requests + other.requests, rows + other.rows);
  }
}
