package de.qapix.data.sync;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.store.Checkpoint;
import de.qapix.data.store.HeldBack;
import de.qapix.data.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One slice on its way: listed page by page, compared with what is stored, completed, and at its
 * end searched for what is gone. All its methods are called by the thread that runs the sync.
 */
final class SliceSync<L extends ListedRecord, W extends CompleteRecord> {

  private final Desk<L, W> desk;
  private final SliceProgress progress;
  private final boolean recorded;
  private final Listing listing;
  private final MissingRecords<L, W> search;
  private final Runnable pageTurned;
  private final Map<String, Instant> versions = new HashMap<>();
  private final Checkpoint begun;
  private boolean asking;
  private boolean withinMoment;
  private boolean searched;
  private Checkpoint saved;

  /**
   * @param pageTurned is called as soon as it is known which page is the next
   */
  SliceSync(Desk<L, W> desk, SliceVisit leg, Runnable pageTurned) {
    this.desk = desk;
    this.progress = new SliceProgress(leg.checkpoint());
    this.recorded = leg.recorded();
    this.listing =
        new Listing(desk.feed(), desk.account(), progress.resumeFrom(), leg.checkpoint().until());
    this.search = new MissingRecords<>(desk, progress::found);
    this.pageTurned = pageTurned;
    this.begun = leg.checkpoint();
    this.saved = leg.checkpoint();
  }

  boolean wantsPage() {
    return !asking && !progress.isListed() && listing.next().isPresent();
  }

  /** Asks for the next page. */
  void ask() {
    asking = true;
    ApiRequest request = listing.next().orElseThrow();
    desk.crew()
        .list(
            () -> desk.feed().page(request, desk.box()),
            this::turned,
            failure -> {
              asking = false;
              listing.refused(failure, progress.resumeFrom());
            });
  }

  private void turned(Page<L> page) {
    asking = false;
    page.unreadable()
        .forEach(
            record -> {
              progress.reject(record.key());
              desk.intake().reject(record);
            });
    List<L> newer = newerVersions(page.records());
    Instant before = progress.resumeFrom();
    List<L> fresh = progress.list(page.records());
    listing.turned(page, progress.resumeFrom());
    withinMoment = listing.next().isPresent() && isWithinMoment(page, before);
    if (listing.next().isEmpty()) {
      progress.listedToTheEnd();
    }
    pageTurned.run();
    compare(fresh);
    newer.forEach(record -> progress.reopen(record.key()));
    compare(newer);
  }

  /** What starts at the same moment is no guide to how much is left. */
  private boolean isWithinMoment(Page<L> page, Instant before) {
    Instant reached = progress.resumeFrom();
    return !page.records().isEmpty()
        && (reached.equals(before)
            || page.records().stream().allMatch(record -> record.start().equals(reached)));
  }

  /** Whether the list was last seen to show nothing but what starts at one moment. */
  boolean isWithinMoment() {
    return withinMoment && !progress.isListed();
  }

  /** Whether this run has brought the slice any further. */
  boolean hasMoved() {
    return recorded && !progress.checkpoint().equals(begun);
  }

  /**
   * The moment that this run has not got beyond although it has listed what starts there; empty
   * where there is none.
   */
  Optional<Instant> stalledAt() {
    return isWithinMoment() && progress.resumeFrom().equals(begun.doneUntil())
        ? Optional.of(begun.doneUntil())
        : Optional.empty();
  }

  /** Pages that overlap may show a record before it was changed and after. */
  private List<L> newerVersions(List<L> records) {
    List<L> newer = new ArrayList<>();
    for (L record : records) {
      Instant before = versions.get(record.key());
      if (before != null && record.changedAt().isAfter(before)) {
        newer.add(record);
      }
      if (before == null || record.changedAt().isAfter(before)) {
        versions.put(record.key(), record.changedAt());
      }
    }
    return newer;
  }

  private void compare(List<L> records) {
    if (records.isEmpty()) {
      return;
    }
    List<String> keys = records.stream().map(ListedRecord::key).toList();
    Map<String, StoredRecord> stored = desk.store().find(desk.account().scope(), keys);
    Changes<L> changes = desk.changes(records, stored);
    if (recorded) {
      desk.density().met(records, changes, stored);
    }
    changes.unchanged().forEach(this::leave);
    changes.wanted().forEach(record -> complete(record, !stored.containsKey(record.key())));
  }

  private void leave(L record) {
    progress.done(record.key());
    desk.intake().leave(record);
    desk.tally().unchanged(record.key());
  }

  private void complete(L record, boolean isNew) {
    desk.completions()
        .complete(
            record, isNew, () -> progress.done(record.key()), () -> progress.reject(record.key()));
  }

  /** Looks for stored records that the list did not show, as far as it is done. */
  void advance() {
    progress.advance(
        stretch ->
            recorded
                ? desk.store().listed(desk.account().scope(), stretch.from(), stretch.until())
                : Set.of());
  }

  /** At the end of the slice: first searches for what is gone, then is finished. */
  void settle() {
    if (progress.isFinished() || !progress.exhausted()) {
      return;
    }
    if (!searched) {
      searched = true;
      advance();
      search.begin(progress.missing(), progress.total());
    }
    if (search.isOver()) {
      progress.finish();
    }
  }

  /** Where the slice stands, if that is worth saving since the last time. */
  Optional<Checkpoint> news() {
    Checkpoint now = progress.checkpoint();
    return recorded && !now.equals(saved) ? Optional.of(now) : Optional.empty();
  }

  /** A batch with this slice's news has been written. */
  void saved() {
    saved = progress.checkpoint();
    progress.saved();
  }

  boolean isRecorded() {
    return recorded;
  }

  SliceProgress progress() {
    return progress;
  }

  /** Stored records that the list did not show and that are left as they are for now. */
  HeldBack heldBack() {
    HeldBack found = search.heldBack();
    long pending = recorded ? progress.missing().size() : 0;
    return new HeldBack(found.tooMany(), found.unconfirmed() + (found.tooMany() > 0 ? 0 : pending));
  }
}
