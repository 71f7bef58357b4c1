package de.qapix.data.calendly;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.public_.tables.CustomActivities.CUSTOM_ACTIVITIES;
import static de.qapix.db.qapix.tables.CalendlyKeptRow.CALENDLY_KEPT_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import de.qapix.db.public_.tables.CalendlyEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows taken out of "calendly_events" because Calendly no longer shows the event. They are kept
 * whole, with columns that only the other application knows and with the activities that pointed to
 * them, and put back when the event reappears.
 */
final class KeptSharedRows {

  private static final Table<Record> COLUMN = table(name("information_schema", "columns"));

  private KeptSharedRows() {}

  static void moveAway(DSLContext transaction, Collection<String> keys, Instant now) {
    CalendlyEvents gone = CALENDLY_EVENTS.as("gone");
    String[] uris = keys.toArray(String[]::new);
    transaction
        .insertInto(CALENDLY_KEPT_ROW)
        .select(
            select(
                    gone.CALENDLY_EVENT_URI,
                    function("to_jsonb", SQLDataType.JSONB, field(name("gone"))),
                    array(
                        select(CUSTOM_ACTIVITIES.ID)
                            .from(CUSTOM_ACTIVITIES)
                            .where(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID.eq(gone.ID))),
                    val(now))
                .from(gone)
                .where(gone.CALENDLY_EVENT_URI.eq(any(uris))))
        .onConflict(CALENDLY_KEPT_ROW.EVENT_URI)
        .doUpdate()
        .setAllToExcluded()
        .execute();
    transaction
        .deleteFrom(CALENDLY_EVENTS)
        .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(any(uris)))
        .execute();
  }

  /**
   * Puts rows back that went with an event that reappears. One that the other application has made
   * anew in the meantime stays as it is.
   */
  static void putBack(DSLContext transaction, List<Booking> known) {
    Condition these = CALENDLY_KEPT_ROW.EVENT_URI.eq(any(Booking.keys(known)));
    if (!transaction.fetchExists(CALENDLY_KEPT_ROW, these)) {
      return;
    }
    insert(transaction, these);
    transaction
        .update(CUSTOM_ACTIVITIES)
        .set(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID, CALENDLY_EVENTS.ID)
        .from(
            CALENDLY_KEPT_ROW
                .join(CALENDLY_EVENTS)
                .on(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(CALENDLY_KEPT_ROW.EVENT_URI)))
        .where(these)
        .and(CUSTOM_ACTIVITIES.ID.eq(any(CALENDLY_KEPT_ROW.ACTIVITY_IDS)))
        .and(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID.isNull())
        .execute();
    transaction.deleteFrom(CALENDLY_KEPT_ROW).where(these).execute();
  }

  private static void insert(DSLContext transaction, Condition these) {
    List<Field<?>> columns = columns(transaction);
    Table<?> kept =
        table("jsonb_populate_record(null::{0}, {1})", CALENDLY_EVENTS, CALENDLY_KEPT_ROW.ROW)
            .as("kept");
    transaction
        .insertInto(CALENDLY_EVENTS)
        .columns(columns)
        .select(
            select(columns.stream().map(column -> field(name("kept", column.getName()))).toList())
                .from(CALENDLY_KEPT_ROW)
                .crossJoin(DSL.lateral(kept))
                .where(these)
                .and(
                    notExists(
                        selectOne()
                            .from(CALENDLY_EVENTS)
                            .where(
                                CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(
                                    CALENDLY_KEPT_ROW.EVENT_URI)))))
        .execute();
  }

  /** All columns that can be written, those of the other application included. */
  private static List<Field<?>> columns(DSLContext transaction) {
    String schema = transaction.settings().getRenderMapping().getSchemata().get(0).getOutput();
    return transaction
        .select(field(name("column_name"), String.class))
        .from(COLUMN)
        .where(field(name("table_schema"), String.class).eq(schema))
        .and(field(name("table_name"), String.class).eq(CALENDLY_EVENTS.getName()))
        .and(field(name("is_generated"), String.class).eq("NEVER"))
        .fetch(column -> DSL.field(name(column.value1())));
  }
}
