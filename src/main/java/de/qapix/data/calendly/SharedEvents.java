package de.qapix.data.calendly;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.jooq.impl.DSL.any;

import de.qapix.data.store.CombinedUpsert;
import de.qapix.data.store.Upsert;
import de.qapix.db.public_.tables.records.CalendlyEventsRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Bookings in "calendly_events", the table that belongs to the dashboard. Only columns that are
 * derived from Calendly are written; a row is known by the event's URI, whatever its id.
 */
final class SharedEvents {

  private static final Upsert<CalendlyEventsRecord> UPSERT =
      new Upsert<>(
          CALENDLY_EVENTS,
          List.of(CALENDLY_EVENTS.CALENDLY_EVENT_URI),
          List.of(
              CALENDLY_EVENTS.EVENT_TYPE_NAME,
              CALENDLY_EVENTS.MAPPED_TYPE,
              CALENDLY_EVENTS.START_TIME,
              CALENDLY_EVENTS.END_TIME,
              CALENDLY_EVENTS.STATUS,
              CALENDLY_EVENTS.HOST_NAME,
              CALENDLY_EVENTS.HOST_EMAIL,
              CALENDLY_EVENTS.INVITEE_NAME,
              CALENDLY_EVENTS.INVITEE_EMAIL),
          List.of(CALENDLY_EVENTS.UPDATED_AT, CALENDLY_EVENTS.SYNCED_AT),
          List.of(CALENDLY_EVENTS.ID, CALENDLY_EVENTS.CREATED_AT),
          Optional.empty());

  private final MeetingKinds kinds;

  SharedEvents(MeetingKinds kinds) {
    this.kinds = kinds;
  }

  /** Adds them to what is written together. */
  CombinedUpsert add(
      CombinedUpsert upsert, DSLContext transaction, Instant now, List<Booking> bookings) {
    List<CalendlyEventsRecord> rows = bookings.stream().map(booking -> row(booking, now)).toList();
    leaveInvitees(transaction, bookings, rows);
    return upsert.with(UPSERT, rows, CALENDLY_EVENTS.CALENDLY_EVENT_URI);
  }

  /** Whoever stands there stays when the first invitee may be one who could not be read. */
  private static void leaveInvitees(
      DSLContext transaction, List<Booking> bookings, List<CalendlyEventsRecord> rows) {
    List<Booking> doubtful = bookings.stream().filter(Booking::doubtful).toList();
    if (doubtful.isEmpty()) {
      return;
    }
    Map<String, CalendlyEventsRecord> stored =
        transaction
            .selectFrom(CALENDLY_EVENTS)
            .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(any(Booking.keys(doubtful))))
            .fetchMap(CALENDLY_EVENTS.CALENDLY_EVENT_URI);
    for (CalendlyEventsRecord row : rows) {
      Optional.ofNullable(stored.get(row.getCalendlyEventUri()))
          .filter(known -> known.getInviteeEmail() != null)
          .ifPresent(
              known -> {
                row.setInviteeName(known.getInviteeName());
                row.setInviteeEmail(known.getInviteeEmail());
              });
    }
  }

  /** Columns that are derived from Calendly. */
  static List<Field<?>> derived() {
    return UPSERT.compared();
  }

  CalendlyEventsRecord row(Booking booking, Instant now) {
    ScheduledEvent event = booking.event();
    CalendlyEventsRecord row = new CalendlyEventsRecord();
    row.setId("cal_" + event.id());
    row.setCreatedAt(shared(now));
    row.setUpdatedAt(shared(now));
    row.setSyncedAt(shared(now));
    row.setCalendlyEventUri(event.key());
    row.setEventTypeName(event.description().name());
    row.setMappedType(kinds.of(event.description().name()));
    row.setStartTime(shared(event.start()));
    row.setEndTime(shared(event.end()));
    row.setStatus(event.status());
    first(event.hosts()).ifPresent(host -> name(row, host));
    first(booking.invitees()).ifPresent(invitee -> name(row, invitee));
    return row;
  }

  private static void name(CalendlyEventsRecord row, ScheduledEvent.Host host) {
    row.setHostName(host.name());
    row.setHostEmail(host.email());
  }

  private static void name(CalendlyEventsRecord row, Invitee invitee) {
    row.setInviteeName(invitee.person().name());
    row.setInviteeEmail(invitee.person().email());
  }

  private static <T> Optional<T> first(List<T> list) {
    return list.stream().findFirst();
  }

  /** UTC, to the millisecond: the server would round what is finer. */
  private static LocalDateTime shared(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(MILLIS);
  }
}
