package de.qapix.data.sync;

import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.ShownPage;
import de.qapix.data.feed.SliceLister;
import de.qapix.data.store.Checkpoint;
import de.qapix.data.store.WithheldDeletions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One slice on its way: listed page by page, compared with what is stored, completed, and at its
 * end searched for what is gone. All its methods are called by the thread that runs the sync.
 */
final class SliceSync<L extends ListedRecord, W extends CompleteRecord> {

  private final RecordReader<L, W> reader;
  private final boolean recorded;
  private final Checkpoint begun;
  private final SliceProgress progress;
  private final StoredSlice stored;
  private final SliceLister<L> lister;
  private final MissingRecords<L, W> search;
  private boolean searched;
  private Checkpoint saved;
  private Checkpoint saving;

  SliceSync(
      RecordReader<L, W> reader, StoredSlice stored, SliceVisit visit, boolean allowMassDelete) {
    this.reader = reader;
    this.recorded = visit.recorded();
    this.begun = visit.checkpoint();
    this.saved = begun;
    this.saving = begun;
    this.progress = new SliceProgress(begun, reader.records());
    this.stored = stored;
    this.lister = new SliceLister<>(reader.requests(), visit.ahead(), this::read);
    this.search = new MissingRecords<>(reader, allowMassDelete);
  }

  private void read(ShownPage<L> shown) {
    shown.unreadable().forEach(reader.records()::list);
    shown.unreadable().forEach(record -> progress.listUnreadable(record.key()));
    progress.list(shown.records());
    reader.read(shown.records(), stored, recorded);
    reader.read(shown.newer(), stored, false);
  }

  /** At the end of the slice: first searches for what is gone, then is finished. */
  void finishIfListed() {
    if (progress.isFinished() || !lister.isListed() || progress.isWaiting()) {
      return;
    }
    if (!searched) {
      searched = true;
      advance();
      search.begin(progress.missing(), progress.total());
    }
    progress.found(search.settled());
    if (search.isOver()) {
      progress.finish();
    }
  }

  /** Looks for stored records that the list did not show, as far as it is done. */
  void advance() {
    progress.mend();
    if (!progress.isFinished()) {
      progress.found(search.settled());
      progress.advance(lister.reached(), recorded ? stored::pass : bound -> Set.of());
    }
  }

  /** Where the slice stands, if that is worth saving since the last time. */
  Optional<Checkpoint> news() {
    saving = progress.checkpoint();
    return recorded && !saving.equals(saved) ? Optional.of(saving) : Optional.empty();
  }

  /** A batch with this slice's last news has been written. */
  void saved() {
    saved = saving;
    progress.saved();
  }

  boolean isRecorded() {
    return recorded;
  }

  /** Whether the number of its records is known. */
  boolean isListed() {
    return begun.finished() || lister.isListed();
  }

  boolean isFinished() {
    return progress.isFinished();
  }

  /** How much of it has not been listed, in this run and those before. */
  Duration unlistedStretch() {
    return isListed() ? Duration.ZERO : Duration.between(lister.reached(), begun.until());
  }

  /** Whether this run has brought the slice any further. */
  boolean hasMoved() {
    return !progress.checkpoint().equals(begun);
  }

  SliceProgress progress() {
    return progress;
  }

  SliceLister<L> lister() {
    return lister;
  }

  /** Stored records that the list did not show and that are left as they are for now. */
  WithheldDeletions heldBack() {
    WithheldDeletions found = search.heldBack();
    long pending = recorded ? progress.missing().size() : 0;
    return new WithheldDeletions(
        found.tooMany(), found.unconfirmed() + (found.tooMany() > 0 ? 0 : pending));
  }
}
