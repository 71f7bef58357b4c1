package de.qapix.data.calendly;

import de.qapix.data.api.Fields;
import de.qapix.db.qapix.tables.records.CalendlyEventGuestRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventHostRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.files.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;

/**
 * Reads scheduled events, as of developer.calendly.com, "List Events". Needed is what identifies
 * and places an event; all else is null where it cannot be read.
 */
final class EventDecoder {

  private EventDecoder() {}

  static ScheduledEvent decode(Fields fields) {
    CalendlyEventRecord row = new CalendlyEventRecord();
    row.setUri(fields.identifier("uri"));
    row.setName(fields.findText("name"));
    row.setStatus(fields.text("status"));
    row.setStartTime(fields.time("start_time"));
    row.setEndTime(fields.findTime("end_time"));
    row.setEventTypeUri(fields.findText("event_type"));
    row.setNotesPlain(fields.findText("meeting_notes_plain"));
    row.setNotesHtml(fields.findText("meeting_notes_html"));
    row.setBookedAt(fields.findTime("created_at"));
    row.setUpdatedAt(fields.findTime("updated_at"));
    location(fields, row);
    counter(fields.inside("invitees_counter"), row);
    cancellation(fields.inside("cancellation"), row);
    row.setCalendarKind(fields.inside("calendar_event").findText("kind"));
    row.setCalendarExternalId(fields.inside("calendar_event").findText("external_id"));
    String raw = fields.json();
    row.setRaw(JSONB.jsonb(raw));
    row.setFingerprint(Sha256.hex(raw));
    return new ScheduledEvent(row, hosts(fields, row.getUri()), guests(fields, row.getUri()));
  }

  private static void location(Fields fields, CalendlyEventRecord row) {
    Fields location = fields.inside("location");
    row.setLocationType(location.findText("type"));
    row.setLocation(location.findText("location"));
    row.setJoinUrl(location.findText("join_url"));
    String details = fields.findJson("location");
    row.setLocationDetails(details == null ? null : JSONB.jsonb(details));
  }

  private static void counter(Fields counter, CalendlyEventRecord row) {
    row.setInviteesTotal(counter.findNumber("total"));
    row.setInviteesActive(counter.findNumber("active"));
    row.setInviteesLimit(counter.findNumber("limit"));
  }

  /** The key is absent while the event is active. */
  private static void cancellation(Fields cancellation, CalendlyEventRecord row) {
    row.setCanceledAt(cancellation.findTime("created_at"));
    row.setCanceledBy(cancellation.findText("canceled_by"));
    row.setCancelerType(cancellation.findText("canceler_type"));
    row.setCancelReason(cancellation.findText("reason"));
  }

  /** Those who can be told apart. */
  private static List<CalendlyEventHostRecord> hosts(Fields fields, String event) {
    List<CalendlyEventHostRecord> hosts = new ArrayList<>();
    for (Fields membership : fields.list("event_memberships")) {
      String user = membership.findText("user");
      if (user == null) {
        continue;
      }
      CalendlyEventHostRecord host = new CalendlyEventHostRecord();
      host.setEventUri(event);
      host.setUserUri(user);
      host.setPosition(hosts.size());
      host.setEmail(membership.findText("user_email"));
      host.setName(membership.findText("user_name"));
      host.setBufferedStart(membership.findTime("buffered_start_time"));
      host.setBufferedEnd(membership.findTime("buffered_end_time"));
      hosts.add(host);
    }
    return hosts;
  }

  /** Those who can be told apart. */
  private static List<CalendlyEventGuestRecord> guests(Fields fields, String event) {
    List<CalendlyEventGuestRecord> guests = new ArrayList<>();
    for (Fields guest : fields.list("event_guests")) {
      String email = guest.findText("email");
      if (email == null) {
        continue;
      }
      CalendlyEventGuestRecord row = new CalendlyEventGuestRecord();
      row.setEventUri(event);
      row.setEmail(email);
      row.setCreatedAt(guest.findTime("created_at"));
      row.setUpdatedAt(guest.findTime("updated_at"));
      guests.add(row);
    }
    return guests;
  }
}
