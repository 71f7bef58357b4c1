package de.qapix.data.calendly;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventGuest.CALENDLY_EVENT_GUEST;
import static de.qapix.db.qapix.tables.CalendlyEventHost.CALENDLY_EVENT_HOST;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import de.qapix.data.store.CombinedUpsert;
import de.qapix.data.store.Upsert;
import de.qapix.db.qapix.tables.records.CalendlyEventGuestRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventHostRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;

/** Bookings in the tables that are ours: what Calendly sent, whole. */
final class OwnRows {

  private OwnRows() {}

  /**
   * Makes way for them: brings invitees back who went with an event that reappears, and takes out
   * what events no longer have.
   *
   * @param known those of the bookings whose events are there already: only they can have such
   * @return the URIs of the events that have lost something
   */
  static Set<String> makeWay(DSLContext transaction, Instant now, List<Booking> known) {
    bringBackInvitees(transaction, known);
    Set<String> changed = new HashSet<>();
    changed.addAll(
        removeOthers(
            transaction,
            CALENDLY_EVENT_HOST.EVENT_URI,
            CALENDLY_EVENT_HOST.USER_URI,
            known,
            hosts(known)));
    changed.addAll(
        removeOthers(
            transaction,
            CALENDLY_EVENT_GUEST.EVENT_URI,
            CALENDLY_EVENT_GUEST.EMAIL,
            known,
            guests(known)));
    changed.addAll(removeInvitees(transaction, now, known));
    return changed;
  }

  /** Adds them to what is written together. */
  static CombinedUpsert add(CombinedUpsert upsert, List<Booking> bookings) {
    return upsert
        .with(
            Upsert.whole(CALENDLY_EVENT).unlessNewer(CALENDLY_EVENT.UPDATED_AT),
            bookings.stream().map(booking -> CalendlyRows.event(booking.event())).toList(),
            CALENDLY_EVENT.URI)
        .with(Upsert.whole(CALENDLY_EVENT_HOST), hosts(bookings), CALENDLY_EVENT_HOST.EVENT_URI)
        .with(Upsert.whole(CALENDLY_EVENT_GUEST), guests(bookings), CALENDLY_EVENT_GUEST.EVENT_URI)
        .with(
            Upsert.whole(CALENDLY_INVITEE).unlessNewer(CALENDLY_INVITEE.UPDATED_AT),
            bookings.stream().flatMap(booking -> CalendlyRows.invitees(booking).stream()).toList(),
            CALENDLY_INVITEE.EVENT_URI);
  }

  private static List<CalendlyEventHostRecord> hosts(List<Booking> bookings) {
    return bookings.stream()
        .flatMap(booking -> CalendlyRows.hosts(booking.event()).stream())
        .toList();
  }

  private static List<CalendlyEventGuestRecord> guests(List<Booking> bookings) {
    return bookings.stream()
        .flatMap(booking -> CalendlyRows.guests(booking.event()).stream())
        .toList();
  }

  private static <R extends UpdatableRecord<R>> Set<String> removeOthers(
      DSLContext transaction,
      TableField<R, String> event,
      TableField<R, String> part,
      List<Booking> known,
      List<R> rows) {
    Set<List<String>> gone =
        transaction
            .fetch(parts(event, part, noCondition(), Booking.keys(known)))
            .intoSet(found -> List.of(found.value1(), found.value2()));
    rows.forEach(kept -> gone.remove(List.of(kept.get(event), kept.get(part))));
    return gone.isEmpty()
        ? Set.of()
        : transaction
            .deleteFrom(event.getTable())
            .where(row(event, part).in(rows(gone)))
            .returningResult(event)
            .fetchSet(event);
  }

