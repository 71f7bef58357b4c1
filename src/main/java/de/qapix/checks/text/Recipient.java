package de.qapix.checks.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Whom a query is meant for, and with which values it is sent, as far as that is known.
 *
 * @param library the client that sends it, where imports or names tell
 * @param client where the object or function that sends it is declared, with its name; empty where
 *     that is not known
 * @param sent whether it is given to something that sends SQL; else nothing but its words tells
 *     that it is any
 * @param rows what comes back, as far as the program says so
 */
public record Recipient(
    Optional<Library> library,
    String client,
    boolean sent,
    Optional<SuppliedValues> values,
    List<RowType> rows) {

  /** Of what is written in a file of SQL. */
  public static final Recipient OF_SQL_FILE = of(Optional.empty(), "", true);

  public Recipient {
    requireNonNull(library, "library");
    requireNonNull(client, "client");
    rows = List.copyOf(rows);
  }

  /** Of which no values and rows are known. */
  public static Recipient of(Optional<Library> library, String client, boolean sent) {
    return new Recipient(library, client, sent, Optional.empty(), List.of());
  }

  /** The same for a text that is sent, or is not known to be. */
  public Recipient sent(boolean known) {
    return new Recipient(library, client, known, values, rows);
  }

  /** The same with the values that are sent with it. */
  public Recipient with(Optional<SuppliedValues> supplied) {
    return new Recipient(library, client, sent, supplied, rows);
  }

  /** The same with what comes back. */
  public Recipient returning(List<RowType> types) {
    return new Recipient(library, client, sent, values, types);
  }
}
