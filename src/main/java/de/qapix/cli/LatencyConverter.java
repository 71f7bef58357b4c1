package de.qapix.cli;

import de.qapix.sandbox.Latency;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * Reads latencies: 50ms, or a range such as 0-5s or 20ms-80ms; a bare number has the unit after.
 */
final class LatencyConverter implements ITypeConverter<Latency> {

  private static final Pattern RANGE = Pattern.compile("(\\d+)(ms|s|m)?-(\\d+)(ms|s|m)");

  private final DurationConverter durations = new DurationConverter();

  @Override
  public Latency convert(String text) {
    Matcher range = RANGE.matcher(text.strip());
    if (!range.matches()) {
      return Latency.of(duration(text, text));
    }
    String unit = range.group(2) == null ? range.group(4) : range.group(2);
    Duration least = duration(range.group(1) + unit, text);
    Duration most = duration(range.group(3) + range.group(4), text);
    if (most.compareTo(least) < 0) {
      throw new WrongUseException("use.latency", text);
    }
    return new Latency(least, most);
  }

  private Duration duration(String part, String text) {
    try {
      return durations.convert(part);
    } catch (WrongUseException noDuration) {
      throw new WrongUseException("use.latency", text);
    }
  }
}
