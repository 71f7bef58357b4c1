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

/**
 * What a user asks of the simulator.
 *
 * @param prefix of the options' names, for messages
 */
record SandboxSettings(
    String prefix,
    int events,
    long seed,
    double changed,
    Latency latency,
    int rateLimit,
    Duration rateWindow,
    RateLimit.Kind rateKind,
    Optional<String> faults,
    Optional<Long> faultSeed) {

  private static final int MOST_EVENTS = 1_000_000;
  private static final Duration LONGEST_LATENCY = Duration.ofMinutes(1);
  private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

  /** The simulator that fulfils it, on any port. */
  SandboxOptions options() {
    if (events < 1 || events > MOST_EVENTS) {
      throw new WrongUseException("use.range", prefix + "events", events, 1, MOST_EVENTS);
    }
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
      return FaultSpec.parse(spec, faultSeed.orElse(seed));
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
