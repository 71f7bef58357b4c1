package de.qapix.data.calendly;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyLook.CALENDLY_LOOK;
import static de.qapix.db.qapix.tables.CalendlySighting.CALENDLY_SIGHTING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import de.qapix.data.store.StoredRecord;
import de.qapix.data.store.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What is stored of events, as a sync compares it with a list. */
final class StoredEvents {

  /** An event that is not marked as deleted with all that belongs to it. */
  private static final Condition IS_THERE =
      CALENDLY_EVENT.DELETED_AT.isNull().or(OwnRows.hasInvitees());

  private static final Field<Boolean> EXPECTED =
      field(CALENDLY_SIGHTING.EVENT_URI.isNotNull().and(IS_THERE)).as("expected");

  /** What this scope has never listed, or what lacks its shared row, is written again. */
  private static final Field<Boolean> WHOLE =
      field(
              CALENDLY_SIGHTING
                  .EVENT_URI
                  .isNotNull()
                  .and(CALENDLY_EVENTS.CALENDLY_EVENT_URI.isNotNull()))
          .as("whole");

  private StoredEvents() {}

  static Map<String, StoredRecord> find(DSLContext db, String scope, Collection<String> keys) {
    return db.fetch(stored(scope).where(CALENDLY_EVENT.URI.eq(any(keys.toArray(String[]::new)))))
        .intoMap(CALENDLY_EVENT.URI, StoredEvents::stored);
  }

  static List<List<StoredRecord>> find(
      DSLContext db, String scope, List<Stretch> stretches, int most) {
    Field<Instant[]> from = starts(stretches, Stretch::from);
    Field<Instant[]> until = starts(stretches, Stretch::until);
    Table<Record1<Integer>> numbers =
        generateSeries(inline(1), cast(stretches.size(), SQLDataType.INTEGER))
            .as("given", "number");
    Field<Integer> number = field(name("given", "number"), Integer.class);
    Table<?> found =
        stored(scope)
            .where(CALENDLY_EVENT.START_TIME.ge(arrayGet(from, number)))
            .and(CALENDLY_EVENT.START_TIME.lt(arrayGet(until, number)))
            .orderBy(CALENDLY_EVENT.START_TIME)
            .limit(most)
            .withTies()
            .asTable("found");
    Map<Integer, List<StoredRecord>> records =
        db.select(number)
            .select(found.fields())
            .from(numbers)
            .crossJoin(lateral(found))
            .orderBy(number, found.field(CALENDLY_EVENT.START_TIME))
            .fetchGroups(number, row -> stored(row.into(found.fields())));
    return IntStream.rangeClosed(1, stretches.size())
        .mapToObj(each -> records.getOrDefault(each, List.of()))
        .toList();
  }

  private static Field<Instant[]> starts(
      List<Stretch> stretches, Function<Stretch, Instant> moment) {
    return val(
        stretches.stream().map(moment).toArray(Instant[]::new),
        CALENDLY_EVENT.START_TIME.getDataType().array());
  }

  private static SelectOnConditionStep<?> stored(String scope) {
    return select(
            CALENDLY_EVENT.URI,
            CALENDLY_EVENT.START_TIME,
            EXPECTED,
            CALENDLY_EVENT.FINGERPRINT,
            WHOLE,
            CALENDLY_LOOK.DUE_AT,
            CALENDLY_LOOK.SWEEP_ID)
        .from(CALENDLY_EVENT)
        .leftJoin(CALENDLY_LOOK)
        .on(CALENDLY_LOOK.EVENT_URI.eq(CALENDLY_EVENT.URI))
        .leftJoin(CALENDLY_SIGHTING)
        .on(CALENDLY_SIGHTING.EVENT_URI.eq(CALENDLY_EVENT.URI))
        .and(CALENDLY_SIGHTING.SCOPE.eq(scope))
        .leftJoin(CALENDLY_EVENTS)
        .on(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(CALENDLY_EVENT.URI));
  }

  private static StoredRecord stored(Record row) {
    return new StoredRecord(
        row.get(CALENDLY_EVENT.URI),
        row.get(CALENDLY_EVENT.START_TIME),
        row.get(EXPECTED),
        row.get(WHOLE) ? row.get(CALENDLY_EVENT.FINGERPRINT) : "",
        Optional.ofNullable(row.get(CALENDLY_LOOK.DUE_AT)),
        Optional.ofNullable(row.get(CALENDLY_LOOK.SWEEP_ID)));
  }

  static long unattended(DSLContext db, Collection<String> scopes, Instant from, Instant until) {
    return db.fetchCount(
        selectOne()
            .from(CALENDLY_EVENT)
            .where(CALENDLY_EVENT.START_TIME.ge(from))
            .and(CALENDLY_EVENT.START_TIME.lt(until))
            .and(CALENDLY_EVENT.DELETED_AT.isNull())
            .and(exists(sighting()))
            .andNotExists(
                sighting().and(CALENDLY_SIGHTING.SCOPE.eq(any(scopes.toArray(String[]::new))))));
  }

  /** Whether any scope has listed an event. */
  private static SelectConditionStep<?> sighting() {
    return selectOne()
        .from(CALENDLY_SIGHTING)
        .where(CALENDLY_SIGHTING.EVENT_URI.eq(CALENDLY_EVENT.URI));
  }
}
