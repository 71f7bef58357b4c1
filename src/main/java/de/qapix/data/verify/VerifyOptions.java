package de.qapix.data.verify;

import java.time.Duration;

/**
 * What the user asks of a verification.
 *
 * @param daysBack days before now at which the window begins
 * @param daysForward days after now at which it ends
 * @param sample the records of which all that belongs to them is read
 * @param concurrency requests under way at once, at most
 * @param limit how many differences of a kind are kept; the others are only counted
 */
public record VerifyOptions(
    int daysBack, int daysForward, Sample sample, int concurrency, int limit) {

  Duration back() {
    return Duration.ofDays(daysBack);
  }

  Duration forward() {
    return Duration.ofDays(daysForward);
  }
}
