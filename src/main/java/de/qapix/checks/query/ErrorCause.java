package de.qapix.checks.query;

import de.qapix.checks.server.Suggestion;
import java.util.Optional;

/**
 * What is to blame for a refusal.
 *
 * @param first the token with which it begins: the name, or the qualifier before it; -1 where the
 *     server names no place
 * @param last its last token
 * @param certain whether it is wrong whatever stands in holes that can be SQL
 */
record ErrorCause(QueryError.Kind kind, int first, int last, boolean certain, Repair repair) {

  /**
   * How the server can be led past it.
   *
   * @param possible whether something else can stand there
   */
  record Repair(boolean possible, Optional<Suggestion> suggestion) {}

  /** One token. */
  static ErrorCause at(QueryError.Kind kind, int place) {
    return new ErrorCause(kind, place, place, true, new Repair(false, Optional.empty()));
  }

  ErrorCause upTo(int token) {
    return new ErrorCause(kind, first, token, certain, repair);
  }

  ErrorCause uncertain() {
    return new ErrorCause(kind, first, last, false, repair);
  }

  ErrorCause replaceable(boolean possible, Optional<Suggestion> suggestion) {
    return new ErrorCause(kind, first, last, certain, new Repair(possible, suggestion));
  }

  /** Replaceable by what was meant, where that is known. */
  ErrorCause meant(Optional<Suggestion> suggestion) {
    return replaceable(suggestion.isPresent(), suggestion);
  }
}
