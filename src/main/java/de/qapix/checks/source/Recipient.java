package de.qapix.checks.source;

import de.qapix.checks.text.Library;
import java.util.Optional;

/**
 * Whom a query is sent to, as far as that is known.
 *
 * @param client where the object or function that sends it is declared, with its name; or empty
 */
record Recipient(Optional<Library> library, String client) {}
