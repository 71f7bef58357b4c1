package de.qapix.data.store;

import java.util.List;
import java.util.Set;

/**
 * How far the runs of an unfinished sweep have come together.
 *
 * @param synced the most records that one of these runs has known to be up to date. Each of them
 *     counted different records, so at least so many are.
 * @param total records that are known, at least
 * @param begun records as they were listed whose requests were under way when time was up
 * @param rejected keys of what these runs could not read or write, and none has since
 */
public record SweepProgress(long synced, long total, List<String> begun, Set<String> rejected) {

  /** No run has been there. */
  public static final SweepProgress NONE = new SweepProgress(0, 0, List.of(), Set.of());

  public SweepProgress {
    begun = List.copyOf(begun);
    rejected = Set.copyOf(rejected);
  }
}
