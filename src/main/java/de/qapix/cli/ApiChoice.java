package de.qapix.cli;

import de.qapix.api.ApiAccess;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How hard the user lets a command work the API. */
final class ApiChoice {

  private static final int MOST_REQUESTS = 256;
  private static final Duration SHORTEST_REQUEST = Duration.ofMillis(100);

  @Option(names = "--concurrency", paramLabel = "<requests>", defaultValue = "32")
  private int concurrency;

  @Option(names = "--rate-share", paramLabel = "<share>", defaultValue = "0.8")
  private double rateShare;

  @Option(
      names = "--request-timeout",
      paramLabel = "<duration>",
      defaultValue = "30s",
      converter = DurationConverter.class)
  private Duration requestTimeout;

  /** Requests under way at once, at most. */
  int concurrency() {
    return concurrency;
  }

  /**
   * Asserts that this can be meant.
   *
   * @throws WrongUseException when it cannot
   */
  void check() {
    if (concurrency < 1 || concurrency > MOST_REQUESTS) {
      throw new WrongUseException("use.range", "--concurrency", concurrency, 1, MOST_REQUESTS);
    }
    if (!(rateShare > 0 && rateShare <= 1)) {
      throw new WrongUseException("use.rate-share", "--rate-share", String.valueOf(rateShare));
    }
    if (requestTimeout.compareTo(SHORTEST_REQUEST) < 0) {
      throw new WrongUseException(
          "use.duration.short", "--request-timeout", DurationConverter.text(SHORTEST_REQUEST));
    }
  }

  ApiAccess access(URI address, String token) {
    return new ApiAccess(address, token, concurrency, rateShare, requestTimeout);
  }
}
