package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Scheduled events as the API sends them. */
final class EventJson {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Duration BUFFER = Duration.ofMinutes(10);

  private EventJson() {}

  /** With six digits of a second; by hand, because a formatter takes most of a page's time. */
  static String time(Instant moment) {
    LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(27);
    digits(text, utc.getYear(), 1_000).append('-');
    digits(text, utc.getMonthValue(), 10).append('-');
    digits(text, utc.getDayOfMonth(), 10).append('T');
    digits(text, utc.getHour(), 10).append(':');
    digits(text, utc.getMinute(), 10).append(':');
    digits(text, utc.getSecond(), 10).append('.');
    return digits(text, utc.getNano() / 1_000, 100_000).append('Z').toString();
  }

  private static StringBuilder digits(StringBuilder text, int number, int first) {
    for (int place = first; place > 0; place /= 10) {
      text.append((char) ('0' + number / place % 10));
    }
    return text;
  }

  static ObjectNode of(Meeting meeting) {
    ObjectNode json = JSON.objectNode();
    json.putObject("calendar_event").put("external_id", meeting.calendarId()).put("kind", "google");
    json.put("created_at", time(meeting.booked()));
    json.put("end_time", time(meeting.end()));
    guests(meeting, json);
    for (var host : meeting.hosts()) {
      json.withArray("event_memberships")
          .addObject()
          .put("buffered_end_time", time(meeting.end().plus(BUFFER)))
          .put("buffered_start_time", time(meeting.start().minus(BUFFER)))
          .put("user", host.uri())
          .put("user_email", host.email())
          .put("user_name", host.name());
    }
    json.put("event_type", meeting.offer().uri());
    json.putObject("invitees_counter")
        .put("active", meeting.active())
        .put("limit", meeting.offer().isGroup() ? Math.max(200, meeting.invitees().size()) : 1)
        .put("total", meeting.invitees().size());
    json.set("location", MeetingLocations.json(meeting.place(), meeting.calendarId()));
    json.putNull("meeting_notes_html");
    json.put("meeting_notes_plain", meeting.notes());
    json.put("name", meeting.offer().name());
    json.put("start_time", time(meeting.start()));
    json.put("status", meeting.status());
    json.put("updated_at", time(meeting.updated()));
    json.put("uri", meeting.uri());
    meeting.canceled().ifPresent(gone -> json.set("cancellation", cancellation(gone)));
    return json;
  }

  private static void guests(Meeting meeting, ObjectNode json) {
    var guests = json.putArray("event_guests");
    if (meeting.calendarId().hashCode() % 9 == 0) {
      guests
          .addObject()
          .put("created_at", time(meeting.booked()))
          .put("email", "gast." + meeting.calendarId() + "@example.org")
          .put("updated_at", time(meeting.booked()));
    }
  }

  static ObjectNode cancellation(Meeting.Cancellation gone) {
    return JSON.objectNode()
        .put("canceled_by", gone.by())
        .put("canceler_type", gone.byType())
        .put("created_at", time(gone.at()))
        .put("reason", gone.reason());
  }
}
