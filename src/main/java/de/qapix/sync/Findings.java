package de.qapix.sync;

import de.qapix.api.UnreadableRecord;
import de.qapix.sync.Difference.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a verification has found so far: all is counted, some is kept. */
final class Findings {

  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::newer)
          .thenComparing(Difference::kind)
          .thenComparing(Difference::start)
          .thenComparing(Difference::record);

  private final int limit;
  private final BiPredicate<String, String> known;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<Difference> errors = new ArrayList<>();
  private final List<Difference> newer = new ArrayList<>();
  private final Set<String> records = new HashSet<>();
  private final List<Unread> unread = new ArrayList<>();
  private long newerCount;
  private long unreadCount;
  private long unreadKnown;

  /**
   * @param limit how many differences of a kind are kept
   * @param known whether a record of this kind and key has been rejected
   */
  Findings(int limit, BiPredicate<String, String> known) {
    this.limit = limit;
    this.known = known;
  }

  void add(Difference difference) {
    if (difference.newer()) {
      newerCount++;
      keep(newer, difference, newerCount);
      return;
    }
    records.add(difference.record());
    long count = counts.merge(difference.kind(), 1L, Long::sum);
    keep(errors, difference, count);
  }

  private <T> void keep(List<T> kept, T one, long count) {
    if (count <= limit) {
      kept.add(one);
    }
  }

  void unread(UnreadableRecord record) {
    unread(record.kind(), record.key(), record.reason());
  }

  void unread(String kind, String key, String reason) {
    boolean rejected = known.test(kind, key);
    unreadCount++;
    unreadKnown += rejected ? 1 : 0;
    keep(unread, new Unread(kind, key, reason, rejected), unreadCount);
  }

  Verified.Counts counts() {
    return new Verified.Counts(
        counts.getOrDefault(Kind.MISSING, 0L),
        counts.getOrDefault(Kind.EXTRA, 0L),
        counts.getOrDefault(Kind.DIFFERENT, 0L),
        records.size(),
        newerCount);
  }

  List<Difference> differences() {
    List<Difference> all = new ArrayList<>(errors);
    all.addAll(newer);
    all.sort(ORDER);
    return all;
  }

  long unreadCount() {
    return unreadCount;
  }

  long unreadKnown() {
    return unreadKnown;
  }

  List<Unread> unread() {
    return unread;
  }
}
