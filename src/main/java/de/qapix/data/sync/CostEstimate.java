package de.qapix.data.sync;

import de.qapix.data.feed.Cost;
import de.qapix.data.feed.ListedRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the records of a window have cost so far, so that it can be told what those cost that have
 * not been listed yet.
 */
final class CostEstimate<L extends ListedRecord> {

  private final Function<L, Cost> price;
  private final Optional<Long> sweep;
  private Cost cost = Cost.NOTHING;
  private long met;
  private long read;
  private long wanted;

  /**
   * @param price what it costs to complete a record
   * @param sweep number of the sweep under way
   */
  CostEstimate(Function<L, Cost> price, long sweep) {
    this.price = price;
    this.sweep = Optional.of(sweep);
  }

  /** Records of the sweep have been listed and compared with what is stored. */
  void met(Changes<L> changes) {
    List<L> records = changes.wanted();
    wanted += records.size();
    records.addAll(changes.unchanged());
    met += records.size();
    for (L record : records) {
      cost = cost.plus(price.apply(record));
    }
    read += changes.unchanged().stream().filter(record -> isRead(record, changes)).count();
  }

  private boolean isRead(L record, Changes<L> changes) {
    return changes.stored().get(record.key()).readFor().equals(sweep);
  }

  /**
   * What it costs to complete so many records that no run of the sweep has met: as much as those
   * that this run has met, where no run before it had read them already.
   */
  Cost of(long records) {
    if (met == 0) {
      return Cost.NOTHING;
    }
    long first = met - read;
    double share = first == 0 ? 1 : (double) wanted / first;
    return cost.times(share * records / met);
  }
}
