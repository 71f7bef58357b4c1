package de.qapix.calendly;

import de.qapix.api.Fields;
import de.qapix.db.qapix.tables.records.CalendlyEventGuestRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventHostRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jooq.JSONB;

/** Reads scheduled events, as of developer.calendly.com, "List Events". */
final class EventDecoder {

  private EventDecoder() {}

  static ScheduledEvent decode(Fields fields) {
    CalendlyEventRecord row = new CalendlyEventRecord();
    row.setUri(fields.text("uri"));
    row.setName(fields.findText("name"));
    row.setStatus(fields.text("status"));
    row.setStartTime(fields.time("start_time"));
    row.setEndTime(fields.time("end_time"));
    row.setEventTypeUri(fields.text("event_type"));
    row.setNotesPlain(fields.findText("meeting_notes_plain"));
    row.setNotesHtml(fields.findText("meeting_notes_html"));
    row.setBookedAt(fields.time("created_at"));
    row.setUpdatedAt(fields.time("updated_at"));
    location(fields, row);
    counter(fields.inside("invitees_counter"), row);
    cancellation(fields.inside("cancellation"), row);
    row.setCalendarKind(fields.inside("calendar_event").findText("kind"));
    row.setCalendarExternalId(fields.inside("calendar_event").findText("external_id"));
    String raw = fields.json();
    row.setRaw(JSONB.jsonb(raw));
    row.setFingerprint(sha256(raw));
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
    row.setInviteesTotal(counter.number("total"));
    row.setInviteesActive(counter.number("active"));
    row.setInviteesLimit(counter.number("limit"));
  }

  /** The key is absent while the event is active. */
  private static void cancellation(Fields cancellation, CalendlyEventRecord row) {
    row.setCanceledAt(cancellation.findTime("created_at"));
    row.setCanceledBy(cancellation.findText("canceled_by"));
    row.setCancelerType(cancellation.findText("canceler_type"));
    row.setCancelReason(cancellation.findText("reason"));
  }

  private static List<CalendlyEventHostRecord> hosts(Fields fields, String event) {
    List<CalendlyEventHostRecord> hosts = new ArrayList<>();
    for (Fields membership : fields.list("event_memberships")) {
      CalendlyEventHostRecord host = new CalendlyEventHostRecord();
      host.setEventUri(event);
      host.setUserUri(membership.text("user"));
      host.setPosition(hosts.size());
      host.setEmail(membership.findText("user_email"));
      host.setName(membership.findText("user_name"));
      host.setBufferedStart(membership.findTime("buffered_start_time"));
      host.setBufferedEnd(membership.findTime("buffered_end_time"));
      hosts.add(host);
    }
    return hosts;
  }

  private static List<CalendlyEventGuestRecord> guests(Fields fields, String event) {
    List<CalendlyEventGuestRecord> guests = new ArrayList<>();
    for (Fields guest : fields.list("event_guests")) {
      CalendlyEventGuestRecord row = new CalendlyEventGuestRecord();
      row.setEventUri(event);
      row.setEmail(guest.text("email"));
      row.setCreatedAt(guest.findTime("created_at"));
      row.setUpdatedAt(guest.findTime("updated_at"));
      guests.add(row);
    }
    return guests;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
