package de.qapix.data.verify;

import de.qapix.data.store.Account;
import de.qapix.data.sync.EarlyEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification has found.
 *
 * @param from begin of the window
 * @param until its end
 * @param records compared as the list shows them
 * @param whole of these, how many were compared with all that belongs to them
 * @param share of the window that was compared, from 0 to 1; below 1 when it was cut off
 * @param earlyEnd why not everything was compared; empty where it was
 * @param counts how many differences of each kind
 * @param differences those that were kept, by kind and then by start
 * @param unreadCount records that could not be read
 * @param unreadKnown how many of them a sync has rejected already
 * @param unread those that were kept
 */
public record VerificationResult(
    Account account,
    Instant from,
    Instant until,
    long records,
    long whole,
    double share,
    Optional<EarlyEnd> earlyEnd,
    Counts counts,
    List<RowDifference> differences,
    long unreadCount,
    long unreadKnown,
    List<UnreadRecord> unread,
    long requests,
    Duration duration) {

  /**
   * How many differences there are.
   *
   * @param records that have any, newer ones aside
   * @param newer those that are work for the next sync, in none of the other figures
   * @param ahead those of the first three that a sync leaves, as the row is newer than what the API
   *     says
   * @param guarded extra records that a sync leaves, as there are too many of them in their slice
   */
  public record Counts(
      long missing,
      long extra,
      long different,
      long records,
      long newer,
      long ahead,
      long guarded) {

    /** All but the newer ones. */
    public long errors() {
      return missing + extra + different;
    }
  }

  public VerificationResult {
    differences = List.copyOf(differences);
    unread = List.copyOf(unread);
  }

  /** Whether everything was compared. */
  public boolean complete() {
    return earlyEnd.isEmpty();
  }
}
