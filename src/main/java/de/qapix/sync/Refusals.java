package de.qapix.sync;

import de.qapix.store.Reject;
import java.util.Set;
import org.jooq.exception.DataAccessException;

/** What the database refuses because of what is in a record, and not because of its own state. */
final class Refusals {

  /** Data exceptions, constraint violations, limits of the program (appendix A of the manual). */
  private static final Set<String> ABOUT_THE_DATA = Set.of("22", "23", "54");

  private Refusals() {}

  static boolean isAboutTheData(DataAccessException refusal) {
    String state = String.valueOf(refusal.sqlState());
    return state.length() == 5 && ABOUT_THE_DATA.contains(state.substring(0, 2));
  }

  static Reject reject(String kind, String key, String raw, DataAccessException refusal) {
    return new Reject(
        kind,
        key,
        "PostgreSQL " + refusal.sqlState(),
        String.valueOf(refusal.getCause().getMessage()),
        raw);
  }
}
