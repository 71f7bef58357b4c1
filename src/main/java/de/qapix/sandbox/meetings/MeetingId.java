package de.qapix.sandbox.meetings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/** Ids of meetings, which look like UUIDs and name the day of the meeting. */
final class MeetingId {

  private MeetingId() {}

  /** An id whose first part names the day, so that a meeting is found by its id. */
  static String of(LocalDate day, int number, String variant, int version, long last) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(day.toEpochDay(), 8)
        + "-"
        + hex.toHexDigits(number, 4)
        + "-4"
        + hex.toHexDigits(number >>> 16, 3)
        + "-"
        + variant
        + hex.toHexDigits(version, 3)
        + "-"
        + hex.toHexDigits(last, 12);
  }

  /** The day that an id names; empty where it is none of ours. */
  static Optional<LocalDate> day(String id) {
    try {
      return Optional.of(LocalDate.ofEpochDay(Long.parseLong(id.substring(0, 8), 16)));
    } catch (NumberFormatException
        | StringIndexOutOfBoundsException
        | DateTimeException noneOfOurs) {
      return Optional.empty();
    }
  }
}
