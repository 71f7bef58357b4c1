package de.qapix.sync;

import de.qapix.api.Effort;
import de.qapix.store.Counts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a preview has found so far. */
final class Outlook<L extends Listed> {

  private final Function<L, Cost> price;
  private final Set<String> wanted = new HashSet<>();
  private Cost cost = Cost.NOTHING;
  private long added;
  private long updated;
  private long due;
  private long unchanged;
  private long unreadable;

  /**
   * @param price what it costs to complete a record
   */
  Outlook(Function<L, Cost> price) {
    this.price = price;
  }

  /** A page has been compared; what another slice has shown before counts once. */
  void add(Changes<L> changes, int unreadableOnes) {
    added += fresh(changes.added());
    updated += fresh(changes.updated());
    due += fresh(changes.due());
    unchanged += changes.unchanged().size();
    unreadable += unreadableOnes;
  }

  private long fresh(List<L> records) {
    long before = wanted.size();
    for (L record : records) {
      if (wanted.add(record.key())) {
        cost = cost.plus(price.apply(record));
      }
    }
    return wanted.size() - before;
  }

  /** What it costs to complete all that has to be. */
  Cost cost() {
    return cost;
  }

  long due() {
    return due;
  }

  long total() {
    return wanted.size() + unchanged + unreadable;
  }

  /** What a run would count. */
  Counts counts(Effort effort) {
    return new Counts(
        total(), 0, added, updated, unchanged, 0, unreadable, effort.requests(), effort.waited());
  }
}
