package de.qapix.cli;

import de.qapix.data.api.ApiAccess;
import de.qapix.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How hard the user lets a command work the API. */
public final class ApiOptions {

  private static final String CALENDLY = "https://api.calendly.com";
  private static final int MOST_REQUESTS = 256;
  private static final Duration SHORTEST_REQUEST = Duration.ofMillis(100);
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

  @Option(names = "--concurrency", paramLabel = "<requests>", defaultValue = "64")
  private int concurrency;

  @Option(names = "--rate-share", paramLabel = "<share>", defaultValue = "0.8")
  private double rateShare;

  @Option(
      names = "--request-timeout",
      paramLabel = "<duration>",
      converter = DurationConverter.class)
  private Optional<Duration> requestTimeout;

  /** Requests under way at once, at most. */
  public int concurrency() {
    return concurrency;
  }

  /**
   * Asserts that this can be meant.
   *
   * @throws WrongUseException when it cannot
   */
  public void check() {
    WrongUseException.unlessWithin("--concurrency", concurrency, 1, MOST_REQUESTS);
    if (!(rateShare > 0 && rateShare <= 1)) {
      throw new WrongUseException("use.rate-share", "--rate-share", String.valueOf(rateShare));
    }
    if (requestTimeout.filter(time -> time.compareTo(SHORTEST_REQUEST) < 0).isPresent()) {
      throw new WrongUseException(
          "use.duration.short", "--request-timeout", DurationConverter.text(SHORTEST_REQUEST));
    }
  }

  /**
   * How Calendly is used from this workplace.
   *
   * @param limit how long the command may take; zero for no limit
   */
  public ApiAccess access(Workplace place, Duration limit) {
    Settings settings = place.settings();
    URI address =
        place
            .sandbox()
            .map(SandboxServer::address)
            .orElseGet(() -> settings.address("CALENDLY_API_URL", CALENDLY));
    return new ApiAccess(
        address,
        place.isSandbox() ? SandboxServer.TOKEN : settings.token("CALENDLY_API_TOKEN"),
        concurrency,
        rateShare,
        longestRequest(limit),
        new NetworkSettings(settings).to(address));
  }

  /**
   * After which an answer is given up.
   *
   * @param limit how long the command may take; zero for no limit
   */
  Duration longestRequest(Duration limit) {
    return requestTimeout.orElseGet(() -> usual(limit));
  }

  /** So that there is time to ask again. */
  private static Duration usual(Duration limit) {
    Duration half = limit.dividedBy(2);
    return half.isZero() || half.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : half;
  }
}
