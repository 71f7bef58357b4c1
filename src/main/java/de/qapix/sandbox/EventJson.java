package de.qapix.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Scheduled events as the API sends them. */
final class EventJson {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Duration BUFFER = Duration.ofMinutes(10);

  private EventJson() {}

  static String time(Instant moment) {
    return TIME.format(moment);
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
        .put("limit", meeting.offer().isGroup() ? 200 : 1)
        .put("total", meeting.invitees().size());
    json.set("location", Places.json(meeting.place(), meeting.calendarId()));
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
