package de.qapix.checks.lint;

import de.qapix.sql.ServerRefusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was seen of a statement on the scratch database.
 *
 * @param ran whether it ran in a transaction, so that the effects are known
 * @param before the scratch database in front of it
 * @param effects on tables that it locked, read or wrote, or that were locked before
 */
record StatementMeasurement(
    boolean ran, LockSnapshot before, List<TableEffect> effects, Optional<ServerRefusal> refusal) {

  StatementMeasurement {
    effects = List.copyOf(effects);
  }

  static StatementMeasurement ran(LockSnapshot before, LockSnapshot after) {
    return new StatementMeasurement(true, before, effects(before, after), Optional.empty());
  }

  static StatementMeasurement refused(LockSnapshot before, ServerRefusal refusal) {
    return new StatementMeasurement(false, before, List.of(), Optional.of(refusal));
  }

  static StatementMeasurement unknown(LockSnapshot before) {
    return new StatementMeasurement(false, before, List.of(), Optional.empty());
  }

  private static List<TableEffect> effects(LockSnapshot before, LockSnapshot after) {
    return after.locks().keySet().stream()
        .flatMap(locked -> Optional.ofNullable(before.relations().get(locked)).stream())
        .filter(relation -> relation.table() == relation.oid())
        .map(table -> effect(table, after))
        .toList();
  }

  private static TableEffect effect(MeasuredRelation table, LockSnapshot after) {
    Optional<MeasuredRelation> later = Optional.ofNullable(after.relations().get(table.oid()));
    boolean rewritten =
        later.filter(now -> now.contents().fileNode() != table.contents().fileNode()).isPresent();
    boolean scanned =
        later.filter(now -> now.contents().scans() > table.contents().scans()).isPresent();
    return new TableEffect(table, after.strongest(table.oid()), rewritten, scanned);
  }

  StatementMeasurement withoutRefusal() {
    return new StatementMeasurement(ran, before, effects, Optional.empty());
  }

  Optional<TableEffect> on(MeasuredRelation table) {
    return effects.stream().filter(effect -> Objects.equals(effect.table(), table)).findFirst();
  }
}
