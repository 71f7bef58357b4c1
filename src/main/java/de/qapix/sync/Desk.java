package de.qapix.sync;

import de.qapix.api.TimeBox;
import de.qapix.store.Account;
import de.qapix.store.Store;
import de.qapix.store.Stored;
import de.qapix.store.Sweep;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What all slices of a run share. */
record Desk<L extends Listed, W extends Whole>(
    Feed<L, W> feed,
    Store<W> store,
    Account account,
    Sweep sweep,
    Crew crew,
    Intake<W> intake,
    Completions<L, W> completions,
    Tally tally,
    Density<L> density,
    SyncOptions options,
    TimeBox box,
    InstantSource clock) {

  /** What a list means for the database now. */
  Changes<L> changes(List<L> listed, Map<String, Stored> stored) {
    return Changes.between(listed, stored, clock.instant(), options.full(sweep));
  }
}
