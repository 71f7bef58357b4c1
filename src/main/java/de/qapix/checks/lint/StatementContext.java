package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement and all that is known of it.
 *
 * @param reached the statements that it is or brings about
 * @param existing what was there before the first pending script
 */
record StatementContext(
    SqlStatement statement,
    StatementMeasurement measured,
    List<SqlTokens> reached,
    MeasuredObjects existing) {

  /** Of a statement that is not looked at by itself. */
  static StatementContext of(SqlStatement statement, StatementMeasurement measured) {
    return new StatementContext(statement, measured, List.of(), MeasuredObjects.NONE);
  }

  SqlTokens phrase() {
    return new SqlTokens(statement.tokens());
  }

  /** The table, or that of the index, if it has rows that somebody may be using. */
  Optional<MeasuredRelation> find(String written) {
    return measured.before().findTable(written).filter(this::isOld);
  }

  boolean isOld(MeasuredRelation table) {
    return existing.hasHome(table.oid());
  }

  /** Whether the table had a column of this name, which may have another one by now. */
  boolean hasOldColumn(MeasuredRelation table, String name) {
    return measured.before().objects().all().stream()
        .filter(object -> object.is(MeasuredObject.Kind.COLUMN) && object.home() == table.oid())
        .filter(object -> object.name().name().equals(name))
        .anyMatch(object -> existing.find(object.address()).isPresent());
  }

  Stream<TableEffect> effects() {
    return measured.effects().stream().filter(effect -> isOld(effect.table()));
  }

  /** What was not measured is taken for the worst. */
  boolean rewrites() {
    return !measured.ran() || hasRewritten();
  }

  boolean scans() {
    return !measured.ran() || hasScanned();
  }

  /** As measured; the new file of TRUNCATE is an empty one. */
  boolean hasRewritten() {
    return !truncates() && effects().anyMatch(TableEffect::rewritten);
  }

  boolean hasScanned() {
    return !truncates() && effects().anyMatch(TableEffect::scanned);
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
    return isConcurrent()
        ? Optional.of(LockMode.SHARE_UPDATE_EXCLUSIVE)
        : measured.on(table).flatMap(TableEffect::mode);
  }

  boolean isConcurrent() {
    SqlTokens words = phrase();
    int at = 0;
    while (at < words.size() && !words.is(at, "concurrently")) {
      at++;
    }
    return at < words.size() && !words.is(at + 1, "false", "off");
  }
}
