package de.qapix.data.calendly;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventGuest.CALENDLY_EVENT_GUEST;
import static de.qapix.db.qapix.tables.CalendlyEventHost.CALENDLY_EVENT_HOST;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static de.qapix.db.qapix.tables.CalendlyLook.CALENDLY_LOOK;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import de.qapix.data.store.Upsert;
import de.qapix.data.verify.ExpectedRecords;
import de.qapix.data.verify.RowDifference;
import de.qapix.data.verify.StoredComparison;
import de.qapix.db.public_.tables.records.CalendlyEventsRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventGuestRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventHostRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** Calendly's tables, compared with the rows that a sync would write into them. */
public final class CalendlyComparison implements StoredComparison<ScheduledEvent, Booking> {

  private static final Set<Field<?>> OF_INVITEES =
      Set.of(CALENDLY_EVENTS.INVITEE_NAME, CALENDLY_EVENTS.INVITEE_EMAIL);

  private final DSLContext db;
  private final SharedEvents shared;
  private final RowComparison<CalendlyEventRecord> events;
  private final RowComparison<CalendlyEventHostRecord> hosts;
  private final RowComparison<CalendlyEventGuestRecord> guests;
  private final RowComparison<CalendlyInviteeRecord> invitees;
  private final RowComparison<CalendlyEventsRecord> sharedEvents;
  private final RowComparison<CalendlyEventsRecord> sharedInvitees;

  /**
   * @param db with the settings that make it find the shared tables
   */
  public CalendlyComparison(DSLContext db, MeetingKinds kinds) {
    this.db = db;
    this.shared = new SharedEvents(kinds);
    this.events = whole(CALENDLY_EVENT);
    this.hosts = whole(CALENDLY_EVENT_HOST);
    this.guests = whole(CALENDLY_EVENT_GUEST);
    this.invitees = whole(CALENDLY_INVITEE);
    this.sharedEvents = shared(false);
    this.sharedInvitees = shared(true);
  }

  private <R extends Record> RowComparison<R> whole(Table<R> table) {
    Upsert<R> upsert = Upsert.whole(table);
    return new RowComparison<>(SqlNames.of(table, db.settings()), upsert.key(), upsert.compared());
  }

  private RowComparison<CalendlyEventsRecord> shared(boolean ofInvitees) {
    return new RowComparison<>(
        SqlNames.of(CALENDLY_EVENTS, db.settings()),
        List.of(CALENDLY_EVENTS.CALENDLY_EVENT_URI),
        SharedEvents.derived().stream()
            .filter(column -> OF_INVITEES.contains(column) == ofInvitees)
            .toList());
  }

  @Override
  public List<RowDifference> compareListed(List<ScheduledEvent> listed, ExpectedRecords expected) {
    String[] uris = listed.stream().map(ScheduledEvent::key).toArray(String[]::new);
    EventFreshness freshness = freshness(uris);
    List<RowDifference> differences = new ArrayList<>();
    differences.addAll(
        events.differences(
            freshness.events(),
            listed.stream().map(CalendlyRows::event).toList(),
            event -> freshness.aboutEvent(event, expected)));
    List<ScheduledEvent> known =
        listed.stream().filter(event -> freshness.knows(event.key())).toList();
    Map<String, CalendlyEventRecord> current = EventFreshness.rows(known);
    differences.addAll(
        hosts.differences(
            rows(CALENDLY_EVENT_HOST.EVENT_URI, uris),
            known.stream().flatMap(event -> CalendlyRows.hosts(event).stream()).toList(),
            host ->
                freshness.aboutPart(current.get(host.getEventUri()), "host", host.getUserUri())));
    differences.addAll(
        guests.differences(
            rows(CALENDLY_EVENT_GUEST.EVENT_URI, uris),
            known.stream().flatMap(event -> CalendlyRows.guests(event).stream()).toList(),
            guest ->
                freshness.aboutPart(current.get(guest.getEventUri()), "guest", guest.getEmail())));
    differences.addAll(
        sharedEvents.differences(
            rows(CALENDLY_EVENTS.CALENDLY_EVENT_URI, current.keySet().toArray(String[]::new)),
            known.stream().map(event -> projection(event, List.of())).toList(),
            row -> freshness.aboutEvent(current.get(row.getCalendlyEventUri()), expected)));
    return differences;
  }

  private CalendlyEventsRecord projection(ScheduledEvent event, List<Invitee> invitees) {
    return shared.row(new Booking(event, invitees, List.of()), Instant.EPOCH);
  }

