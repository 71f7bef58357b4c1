package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scratch database between two statements.
 *
 * @param relations by their oid
 * @param locks the modes that the transaction holds, by the oid of the table
 * @param objects what there is
 */
record LockSnapshot(
    Map<Long, MeasuredRelation> relations,
    Map<Long, Set<LockMode>> locks,
    MeasuredObjects objects) {

  static final LockSnapshot NOTHING = new LockSnapshot(Map.of(), Map.of(), MeasuredObjects.NONE);

  /** The table of this name, or the one that an index of this name belongs to. */
  Optional<MeasuredRelation> findTable(String written) {
    var parts = SqlTokens.names(written);
    return parts.isEmpty()
        ? Optional.empty()
        : relations.values().stream()
            .filter(relation -> relation.isCalled(parts))
            .findFirst()
            .map(relation -> relations.get(relation.table()));
  }

  /** Whether names may mean other tables after a statement that need not lock them for that. */
  boolean mayMeanOthersAfter(SqlStatement statement) {
    SqlTokens words = new SqlTokens(statement.tokens());
    return statement.action() instanceof Action.Setting
        || words.acceptAny("do", "call")
        || words.accept("alter", "schema")
        || TableStatement.created(words).filter(this::isTaken).isPresent();
  }

  private boolean isTaken(String written) {
    List<String> parts = SqlTokens.names(written);
    String last = parts.get(parts.size() - 1);
    return relations.values().stream().anyMatch(relation -> relation.name().equals(last));
  }

  Optional<LockMode> strongest(long table) {
    return locks.getOrDefault(table, Set.of()).stream().max(LockMode::compareTo);
  }
}
