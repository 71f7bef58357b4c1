package de.qapix.sync;

/**
 * What a record costs to complete, as far as the list tells.
 *
 * @param requests for what belongs to it
 * @param rows that are written for it, at most
 */
public record Cost(long requests, long rows) {

  static final Cost NOTHING = new Cost(0, 0);

  Cost plus(Cost other) {
    return new Cost(requests + other.requests, rows + other.rows);
  }
}
