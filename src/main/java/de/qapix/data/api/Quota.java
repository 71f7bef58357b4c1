package de.qapix.data.api;

import java.time.Duration;

/**
 * What is known of an API's limit.
 *
 * @param limit requests in a window, ours and those of the user's other integrations
 * @param share the part of them that is ours, 0 to 1
 * @param remaining requests that are left of the present window
 * @param window how long it is
 */
public record Quota(int limit, double share, int remaining, Duration window) {

  /** Requests that we may make in a window. */
  public long ours() {
    return Math.max(1, Math.round(limit * share));
  }

  /** Requests that we may make at once. */
  public long now() {
    return Math.max(0, remaining - (limit - ours()));
  }
}
