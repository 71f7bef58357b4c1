package de.qapix.sandbox;

import java.util.Map;

/**
 * What a simulated Calendly has done so far.
 *
 * @param requests all that it was asked, whatever came of it
 * @param refused how many of them were over the rate limit (429)
 * @param faults how often there was which trouble; kinds that did not occur are absent
 * @param mostAtOnce most requests that were under way at the same time; those that hang do not
 *     count for long
 */
public record SandboxStatistics(
    long requests, long refused, Map<Fault, Long> faults, int mostAtOnce) {

  public SandboxStatistics {
    faults = Map.copyOf(faults);
  }

  /** How often there was this trouble. */
  public long faults(Fault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  /** How often there was any trouble. */
  public long troubled() {
    return faults.values().stream().mapToLong(Long::longValue).sum();
  }
}
