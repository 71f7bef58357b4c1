package de.qapix.data.sync;

import de.qapix.data.store.Account;
import java.time.Duration;

/** Is told how a sync is getting on; called often, by the thread that runs the sync. */
public interface SyncProgress {

  /** Who we are is known; the first pages are being listed. */
  void opened(Account account);

  /**
   * Where it stands.
   *
   * @param done records of the sweep that are up to date
   * @param total records of the sweep that are known
   * @param totalIsLowerBound whether parts of the window have not been listed yet
   * @param waiting how long the API's limit makes requests wait; zero when they go
   */
  void at(long done, long total, boolean totalIsLowerBound, Duration waiting);
}
