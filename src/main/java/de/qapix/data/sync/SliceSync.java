package de.qapix.data.sync;

import de.qapix.data.store.Checkpoint;
import de.qapix.data.store.HeldBack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One slice on its way: listed page by page, compared with what is stored, completed, and at its
 * end searched for what is gone. All its methods are called by the thread that runs the sync.
 */
final class SliceSync<L extends ListedRecord, W extends CompleteRecord>
    implements SliceLister.Reader<L> {

  private final Desk<L, W> desk;
  private final SliceProgress progress;
  private final boolean recorded;
  private final SliceLister<L> lister;
  private final MissingRecords<L, W> search;
  private final Runnable pageTurned;
  private final Checkpoint begun;
  private boolean searched;
  private Checkpoint saved;

  /**
   * @param pageTurned is called as soon as it is known which page is the next
   */
  SliceSync(Desk<L, W> desk, SliceVisit leg, Runnable pageTurned) {
    this.desk = desk;
    this.progress = new SliceProgress(leg.checkpoint());
    this.recorded = leg.recorded();
    this.lister = new SliceLister<>(desk.requests(), leg.ahead(), this);
    this.search = new MissingRecords<>(desk, progress::found);
    this.pageTurned = pageTurned;
    this.begun = leg.checkpoint();
    this.saved = leg.checkpoint();
  }

  boolean isListed() {
    return progress.isListed() || lister.isListed();
  }

  boolean wantsPage() {
    return !progress.isListed() && lister.wantsPage();
  }

  /** Asks for the next page. */
  void ask() {
    lister.ask();
  }

  @Override
  public void turned() {
    pageTurned.run();
  }

  @Override
  public void read(SliceLister.Shown<L> shown) {
    shown
        .unreadable()
        .forEach(
            record -> {
              progress.reject(record.key());
              desk.intake().reject(record);
            });
    progress.list(shown.records());
    if (lister.isListed()) {
      progress.listedToTheEnd();
    }
    compare(shown.records());
    shown.newer().forEach(record -> progress.reopen(record.key()));
    compare(shown.newer());
  }

  /** Whether the list was last seen to show nothing but what starts at one moment. */
  boolean isWithinMoment() {
    return lister.isWithinMoment();
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
    return lister.stalledAt();
  }

  private void compare(List<L> records) {
    if (records.isEmpty()) {
      return;
    }
    Changes<L> changes = desk.comparison().changes(records);
    if (recorded) {
      desk.density().met(changes);
    }
    changes.unchanged().forEach(this::leave);
    changes
        .wanted()
        .forEach(record -> complete(record, !changes.stored().containsKey(record.key())));
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
