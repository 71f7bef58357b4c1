package de.qapix.checks.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a query.
 *
 * @param skipped why it was not looked at whole; nothing if it was
 * @param tables whether its tables are those of the database
 */
record Verdict(List<QueryError> errors, Optional<Skip> skipped, TableFit tables) {

  Verdict {
    errors = List.copyOf(errors);
  }

  /** Why it counts as skipped: one in which something is wrong was checked. */
  Optional<Skip> countedAs() {
    return errors.isEmpty() ? skipped : Optional.empty();
  }

  static Verdict skipped(Skip why) {
    return new Verdict(List.of(), Optional.of(why), TableFit.NO_TABLE);
  }

  /** Whether it was seen whole, and names what is there. */
  boolean isRight() {
    return (tables == TableFit.KNOWN || tables == TableFit.SYSTEM)
        && skipped.isEmpty()
        && errors.stream().allMatch(error -> error.kind() == QueryError.Kind.FOLDED_ALIAS);
  }

  /** Whether it is surely meant for another kind of database. */
  boolean isOfOther() {
    return skipped.filter(Skip.OTHER_DATABASE::equals).isPresent();
  }

  /** Only that its tables are missing, each of them once: all the rest follows from that. */
  Verdict ofTables() {
    List<QueryError> missing = new ArrayList<>();
    for (QueryError error : errors) {
      boolean first = missing.stream().noneMatch(other -> other.written().equals(error.written()));
      if (error.kind() == QueryError.Kind.UNKNOWN_TABLE && first) {
        missing.add(error);
      }
    }
    return new Verdict(missing, skipped, tables);
  }
}
