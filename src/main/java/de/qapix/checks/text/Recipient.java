package de.qapix.checks.text;

import java.util.Optional;

/**
 * Whom a query is sent to, and with which values, as far as that is known.
 *
 * @param library the client that it is meant for, where imports or names tell
 * @param client where the object or function that sends it is declared, with its name; or empty
 */
public record Recipient(Optional<Library> library, String client, Optional<SuppliedValues> values) {

  /** Nobody who is known. */
  public static final Recipient UNKNOWN = new Recipient(Optional.empty(), "", Optional.empty());

  /** The same with the values that are sent with it. */
  public Recipient with(Optional<SuppliedValues> supplied) {
    return new Recipient(library, client, supplied);
  }
}
