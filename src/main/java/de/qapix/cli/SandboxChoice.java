package de.qapix.cli;

import de.qapix.sandbox.SandboxOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The try-out world: a simulated Calendly instead of the real one, and a database of its own. */
final class SandboxChoice {

  @Option(names = "--sandbox")
  private boolean wanted;

  @Option(names = "--sandbox-events", paramLabel = "<n>", defaultValue = "500")
  private int events;

  @Option(names = "--sandbox-seed", paramLabel = "<n>", defaultValue = "1")
  private long seed;

  @Option(
      names = "--sandbox-latency",
      paramLabel = "<duration>",
      defaultValue = "0",
      converter = DurationConverter.class)
  private Duration latency;

  @Option(names = "--sandbox-rate-limit", paramLabel = "<n>", defaultValue = "0")
  private int rateLimit;

  boolean wanted() {
    return wanted;
  }

  SandboxOptions options() {
    return SandboxWorlds.options(events, seed, latency, rateLimit, 0, "--sandbox-");
  }

  /** Each seed and size is a world of its own. */
  String database() {
    return "sandbox_" + Long.toString(seed).replace('-', 'm') + "_" + events;
  }
}
