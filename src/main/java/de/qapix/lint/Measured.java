package de.qapix.lint;

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
record Measured(boolean ran, Moment before, List<Effect> effects, Optional<Refusal> refusal) {

  Measured {
    effects = List.copyOf(effects);
  }

  static Measured ran(Moment before, Moment after) {
    return new Measured(true, before, effects(before, after), Optional.empty());
  }

  static Measured refused(Moment before, Refusal refusal) {
    return new Measured(false, before, List.of(), Optional.of(refusal));
  }

  static Measured unknown(Moment before) {
    return new Measured(false, before, List.of(), Optional.empty());
  }

  private static List<Effect> effects(Moment before, Moment after) {
    return after.locks().keySet().stream()
        .flatMap(locked -> Optional.ofNullable(before.relations().get(locked)).stream())
        .filter(relation -> relation.table() == relation.oid())
        .map(table -> effect(table, after))
        .toList();
  }

  private static Effect effect(Relation table, Moment after) {
    Optional<Relation> later = Optional.ofNullable(after.relations().get(table.oid()));
    boolean rewritten = later.filter(now -> now.fileNode() != table.fileNode()).isPresent();
    boolean scanned = later.filter(now -> now.scans() > table.scans()).isPresent();
    return new Effect(table, after.strongest(table.oid()), rewritten, scanned);
  }

  Measured withoutRefusal() {
    return new Measured(ran, before, effects, Optional.empty());
  }

  Optional<Effect> on(Relation table) {
    return effects.stream().filter(effect -> Objects.equals(effect.table(), table)).findFirst();
  }
}
