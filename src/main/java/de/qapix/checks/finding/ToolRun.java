package de.qapix.checks.finding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** Which qapix checked, when, and how long it took. */
public record ToolRun(String version, Instant begun, Duration took) {

  public ToolRun {
    requireNonNull(version, "version");
    requireNonNull(begun, "begun");
    requireNonNull(took, "took");
  }

  double seconds() {
    return took.toMillis() / 1000.0;
  }
}
