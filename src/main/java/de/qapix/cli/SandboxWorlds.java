package de.qapix.cli;

import de.qapix.sandbox.SandboxOptions;
import java.time.Duration;

/** Checks what a user asks of the simulator. */
final class SandboxWorlds {

  private static final int MOST_EVENTS = 1_000_000;
  private static final Duration LONGEST_LATENCY = Duration.ofMinutes(1);

  private SandboxWorlds() {}

  /**
   * @param prefix of the options' names, for messages
   */
  static SandboxOptions options(
      int events, long seed, Duration latency, int rateLimit, int port, String prefix) {
    if (events < 1 || events > MOST_EVENTS) {
      throw new WrongUseException("use.range", prefix + "events", events, 1, MOST_EVENTS);
    }
    if (latency.compareTo(LONGEST_LATENCY) > 0) {
      throw new WrongUseException(
          "use.duration.long", prefix + "latency", DurationConverter.text(LONGEST_LATENCY));
    }
    if (rateLimit < 0) {
      throw new WrongUseException("use.negative", prefix + "rate-limit", rateLimit);
    }
    if (port < 0 || port > 65_535) {
      throw new WrongUseException("use.range", prefix + "port", port, 0, 65_535);
    }
    return new SandboxOptions(events, seed, latency, rateLimit, port);
  }
}