  /**
   * What belongs to events, each with its event. The server looks for one event after another: for
   * many at once it reads whole tables of which it has no statistics yet, as after a first sync.
   */
  static <R extends Record> Select<Record2<String, String>> parts(
      TableField<R, String> event, TableField<R, String> part, Condition which, String[] events) {
    Field<String> key = field(name("given", "key"), String.class);
    Table<Record2<String, String>> found =
        select(event, part)
            .from(event.getTable())
            .where(event.eq(key))
            .and(which)
            .offset(inline(0))
            .asTable("found");
    return select(found.field(event), found.field(part))
        .from(unnest(events).as("given", "key"))
        .crossJoin(lateral(found));
  }

  private static List<Row2<String, String>> rows(Set<List<String>> pairs) {
    return pairs.stream().map(pair -> row(pair.get(0), pair.get(1))).toList();
  }

  /** Invitees that Calendly no longer shows, of events all of whose invitees could be read. */
  private static Set<String> removeInvitees(
      DSLContext transaction, Instant now, List<Booking> bookings) {
    List<Booking> whole =
        bookings.stream().filter(booking -> booking.unreadable().isEmpty()).toList();
    if (whole.isEmpty()) {
      return Set.of();
    }
    Set<String> gone =
        transaction
            .fetch(
                parts(
                    CALENDLY_INVITEE.EVENT_URI,
                    CALENDLY_INVITEE.URI,
                    CALENDLY_INVITEE.DELETED_AT.isNull(),
                    Booking.keys(whole)))
            .intoSet(Record2::value2);
    whole.forEach(booking -> booking.invitees().forEach(invitee -> gone.remove(invitee.uri())));
    if (gone.isEmpty()) {
      return Set.of();
    }
    return transaction
        .update(CALENDLY_INVITEE)
        .set(CALENDLY_INVITEE.DELETED_AT, now)
        .where(CALENDLY_INVITEE.URI.eq(any(gone.toArray(String[]::new))))
        .returningResult(CALENDLY_INVITEE.EVENT_URI)
        .fetchSet(CALENDLY_INVITEE.EVENT_URI);
  }

  /**
   * Marks events as deleted, and their invitees with them.
   *
   * @return the URIs of those events that were not marked before
   */
  static Set<String> remove(DSLContext transaction, Collection<String> events, Instant now) {
    String[] uris = events.toArray(String[]::new);
    Set<String> removed =
        transaction
            .update(CALENDLY_EVENT)
            .set(CALENDLY_EVENT.DELETED_AT, now)
            .where(CALENDLY_EVENT.URI.eq(any(uris)))
            .and(CALENDLY_EVENT.DELETED_AT.isNull())
            .returningResult(CALENDLY_EVENT.URI)
            .fetchSet(CALENDLY_EVENT.URI);
    transaction
        .update(CALENDLY_INVITEE)
        .set(CALENDLY_INVITEE.DELETED_AT, CALENDLY_EVENT.DELETED_AT)
        .from(CALENDLY_EVENT)
        .where(CALENDLY_EVENT.URI.eq(CALENDLY_INVITEE.EVENT_URI))
        .and(CALENDLY_EVENT.URI.eq(any(uris)))
        .and(CALENDLY_INVITEE.DELETED_AT.isNull())
        .execute();
    return removed;
  }

  /** Whether an event has invitees that are not marked as deleted. */
  static Condition hasInvitees() {
    return exists(
        selectOne()
            .from(CALENDLY_INVITEE)
            .where(CALENDLY_INVITEE.EVENT_URI.eq(CALENDLY_EVENT.URI))
            .and(CALENDLY_INVITEE.DELETED_AT.isNull()));
  }

  /** Who went with an event that reappears comes back with it, even who cannot be read now. */
  private static void bringBackInvitees(DSLContext transaction, List<Booking> known) {
    transaction
        .update(CALENDLY_INVITEE)
        .setNull(CALENDLY_INVITEE.DELETED_AT)
        .from(CALENDLY_EVENT)
        .where(CALENDLY_EVENT.URI.eq(CALENDLY_INVITEE.EVENT_URI))
        .and(CALENDLY_EVENT.URI.eq(any(Booking.keys(known))))
        .and(CALENDLY_EVENT.DELETED_AT.eq(CALENDLY_INVITEE.DELETED_AT))
        .execute();
  }
}
