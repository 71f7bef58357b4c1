package de.qapix.data.verify;

import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.store.KnownRejects.RejectKey;
import de.qapix.data.verify.RowDifference.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a verification has found so far: all is counted, some is kept. */
final class VerificationFindings {

  private static final Comparator<RowDifference> ORDER =
      Comparator.comparing(RowDifference::newer)
          .thenComparing(RowDifference::kind)
          .thenComparing(RowDifference::start)
          .thenComparing(RowDifference::record);

  private final String kind;
  private final int limit;
  private final Supplier<Map<RejectKey, String>> rejects;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<RowDifference> errors = new ArrayList<>();
  private final List<RowDifference> newer = new ArrayList<>();
  private final Set<String> records = new HashSet<>();
  private final Set<String> unreadKeys = new HashSet<>();
  private final List<UnreadRecord> unread = new ArrayList<>();
  private Map<RejectKey, String> known;
  private long newerCount;
  private long ahead;
  private long guarded;
  private long unreadCount;
  private long unreadKnown;

  /**
   * @param kind what the records are, e.g. {@code event}
   * @param limit how many differences of a kind are kept
   * @param rejects what syncs have rejected, and why; asked once, when there is something to look
   *     up
   */
  VerificationFindings(String kind, int limit, Supplier<Map<RejectKey, String>> rejects) {
    this.kind = kind;
    this.limit = limit;
    this.rejects = rejects;
  }

  /** What a sync has tried to write and could not is no difference that a sync would mend. */
  void add(RowDifference difference) {
    if (difference.newer()) {
      newerCount++;
      keep(newer, difference, newerCount);
      return;
    }
    Optional<String> rejected = reasonOfReject(kind, difference.record());
    if (rejected.isPresent()) {
      unread(kind, difference.record(), rejected.get());
      return;
    }
    records.add(difference.record());
    ahead += difference.ahead() ? 1 : 0;
    long count = counts.merge(difference.kind(), 1L, Long::sum);
    keep(errors, difference, count);
  }

  private Optional<String> reasonOfReject(String ofKind, String key) {
    if (known == null) {
      known = rejects.get();
    }
    return Optional.ofNullable(known.get(new RejectKey(ofKind, key)));
  }

  /**
   * The API does not have what these are about.
   *
   * @param tooMany whether a sync takes them for a fault of the list
   */
  void extra(List<RowDifference> differences, boolean tooMany) {
    differences.forEach(this::add);
    guarded += tooMany && !differences.isEmpty() ? 1 : 0;
  }

  private <T> void keep(List<T> kept, T one, long count) {
    if (count <= limit) {
      kept.add(one);
    }
  }

  void unread(UnreadableRecord record) {
    unread(record.kind(), record.key(), record.reason());
  }

  /** Counts once, however often it is met. */
  void unread(String ofKind, String key, String reason) {
    if (!unreadKeys.add(ofKind + " " + key)) {
      return;
    }
    boolean rejected = reasonOfReject(ofKind, key).isPresent();
    unreadCount++;
    unreadKnown += rejected ? 1 : 0;
    keep(unread, new UnreadRecord(ofKind, key, reason, rejected), unreadCount);
  }

  VerificationResult.Counts counts() {
    return new VerificationResult.Counts(
        counts.getOrDefault(Kind.MISSING, 0L),
        counts.getOrDefault(Kind.EXTRA, 0L),
        counts.getOrDefault(Kind.DIFFERENT, 0L),
        records.size(),
        newerCount,
        ahead,
        guarded);
  }

  List<RowDifference> differences() {
    List<RowDifference> all = new ArrayList<>(errors);
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

  List<UnreadRecord> unread() {
    return unread;
  }
}
