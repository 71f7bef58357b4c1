package de.qapix.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads durations as people write them: 25s, 5m, 2h, 150ms, or ISO-8601 (PT25S); 0 is none. */
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  @Override
  public Duration convert(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("0")) {
      return Duration.ZERO;
    }
    Matcher matcher = SHORT.matcher(plain);
    if (matcher.matches()) {
      return duration(Long.parseLong(matcher.group(1)), matcher.group(2));
    }
    try {
      Duration duration = Duration.parse(plain);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException noDuration) {
      throw new WrongUseException("use.duration", text);
    }
    throw new WrongUseException("use.duration", text);
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /** The shortest way to write it, e.g. 25s, 5m, 1.5s; an option is not given with decimals. */
  public static String text(Duration duration) {
    return text(duration, Locale.ROOT);
  }

  /** The same with the decimal mark of a language. */
  static String text(Duration duration, Locale locale) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis < 1000 ? millis + "ms" : String.format(locale, "%.1fs", millis / 1000.0);
    }
    long seconds = millis / 1000;
    if (seconds >= 3600 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
