package de.qapix.data.calendly;

import de.qapix.data.sync.ListedRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventGuestRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventHostRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import java.time.Instant;
import java.util.List;

/** One scheduled event as the list shows it: everything but its invitees. */
public record ScheduledEvent(
    CalendlyEventRecord row,
    List<CalendlyEventHostRecord> hosts,
    List<CalendlyEventGuestRecord> guests)
    implements ListedRecord {

  public ScheduledEvent {
    hosts = List.copyOf(hosts);
    guests = List.copyOf(guests);
  }

  @Override
  public String key() {
    return row.getUri();
  }

  @Override
  public Instant start() {
    return row.getStartTime();
  }

  @Override
  public String fingerprint() {
    return row.getFingerprint();
  }

  @Override
  public Instant changedAt() {
    return row.getUpdatedAt() == null ? Instant.EPOCH : row.getUpdatedAt();
  }

  @Override
  public String raw() {
    return row.getRaw().data();
  }

  /** The last segment of its URI, by which requests name it. */
  String id() {
    return key().substring(key().lastIndexOf('/') + 1);
  }

  /** When it ends; its start where Calendly does not say. */
  Instant end() {
    return row.getEndTime() == null ? row.getStartTime() : row.getEndTime();
  }

  /** How many invitees there should be, canceled ones included; 1 where Calendly does not say. */
  int invitees() {
    return row.getInviteesTotal() == null ? 1 : row.getInviteesTotal();
  }

  /** Whether a request for its invitees may bring any; canceled ones count. */
  boolean hasInvitees() {
    return invitees() > 0;
  }
}
