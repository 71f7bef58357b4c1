package de.qapix.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written for people: always UTC, and said so. */
public final class TimeFormat {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter BARE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private TimeFormat() {}

  /** Without saying that it is UTC: in a table, the heading does. */
  public static String bareTime(Instant moment) {
    return BARE_TIME.format(moment);
  }

  public static String time(Instant moment) {
    return TIME.format(moment);
  }

  /** A duration that need not be exact: 40 s, 12 min, 3 h 20 min; seconds are rounded up. */
  public static String about(Duration duration) {
    long seconds = duration.plusMillis(999).toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  public static String day(Instant moment) {
    return DAY.format(moment);
  }
}
