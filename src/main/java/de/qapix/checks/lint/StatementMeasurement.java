package de.qapix.checks.lint;

import de.qapix.sql.ServerRefusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of a statement on the scratch database.
 *
 * @param ran whether it ran in a transaction, so that the effects are known
 * @param before the scratch database in front of it
 * @param after the objects behind it
 * @param effects on tables that it locked, read or wrote, or that were locked before
 */
record StatementMeasurement(
    boolean ran,
    LockSnapshot before,
    MeasuredObjects after,
    List<TableEffect> effects,
    Optional<ServerRefusal> refusal) {

  StatementMeasurement {
    effects = List.copyOf(effects);
  }

  /**
   * @param emptied the oids of the tables whose last row it deleted
   */
  static StatementMeasurement ran(LockSnapshot before, LockSnapshot after, Set<Long> emptied) {
    List<TableEffect> effects =
        after.locks().keySet().stream()
            .flatMap(locked -> Optional.ofNullable(before.relations().get(locked)).stream())
            .filter(relation -> relation.table() == relation.oid())
            .map(table -> effect(table, after, emptied.contains(table.oid())))
            .toList();
    return new StatementMeasurement(true, before, after.objects(), effects, Optional.empty());
  }

  /** Of what cannot run in a transaction: locks are not seen, but what was written anew. */
  static StatementMeasurement outside(LockSnapshot before, LockSnapshot after) {
    List<TableEffect> effects =
        before.relations().values().stream()
            .filter(relation -> relation.table() == relation.oid())
            .map(table -> effect(table, after, false))
            .filter(TableEffect::rewritten)
            .map(TableEffect::alone)
            .toList();
    return new StatementMeasurement(false, before, after.objects(), effects, Optional.empty());
  }

  static StatementMeasurement refused(LockSnapshot before, ServerRefusal refusal) {
    return new StatementMeasurement(
        false, before, before.objects(), List.of(), Optional.of(refusal));
  }

  static StatementMeasurement unknown(LockSnapshot before) {
    return new StatementMeasurement(false, before, before.objects(), List.of(), Optional.empty());
  }

  private static TableEffect effect(
      MeasuredRelation table, LockSnapshot after, boolean lastRowDeleted) {
    Optional<MeasuredRelation> later = Optional.ofNullable(after.relations().get(table.oid()));
    boolean rewritten =
        later.filter(now -> now.contents().fileNode() != table.contents().fileNode()).isPresent();
    boolean scanned =
        later.filter(now -> now.contents().scans() > table.contents().scans()).isPresent();
    boolean truncated =
        table.contents().filled() && later.filter(now -> !now.contents().filled()).isPresent();
    return new TableEffect(
        table, after.strongest(table.oid()), rewritten, scanned, lastRowDeleted || truncated);
  }

  StatementMeasurement withoutRefusal() {
    return new StatementMeasurement(ran, before, after, effects, Optional.empty());
  }

  Optional<TableEffect> on(MeasuredRelation table) {
    return effects.stream().filter(effect -> Objects.equals(effect.table(), table)).findFirst();
  }
}
