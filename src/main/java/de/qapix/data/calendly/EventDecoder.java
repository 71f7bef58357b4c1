package de.qapix.data.calendly;

import de.qapix.data.api.Fields;
import de.qapix.data.calendly.ScheduledEvent.CalendarEntry;
import de.qapix.data.calendly.ScheduledEvent.Counter;
import de.qapix.data.calendly.ScheduledEvent.Description;
import de.qapix.data.calendly.ScheduledEvent.Guest;
import de.qapix.data.calendly.ScheduledEvent.Host;
import de.qapix.data.calendly.ScheduledEvent.Location;
import de.qapix.files.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads scheduled events, as of developer.calendly.com, "List Events". Needed is what identifies
 * and places an event; all else is null where it cannot be read.
 */
final class EventDecoder {

  private EventDecoder() {}

  static ScheduledEvent decode(Fields fields) {
    String raw = fields.json();
    return new ScheduledEvent(
        fields.identifier("uri"),
        fields.text("status"),
        fields.time("start_time"),
        fields.findTime("end_time"),
        fields.findTime("created_at"),
        fields.findTime("updated_at"),
        description(fields),
        location(fields),
        counter(fields.inside("invitees_counter")),
        Cancellation.decode(fields),
        calendar(fields.inside("calendar_event")),
        hosts(fields),
        guests(fields),
        raw,
        Sha256.hex(raw));
  }

  private static Description description(Fields fields) {
    return new Description(
        fields.findText("name"),
        fields.findText("event_type"),
        fields.findText("meeting_notes_plain"),
        fields.findText("meeting_notes_html"));
  }

  private static Location location(Fields fields) {
    Fields location = fields.inside("location");
    return new Location(
        location.findText("type"),
        location.findText("location"),
        location.findText("join_url"),
        fields.findJson("location"));
  }

  private static Counter counter(Fields counter) {
    return new Counter(
        counter.findNumber("total"), counter.findNumber("active"), counter.findNumber("limit"));
  }

  private static CalendarEntry calendar(Fields calendar) {
    return new CalendarEntry(calendar.findText("kind"), calendar.findText("external_id"));
  }

  /** Those who can be told apart. */
  private static List<Host> hosts(Fields fields) {
    List<Host> hosts = new ArrayList<>();
    for (Fields membership : fields.list("event_memberships")) {
      String user = membership.findText("user");
      if (user != null) {
        hosts.add(
            new Host(
                user,
                membership.findText("user_email"),
                membership.findText("user_name"),
                membership.findTime("buffered_start_time"),
                membership.findTime("buffered_end_time")));
      }
    }
    return hosts;
  }

  /** Those who can be told apart. */
  private static List<Guest> guests(Fields fields) {
    List<Guest> guests = new ArrayList<>();
    for (Fields guest : fields.list("event_guests")) {
      String email = guest.findText("email");
      if (email != null) {
        guests.add(new Guest(email, guest.findTime("created_at"), guest.findTime("updated_at")));
      }
    }
    return guests;
  }
}
