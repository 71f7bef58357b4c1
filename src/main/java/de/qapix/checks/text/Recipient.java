package de.qapix.checks.text;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whom a query is meant for, and with which values it is sent, as far as that is known.
 *
 * @param library the client that sends it, where imports or names tell
 * @param client where the object or function that sends it is declared, with its name; empty where
 *     that is not known
 * @param sent whether it is given to something that sends SQL; else nothing but its words tells
 *     that it is any
 */
public record Recipient(
    Optional<Library> library, String client, boolean sent, Optional<SuppliedValues> values) {

  /** Of what is written in a file of SQL. */
  public static final Recipient OF_SQL_FILE =
      new Recipient(Optional.empty(), "", true, Optional.empty());

  public Recipient {
    requireNonNull(library, "library");
    requireNonNull(client, "client");
  }

  /** The same for a text that is sent, or is not known to be. */
  public Recipient sent(boolean known) {
    return new Recipient(library, client, known, values);
  }

  /** The same with the values that are sent with it. */
  public Recipient with(Optional<SuppliedValues> supplied) {
    return new Recipient(library, client, sent, supplied);
  }
}
