package de.qapix.api;

import java.net.URI;
import java.time.Duration;

/**
 * How an API is used.
 *
 * @param address scheme, host and port, perhaps a path before the API's own
 * @param token goes into the header of each request and nowhere else
 * @param concurrency requests under way at once, at most
 * @param rateShare of the API's limit that is ours, 0 to 1
 * @param longestRequest after which an answer is given up
 */
public record ApiAccess(
    URI address, String token, int concurrency, double rateShare, Duration longestRequest) {

  /** Without the token. */
  @Override
  public String toString() {
    return "ApiAccess[" + address + "]";
  }
}
