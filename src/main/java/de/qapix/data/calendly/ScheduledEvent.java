package de.qapix.data.calendly;

import de.qapix.data.feed.ListedRecord;
import java.time.Instant;
import java.util.List;

/**
 * One scheduled event as the list shows it: everything but its invitees. What does not identify or
 * place it is null where Calendly does not say.
 *
 * @param key its URI
 * @param description what it is called and what was noted
 * @param bookedAt when it was made
 * @param raw the event as it came, as JSON
 * @param fingerprint SHA-256 of that
 */
public record ScheduledEvent(
    String key,
    String status,
    Instant start,
    Instant endTime,
    Instant bookedAt,
    Instant updatedAt,
    Description description,
    Location location,
    Counter counter,
    Cancellation cancellation,
    CalendarEntry calendar,
    List<Host> hosts,
    List<Guest> guests,
    String raw,
    String fingerprint)
    implements ListedRecord {

  record Description(String name, String typeUri, String notesPlain, String notesHtml) {}

  /**
   * Where it takes place.
   *
   * @param details all that Calendly says of it, as JSON
   */
  record Location(String type, String place, String joinUrl, String details) {}

  /** How many invitees there should be, canceled ones included. */
  record Counter(Integer total, Integer active, Integer limit) {}

  /** The event in somebody's calendar. */
  record CalendarEntry(String kind, String externalId) {}

  record Host(
      String userUri, String email, String name, Instant bufferedStart, Instant bufferedEnd) {}

  record Guest(String email, Instant createdAt, Instant updatedAt) {}

  public ScheduledEvent {
    hosts = List.copyOf(hosts);
    guests = List.copyOf(guests);
  }

  @Override
  public Instant changedAt() {
    return updatedAt == null ? Instant.EPOCH : updatedAt;
  }

  /** The last segment of its URI, by which requests name it. */
  String id() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** When it ends; its start where Calendly does not say. */
  Instant end() {
    return endTime == null ? start : endTime;
  }

  /** How many invitees there should be, canceled ones included; 1 where Calendly does not say. */
  int invitees() {
    return counter.total() == null ? 1 : counter.total();
  }

  /** Whether a request for its invitees may bring any; canceled ones count. */
  boolean hasInvitees() {
    return invitees() > 0;
  }
}
