package de.qapix.sync;

import de.qapix.api.ApiException;
import de.qapix.api.ApiRequest;
import de.qapix.api.Page;
import de.qapix.store.Checkpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One slice on its way: listed page by page, compared with what is stored, completed, and at its
 * end searched for what is gone. All its methods are called by the thread that runs the sync.
 */
final class SliceSync<L extends Listed, W extends Whole> {

  /** A listing that shows more than a fifth less than the last one is more likely to be wrong. */
  private static final int GUARDED_FRACTION = 5;

  private final Desk<L, W> desk;
  private final SliceProgress progress;
  private final boolean recorded;
  private final Listing listing;
  private boolean asking;
  private boolean searched;
  private int confirming;
  private long withheld;
  private Checkpoint saved;

  /**
   * @param recorded whether this is part of the sweep; else it is only refreshed
   */
  SliceSync(Desk<L, W> desk, Checkpoint checkpoint, boolean recorded) {
    this.desk = desk;
    this.progress = new SliceProgress(checkpoint);
    this.recorded = recorded;
    this.listing =
        new Listing(desk.feed(), desk.account(), progress.resumeFrom(), checkpoint.until());
    this.saved = checkpoint;
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
    compare(progress.list(page.records()));
    listing.turned(page, progress.resumeFrom());
    if (listing.next().isEmpty()) {
      progress.listedToTheEnd();
    }
  }

  private void compare(List<L> records) {
    if (records.isEmpty()) {
      return;
    }
    List<String> keys = records.stream().map(Listed::key).toList();
    Changes<L> changes =
        Changes.between(
            records,
            desk.store().find(desk.account().scope(), keys),
            desk.clock().instant(),
            desk.options().full());
    changes.unchanged().forEach(record -> progress.done(record.key()));
    desk.tally().unchanged(changes.unchanged().size());
    changes.added().forEach(record -> complete(record, true));
    changes.updated().forEach(record -> complete(record, false));
    changes.due().forEach(record -> complete(record, false));
  }

  private void complete(L record, boolean isNew) {
    desk.crew()
        .read(
            () -> desk.feed().complete(record, desk.box()),
            whole -> {
              progress.done(record.key());
              desk.intake().add(whole, isNew);
            },
            failure -> rejectOrFail(record, failure));
  }

  private void rejectOrFail(L record, RuntimeException failure) {
    if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
      throw failure;
    }
    progress.reject(record.key());
    desk.intake().reject(desk.feed().kind(), record, refusal);
  }

  /** Looks for stored records that the list did not show, as far as it is done. */
  void advance() {
    Slice moved = progress.advance();
    if (recorded && moved.from().isBefore(moved.until())) {
      Set<String> stored = desk.store().listed(desk.account().scope(), moved.from(), moved.until());
      progress.compare(stored);
    }
  }

  /** At the end of the slice: first searches for what is gone, then is finished. */
  void settle() {
    if (progress.isFinished() || !progress.exhausted()) {
      return;
    }
    if (!searched) {
      searched = true;
      advance();
      search(progress.missing());
    }
    if (confirming == 0) {
      progress.finish();
    }
  }

  private void search(List<String> missing) {
    if (missing.isEmpty() || !progress.isSpotless()) {
      return;
    }
    long known = progress.total() + missing.size();
    boolean many = (long) missing.size() * GUARDED_FRACTION > known;
    if (many && !desk.options().allowMassDelete()) {
      withheld = missing.size();
      return;
    }
    missing.forEach(this::confirm);
  }

  /** A list may have skipped a record while others moved; only the record itself is proof. */
  private void confirm(String key) {
    confirming++;
    desk.crew()
        .read(
            () -> desk.feed().find(key, desk.box()),
            found -> confirmed(key, found),
            failure -> {
              confirming--;
              if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
                throw failure;
              }
            });
  }

  private void confirmed(String key, Optional<L> found) {
    confirming--;
    if (found.isEmpty()) {
      desk.intake().remove(key);
    } else {
      compareMoved(found.get());
    }
  }

  /** The record is there, at another start time perhaps. */
  private void compareMoved(L record) {
    Changes<L> changes =
        Changes.between(
            List.of(record),
            desk.store().find(desk.account().scope(), List.of(record.key())),
            desk.clock().instant(),
            false);
    for (L moved : changes.wanted()) {
      confirming++;
      desk.crew()
          .read(
              () -> desk.feed().complete(moved, desk.box()),
              whole -> {
                confirming--;
                desk.intake().add(whole, false);
              },
              failure -> {
                confirming--;
                rejectOrFail(moved, failure);
              });
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
  }

  boolean isRecorded() {
    return recorded;
  }

  boolean isListed() {
    return progress.isListed();
  }

  boolean isFinished() {
    return progress.isFinished();
  }

  long total() {
    return progress.total();
  }

  long synced() {
    return progress.synced();
  }

  long withheld() {
    return withheld;
  }
}
