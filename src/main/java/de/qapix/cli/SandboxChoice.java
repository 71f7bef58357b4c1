package de.qapix.cli;

import de.qapix.sandbox.Latency;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.limit.RateLimit;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The try-out world: a simulated Calendly instead of the real one, and a database of its own. */
final class SandboxChoice {

  @Option(names = "--sandbox", scope = ScopeType.INHERIT)
  private boolean wanted;

  @Option(
      names = "--sandbox-events",
      paramLabel = "<n>",
      defaultValue = "500",
      scope = ScopeType.INHERIT)
  private int events;

  @Option(
      names = "--sandbox-seed",
      paramLabel = "<n>",
      defaultValue = "1",
      scope = ScopeType.INHERIT)
  private long seed;

  @Option(
      names = "--sandbox-changed",
      paramLabel = "<n%>",
      defaultValue = "0%",
      converter = ShareConverter.class,
      scope = ScopeType.INHERIT)
  private double changed;

  @Option(
      names = "--sandbox-latency",
      paramLabel = "<duration>",
      defaultValue = "0",
      converter = LatencyConverter.class,
      scope = ScopeType.INHERIT)
  private Latency latency;

  @Option(
      names = "--sandbox-rate-limit",
      paramLabel = "<n>",
      defaultValue = "0",
      scope = ScopeType.INHERIT)
  private int rateLimit;

  @Option(
      names = "--sandbox-rate-window",
      paramLabel = "<duration>",
      defaultValue = "60s",
      converter = DurationConverter.class,
      scope = ScopeType.INHERIT)
  private Duration rateWindow;

  @Option(
      names = "--sandbox-rate-kind",
      paramLabel = "<fixed|sliding|clock|counter>",
      defaultValue = "fixed",
      scope = ScopeType.INHERIT)
  private RateLimit.Kind rateKind;

  @Option(names = "--sandbox-faults", paramLabel = "<kind=n%>", scope = ScopeType.INHERIT)
  private Optional<String> faults;

  @Option(names = "--sandbox-fault-seed", paramLabel = "<n>", scope = ScopeType.INHERIT)
  private Optional<Long> faultSeed;

  boolean wanted() {
    return wanted;
  }

  SandboxOptions options() {
    return new SandboxSettings(
            "--sandbox-",
            events,
            seed,
            changed,
            latency,
            rateLimit,
            rateWindow,
            rateKind,
            faults,
            faultSeed)
        .options();
  }

  /** Each seed and size is a world of its own. */
  String database() {
    return "sandbox_" + Long.toString(seed).replace('-', 'm') + "_" + events;
  }
}
