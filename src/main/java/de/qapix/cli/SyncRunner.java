package de.qapix.cli;

import de.qapix.api.ApiAccess;
import de.qapix.api.TimeBox;
import de.qapix.sync.Progress;
import de.qapix.sync.SyncOptions;
import de.qapix.sync.SyncResult;

/** Makes a sync out of its parts; {@code Main} knows which. */
public interface SyncRunner {

  /**
   * Runs it.
   *
   * @param dryRun whether to read and compare only
   */
  SyncResult run(
      Workplace place,
      ApiAccess access,
      SyncOptions options,
      boolean dryRun,
      TimeBox box,
      Progress progress)
      throws InterruptedException;
}
