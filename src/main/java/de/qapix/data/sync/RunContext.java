package de.qapix.data.sync;

import de.qapix.data.api.TimeBox;
import java.time.InstantSource;

/**
 * What holds for a run, whatever it does.
 *
 * @param box the time that it may take
 * @param progress is told how it gets on
 */
public record RunContext(TimeBox box, InstantSource clock, SyncProgress progress) {}
