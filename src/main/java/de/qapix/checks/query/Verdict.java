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

  /** Why it counts as skipped: one in which something is wrong was checked. */
  Optional<Skip> countedAs() {
    return errors.isEmpty() ? skipped : Optional.empty();
  }

  static Verdict skipped(Skip why) {
    return new Verdict(List.of(), Optional.of(why));
  }
}
