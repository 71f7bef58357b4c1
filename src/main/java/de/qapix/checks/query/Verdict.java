package de.qapix.checks.query;

import java.util.List;
import java.util.Optional;

/**
 * What became of a query.
 *
 * @param skipped why it was not looked at whole; nothing if it was
 */
record Verdict(List<QueryError> errors, Optional<Skip> skipped) {

  Verdict {
    errors = List.copyOf(errors);
  }

  static Verdict skipped(Skip why) {
    return new Verdict(List.of(), Optional.of(why));
  }
}
