package de.qapix.data.sync;

import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.feed.Cost;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.store.Counts;
import de.qapix.data.store.WithheldDeletions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a preview has found so far. */
final class PreviewCounts<L extends ListedRecord> {

  private final Function<L, Cost> price;
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Set<String> again = new HashSet<>();
  private final Set<String> unreadable = new HashSet<>();
  private Cost cost = Cost.NOTHING;
  private long added;
  private long updated;
  private long due;

  /**
   * @param price what it costs to complete a record
   */
  PreviewCounts(Function<L, Cost> price) {
    this.price = price;
  }

  /** A page has been compared; what another slice has shown before counts once. */
  void add(Changes<L> changes, List<UnreadableRecord> unreadableOnes) {
    added += fresh(changes.added());
    updated += fresh(changes.updated());
    due += fresh(changes.due());
    fresh(changes.again());
    changes.again().forEach(record -> again.add(record.key()));
    changes.unchanged().forEach(record -> left.add(record.key()));
    unreadableOnes.forEach(record -> unreadable.add(record.key()));
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
    return (long) wanted.size() + left.size() + unreadable.size();
  }

  /** What a run would count; what a full one reads again and looks the same, as unchanged. */
  Counts counts(ApiUsage effort) {
    return new Counts(
        total(),
        0,
        added,
        updated,
        (long) left.size() + again.size(),
        0,
        unreadable.size(),
        WithheldDeletions.NOTHING,
        effort.requests(),
        effort.waited());
  }
}
