package de.qapix.sync;

import de.qapix.api.TimeBox;
import de.qapix.store.Account;
import de.qapix.store.Store;
import java.time.InstantSource;

/** What all slices of a run share. */
record Desk<L extends Listed, W extends Whole>(
    Feed<L, W> feed,
    Store<W> store,
    Account account,
    Crew crew,
    Intake<W> intake,
    Completions<L, W> completions,
    Tally tally,
    SyncOptions options,
    TimeBox box,
    InstantSource clock) {}
