package de.qapix.data.verify;

import java.time.Instant;
import java.util.Optional;

/**
 * One place in which the database is not what the API says.
 *
 * @param newer whether the API's record changed after the last sync of it: work for the next one
 * @param ahead whether the database's row is newer than what the API says, so that a sync leaves it
 * @param record key of the record, e.g. an event's URI
 * @param part what of the record the row is about; empty for the record itself
 * @param start the record's place in the window
 * @param table as SQL has to write it, with its schema
 * @param column as SQL has to write it; empty where the whole row is meant
 * @param stored the value in the database, shortened; empty for NULL or no row
 * @param current the value that a sync would write, shortened; empty for NULL or no row
 */
public record RowDifference(
    Kind kind,
    boolean newer,
    boolean ahead,
    String record,
    Optional<Part> part,
    Instant start,
    String table,
    Optional<String> column,
    Optional<String> stored,
    Optional<String> current) {

  /** In which way the two differ. */
  public enum Kind {
    /** The API has it, the database does not. */
    MISSING,
    /** The database has it, the API does not. */
    EXTRA,
    /** A column holds something else. */
    DIFFERENT
  }

  /**
   * Something that belongs to a record.
   *
   * @param kind e.g. {@code invitee}
   */
  public record Part(String kind, String key) {}
}
