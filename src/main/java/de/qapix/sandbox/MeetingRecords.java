package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The meetings of a window. A place is a start time and an id, so that it can be found in a large
 * world at once, and still when the meeting that stood there is gone.
 */
record MeetingRecords(World world, Instant from, Instant until, boolean backwards)
    implements Records<Meeting> {

  @Override
  public String place(Meeting meeting) {
    return meeting.start() + " " + meeting.id();
  }

  @Override
  public Stream<Meeting> from(Optional<String> place) {
    if (place.isEmpty()) {
      return world.meetings(from, until, backwards);
    }
    String[] parts = place.get().split(" ", 2);
    Instant start = start(parts[0]);
    Stream<Meeting> rest =
        backwards
            ? world.meetings(from, start.plusNanos(1), true)
            : world.meetings(start, until, false);
    return rest.dropWhile(meeting -> isBefore(meeting, start, parts[1]));
  }

  private boolean isBefore(Meeting meeting, Instant start, String id) {
    int order = meeting.id().compareTo(id);
    return meeting.start().equals(start) && (backwards ? order > 0 : order < 0);
  }

  private static Instant start(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException garbage) {
      throw new InvalidParameterException("page_token", "is invalid");
    }
  }
}