  @Override
  public List<RowDifference> compareWhole(List<Booking> bookings) {
    EventFreshness freshness = freshness(Booking.keys(bookings));
    List<Booking> known =
        bookings.stream().filter(booking -> freshness.knows(booking.key())).toList();
    List<Booking> readable =
        known.stream().filter(booking -> booking.unreadable().isEmpty()).toList();
    Map<String, CalendlyEventRecord> current =
        EventFreshness.rows(known.stream().map(Booking::event).toList());
    List<CalendlyInviteeRecord> wanted =
        known.stream().flatMap(booking -> CalendlyRows.invitees(booking).stream()).toList();
    List<Booking> certain = known.stream().filter(booking -> !booking.doubtful()).toList();
    List<CalendlyEventsRecord> projected =
        rows(CALENDLY_EVENTS.CALENDLY_EVENT_URI, Booking.keys(certain));
    Set<String> there =
        projected.stream().map(CalendlyEventsRecord::getCalendlyEventUri).collect(toSet());
    List<RowDifference> differences = new ArrayList<>();
    differences.addAll(
        invitees.differences(
            stored(readable, wanted),
            wanted,
            (stored, invitee) ->
                freshness.aboutInvitee(
                    current.get((invitee == null ? stored : invitee).getEventUri()),
                    stored,
                    invitee)));
    differences.addAll(
        sharedInvitees.differences(
            projected,
            certain.stream()
                .filter(booking -> there.contains(booking.key()))
                .map(booking -> projection(booking.event(), booking.invitees()))
                .toList(),
            row -> freshness.aboutFirstInvitee(current.get(row.getCalendlyEventUri()), wanted)));
    return differences;
  }

  /**
   * Stored rows of events all of whose invitees could be read, and of these invitees wherever they
   * are. Rows marked as deleted count only where Calendly shows them.
   */
  private List<CalendlyInviteeRecord> stored(
      List<Booking> readable, List<CalendlyInviteeRecord> wanted) {
    Set<String> shown = wanted.stream().map(CalendlyInviteeRecord::getUri).collect(toSet());
    Table<?> theirs =
        OwnRows.parts(
                CALENDLY_INVITEE.EVENT_URI,
                CALENDLY_INVITEE.URI,
                noCondition(),
                Booking.keys(readable))
            .asTable("theirs");
    List<CalendlyInviteeRecord> rows =
        db.selectFrom(CALENDLY_INVITEE)
            .where(
                CALENDLY_INVITEE.URI.eq(
                    any(array(select(theirs.field(CALENDLY_INVITEE.URI)).from(theirs)))))
            .or(CALENDLY_INVITEE.URI.eq(any(shown.toArray(String[]::new))))
            .fetch();
    rows.removeIf(row -> row.getDeletedAt() != null && !shown.contains(row.getUri()));
    return rows;
  }

  @Override
  public List<RowDifference> findExtra(String key) {
    return db.selectFrom(CALENDLY_EVENT)
        .where(CALENDLY_EVENT.URI.eq(key))
        .fetchOptional()
        .map(row -> row.getDeletedAt() == null ? extra(row) : ghosts(row))
        .orElse(List.of());
  }

  private List<RowDifference> extra(CalendlyEventRecord event) {
    return events.differences(List.of(event), List.of(), EventFreshness::aboutExtra);
  }

  /** Invitees go with their event. */
  private List<RowDifference> ghosts(CalendlyEventRecord event) {
    List<CalendlyInviteeRecord> rows = rows(CALENDLY_INVITEE.EVENT_URI, event.getUri());
    rows.removeIf(row -> row.getDeletedAt() != null);
    return invitees.differences(
        rows, List.of(), invitee -> EventFreshness.aboutGhost(event, invitee));
  }

  @Override
  public Set<String> writtenSince(Instant moment, Collection<String> keys) {
    return db.select(CALENDLY_LOOK.EVENT_URI)
        .from(CALENDLY_LOOK)
        .where(CALENDLY_LOOK.EVENT_URI.eq(any(keys.toArray(String[]::new))))
        .and(CALENDLY_LOOK.READ_AT.ge(moment))
        .fetchSet(CALENDLY_LOOK.EVENT_URI);
  }

  private EventFreshness freshness(String... uris) {
    return new EventFreshness(
        rows(CALENDLY_EVENT.URI, uris),
        db.selectFrom(CALENDLY_LOOK)
            .where(CALENDLY_LOOK.EVENT_URI.eq(any(uris)))
            .fetchMap(CALENDLY_LOOK.EVENT_URI, CALENDLY_LOOK.READ_AT));
  }

  private <R extends Record> List<R> rows(TableField<R, String> event, String... uris) {
    return db.selectFrom(event.getTable()).where(event.eq(any(uris))).fetch();
  }
}
