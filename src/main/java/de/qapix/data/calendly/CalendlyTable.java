package de.qapix.data.calendly;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyLook.CALENDLY_LOOK;
import static de.qapix.db.qapix.tables.CalendlySighting.CALENDLY_SIGHTING;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;

import de.qapix.data.store.BatchResult;
import de.qapix.data.store.CombinedUpsert;
import de.qapix.data.store.ReadContext;
import de.qapix.data.store.RecordTable;
import de.qapix.data.store.StoredRecord;
import de.qapix.data.store.Stretch;
import de.qapix.data.store.Upsert;
import de.qapix.db.qapix.tables.records.CalendlyLookRecord;
import de.qapix.db.qapix.tables.records.CalendlySightingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Calendly's tables: ours, whole, and the shared one as a projection of ours. */
public final class CalendlyTable implements RecordTable<Booking> {

  private static final Duration LONGEST_LAG = Duration.ofDays(1);

  /** Due by any clock, also by one that was set back. */
  private static final Instant AT_ONCE = Instant.EPOCH;

  /** Only the first one counts. */
  private static final Upsert<CalendlySightingRecord> SIGHTINGS =
      new Upsert<>(
          CALENDLY_SIGHTING,
          List.of(CALENDLY_SIGHTING.SCOPE, CALENDLY_SIGHTING.EVENT_URI),
          List.of(),
          List.of(),
          List.of(CALENDLY_SIGHTING.FIRST_SEEN_AT),
          Optional.empty());

  private final SharedEvents shared;

  public CalendlyTable(MeetingKinds kinds) {
    this.shared = new SharedEvents(kinds);
  }

  @Override
  public Map<String, StoredRecord> find(DSLContext db, String scope, Collection<String> keys) {
    return StoredEvents.find(db, scope, keys);
  }

  @Override
  public List<List<StoredRecord>> find(
      DSLContext db, String scope, List<Stretch> stretches, int most) {
    return StoredEvents.find(db, scope, stretches, most);
  }

  @Override
  public long unattended(DSLContext db, Collection<String> scopes, Instant from, Instant until) {
    return StoredEvents.unattended(db, scopes, from, until);
  }

  @Override
  public BatchResult write(
      DSLContext transaction,
      ReadContext context,
      List<Booking> bookings,
      Collection<String> gone) {
    Map<String, Instant> stored = versions(transaction, bookings);
    Set<String> added = bookings.stream().map(Booking::key).collect(toSet());
    added.removeAll(stored.keySet());
    return new BatchResult(
        added,
        bookings.isEmpty() ? Set.of() : write(transaction, context, bookings, stored),
        gone.isEmpty() ? Set.of() : remove(transaction, gone, context.at()));
  }

  /** Returns the keys of the bookings of which anything was new. */
  private Set<String> write(
      DSLContext transaction,
      ReadContext context,
      List<Booking> bookings,
      Map<String, Instant> stored) {
    Instant now = context.at();
    List<Booking> current = bookings.stream().filter(booking -> !isLate(booking, stored)).toList();
    List<Booking> known =
        current.stream().filter(booking -> stored.containsKey(booking.key())).toList();
    Set<String> changed = new HashSet<>();
    if (!known.isEmpty()) {
      changed.addAll(OwnRows.makeWay(transaction, now, known));
      KeptSharedRows.putBack(transaction, known);
    }
    CombinedUpsert upsert = OwnRows.add(new CombinedUpsert(), current);
    shared.add(upsert, transaction, now, current);
    upsert.silently(
        Upsert.whole(CALENDLY_LOOK),
        current.stream().map(booking -> look(booking, stored, context)).toList());
    upsert.silently(
        SIGHTINGS,
        bookings.stream()
            .map(booking -> new CalendlySightingRecord(context.scope(), booking.key(), now))
            .toList());
    changed.addAll(upsert.write(transaction));
    return changed;
  }

  private static Map<String, Instant> versions(DSLContext transaction, List<Booking> bookings) {
    return bookings.isEmpty()
        ? Map.of()
        : transaction
            .select(CALENDLY_EVENT.URI, CALENDLY_EVENT.UPDATED_AT)
            .from(CALENDLY_EVENT)
            .where(CALENDLY_EVENT.URI.eq(any(Booking.keys(bookings))))
            .fetchMap(CALENDLY_EVENT.URI, CALENDLY_EVENT.UPDATED_AT);
  }

  /** An older answer that comes after a newer one changes nothing of the event. */
  private static boolean isLate(Booking booking, Map<String, Instant> stored) {
    Instant known = stored.get(booking.key());
    Instant updated = booking.event().updatedAt();
    return known != null && updated != null && known.isAfter(updated);
  }

  private static CalendlyLookRecord look(
      Booking booking, Map<String, Instant> stored, ReadContext context) {
    Instant now = context.at();
    boolean again = booking.doubtful() || mayLag(booking, stored, now);
    Instant next = again ? AT_ONCE : RereadSchedule.next(booking.event().end(), now).orElse(null);
    return new CalendlyLookRecord(booking.key(), now, next, context.sweep().orElse(null));
  }

  /**
   * Invitees that do not fit their event may have been read too soon: after the first sight of a
   * change, and while it is a recent one.
   */
  private static boolean mayLag(Booking booking, Map<String, Instant> stored, Instant now) {
    Instant updated = booking.event().updatedAt();
    return !booking.fitsCounter()
        && (!stored.containsKey(booking.key())
            || !Objects.equals(updated, stored.get(booking.key()))
            || (updated != null && updated.isAfter(now.minus(LONGEST_LAG))));
  }

  private static Set<String> remove(DSLContext transaction, Collection<String> keys, Instant now) {
    KeptSharedRows.moveAway(transaction, keys, now);
    return OwnRows.remove(transaction, keys, now);
  }
}
