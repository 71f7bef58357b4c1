package de.qapix.checks.source;

import de.qapix.checks.text.Library;
import de.qapix.checks.text.RowType;
import java.util.Optional;

/**
 * Whom a query is sent to, as far as that is known.
 *
 * @param client where the object or function that sends it is declared, with its name; or empty
 * @param rows what comes back, as far as the program says so
 */
record Recipient(Optional<Library> library, String client, Optional<RowType> rows) {

  /** The same with what comes back. */
  Recipient returning(Optional<RowType> type) {
    return new Recipient(library, client, type);
  }
}
