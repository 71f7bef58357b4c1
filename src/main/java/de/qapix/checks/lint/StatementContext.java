package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlTokens;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A statement and all that is known of it.
 *
 * @param existing the oids of what was there before the first pending script
 */
record StatementContext(SqlStatement statement, StatementMeasurement measured, Set<Long> existing) {

  SqlTokens phrase() {
    return new SqlTokens(statement.tokens());
  }

  /** The table, or that of the index, if it has rows that somebody may be using. */
  Optional<MeasuredRelation> find(String written) {
    return measured.before().findTable(written).filter(table -> existing.contains(table.oid()));
  }

  Stream<TableEffect> effects() {
    return measured.effects().stream().filter(effect -> existing.contains(effect.table().oid()));
  }

  /** What was not measured is taken for the worst. The new file of TRUNCATE is an empty one. */
  boolean rewrites() {
    return anyEffect(TableEffect::rewritten);
  }

  boolean scans() {
    return anyEffect(TableEffect::scanned);
  }

  private boolean anyEffect(Predicate<TableEffect> what) {
    return !measured.ran() || (!truncates() && effects().anyMatch(what));
  }

  boolean truncates() {
    return phrase().accept("truncate");
  }

  /** As measured; what runs outside of transactions is known from the documentation. */
  Optional<LockMode> lock(MeasuredRelation table) {
    if (measured.ran()) {
      return measured.on(table).flatMap(TableEffect::mode);
    }
    if (statement.action() instanceof Action.Reindex) {
      return Optional.of(isConcurrent() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
    }
    return isConcurrent() ? Optional.of(LockMode.SHARE_UPDATE_EXCLUSIVE) : Optional.empty();
  }

  boolean isConcurrent() {
    return statement.tokens().stream().anyMatch(token -> token.is("concurrently"));
  }
}
