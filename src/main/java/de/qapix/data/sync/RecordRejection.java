package de.qapix.data.sync;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.store.Reject;
import de.qapix.sql.ServerRefusal;
import java.util.Set;
import org.jooq.exception.DataAccessException;

/** Records that were refused: by their decoder, by the API, or by the database. */
final class RecordRejection {

  /**
   * Data exceptions, constraint violations, check options of views, limits of the program (appendix
   * A of the manual).
   */
  private static final Set<String> ABOUT_THE_DATA = Set.of("22", "23", "44", "54");

  /** What triggers raise that look at data. */
  private static final String RAISED = "P0001";

  private RecordRejection() {}

  /** Whether the database refuses what is in a record, and is not in trouble itself. */
  static boolean isAboutTheData(DataAccessException refusal) {
    String state = String.valueOf(refusal.sqlState());
    return state.equals(RAISED)
        || (state.length() == 5 && ABOUT_THE_DATA.contains(state.substring(0, 2)));
  }

  /** Throws it on when it is about something else. */
  static void assertAboutTheData(DataAccessException refusal) {
    if (!isAboutTheData(refusal)) {
      throw refusal;
    }
  }

  static Reject reject(UnreadableRecord record) {
    return new Reject(record.kind(), record.key(), record.origin(), record.reason(), record.raw());
  }

  /** What the API refuses to tell of a record. */
  static Reject reject(String kind, String key, String raw, ApiException refusal) {
    return new Reject(kind, key, refusal.request(), refusal.reason(), raw);
  }

  /** What the server adds to its words is the row, which is nothing for a history or a terminal. */
  static Reject reject(String kind, String key, String raw, DataAccessException refusal) {
    return new Reject(
        kind,
        key,
        "PostgreSQL " + refusal.sqlState(),
        ServerRefusal.in(refusal).map(ServerRefusal::message).orElse(""),
        raw);
  }
}
