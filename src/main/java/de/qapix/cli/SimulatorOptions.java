package de.qapix.cli;

import de.qapix.sandbox.Fault;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.FaultSpecException;
import de.qapix.sandbox.Faults;
import de.qapix.sandbox.Latency;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.limit.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What a user asks of the simulator. */
final class SimulatorOptions {

  private static final String PREFIX = "--sandbox-";

  /** In front of options that say nothing of their order, which is -1. */
  private static final int FIRST = -2;

  private static final int MOST_EVENTS = 1_000_000;
  private static final Duration LONGEST_LATENCY = Duration.ofMinutes(1);
  private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

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

  private String prefix = PREFIX;

  /** Gives a command these options under their short names. */
  void addTo(CommandSpec command) {
    prefix = "--";
    for (OptionSpec option : CommandSpec.forAnnotatedObject(this).options()) {
      command.addOption(
          OptionSpec.builder(option)
              .names(option.longestName().replace(PREFIX, prefix))
              .scopeType(ScopeType.LOCAL)
              .order(FIRST)
              .build());
    }
  }

  int events() {
    return events;
  }

  long seed() {
    return seed;
  }

  /** As they were typed. */
  Optional<String> faults() {
    return faults;
  }

  /** Which requests meet them. */
  long faultSeed() {
    return faultSeed.orElse(seed);
  }

  /** The simulator that fulfils it, on any port. */
  SandboxOptions options() {
    WrongUseException.unlessWithin(prefix + "events", events, 1, MOST_EVENTS);
    atMost(LONGEST_LATENCY, latency.most(), "latency");
    if (rateLimit < 0) {
      throw new WrongUseException("use.negative", prefix + "rate-limit", rateLimit);
    }
    atMost(LONGEST_WINDOW, rateWindow, "rate-window");
    if (rateWindow.isZero()) {
      throw new WrongUseException("use.duration.none", prefix + "rate-window");
    }
    return SandboxOptions.of(events, seed)
        .changed(changed)
        .with(latency)
        .with(new RateLimit(rateLimit, rateWindow, rateKind))
        .with(faults.map(this::faults).orElse(Faults.NONE));
  }

  private Faults faults(String spec) {
    try {
      return FaultSpec.parse(spec, faultSeed());
    } catch (FaultSpecException wrong) {
      throw new WrongUseException(
          "use.faults." + wrong.reason().name().toLowerCase(Locale.ROOT),
          prefix + "faults",
          wrong.part(),
          String.join(", ", Fault.words()));
    }
  }

  private void atMost(Duration longest, Duration duration, String option) {
    if (duration.compareTo(longest) > 0) {
      throw new WrongUseException(
          "use.duration.long", prefix + option, DurationConverter.text(longest));
    }
  }
}
