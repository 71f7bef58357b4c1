package de.qapix.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scratch database between two statements.
 *
 * @param relations by their oid
 * @param locks the modes that the transaction holds, by the oid of the table
 */
record Moment(Map<Long, Relation> relations, Map<Long, Set<LockMode>> locks) {

  static final Moment NOTHING = new Moment(Map.of(), Map.of());

  /** The table of this name, or the one that an index of this name belongs to. */
  Optional<Relation> findTable(String written) {
    var parts = SqlName.parts(written);
    return parts.isEmpty()
        ? Optional.empty()
        : relations.values().stream()
            .filter(relation -> relation.isCalled(parts))
            .findFirst()
            .map(relation -> relations.get(relation.table()));
  }

  Optional<LockMode> strongest(long table) {
    return locks.getOrDefault(table, Set.of()).stream().max(LockMode::compareTo);
  }
}
