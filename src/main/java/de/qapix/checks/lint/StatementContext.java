package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    SchemaObjects existing) {

  /** Of a statement that is not looked at by itself. */
  static StatementContext of(SqlStatement statement, StatementMeasurement measured) {
    return new StatementContext(statement, measured, List.of(), SchemaObjects.NONE);
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
        .filter(object -> object.is(SchemaObject.Kind.COLUMN) && object.home() == table.oid())
        .filter(object -> object.name().name().equals(name))
        .anyMatch(object -> existing.find(object.address()).isPresent());
  }

  Stream<TableEffect> effects() {
    return measured.effects().stream().filter(effect -> isOld(effect.table()));
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
    return isConcurrent()
        ? Optional.of(LockMode.SHARE_UPDATE_EXCLUSIVE)
        : measured.on(table).flatMap(TableEffect::mode);
  }

  boolean isConcurrent() {
    return statement.tokens().stream().anyMatch(token -> token.is("concurrently"));
  }
}
