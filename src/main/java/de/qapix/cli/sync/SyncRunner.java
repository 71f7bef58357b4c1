package de.qapix.cli.sync;

import de.qapix.cli.Workplace;
import de.qapix.data.api.ApiAccess;
import de.qapix.data.api.TimeBox;
import de.qapix.data.sync.SyncOptions;
import de.qapix.data.sync.SyncProgress;
import de.qapix.data.sync.SyncResult;

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
      SyncProgress progress)
      throws InterruptedException;
}
