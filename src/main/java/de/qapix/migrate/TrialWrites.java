package de.qapix.migrate;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.public_.tables.CustomActivities.CUSTOM_ACTIVITIES;

import de.qapix.catalog.SideEffect;
import de.qapix.catalog.SideEffects;
import de.qapix.db.public_.tables.records.CalendlyEventsRecord;
import de.qapix.migrate.WriteTrial.Action;
import de.qapix.migrate.WriteTrial.Refusal;
import de.qapix.sql.ServerRefusal;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Writes two bookings of one person to the shared tables, changes and deletes them, and takes all
 * of it back. Nothing is written where something is set off that cannot be taken back.
 */
final class TrialWrites {

  /** Ends the transaction, so that the server rolls it back. */
  private static final class TakenBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Classes of SQLSTATE that are about what was to be written; the rest is about the connection.
   */
  private static final Set<String> REFUSALS = Set.of("22", "23", "42", "44", "P0");

  private static final LocalDateTime START = LocalDateTime.of(2000, 1, 3, 9, 0);

  private final String shared;
  private final DSLContext db;
  private final List<Refusal> refusals = new ArrayList<>();

  /**
   * @param shared the schema of the two tables
   */
  TrialWrites(DSLContext db, String shared) {
    this.shared = shared;
    Settings settings =
        new Settings()
            .withRenderMapping(
                new RenderMapping()
                    .withSchemata(new MappedSchema().withInput("public").withOutput(shared)));
    this.db = DSL.using(db.configuration().derive(settings));
  }

  WriteTrial run() {
    List<SideEffect> sideEffects = new ArrayList<>();
    try {
      db.transaction(
          configuration -> {
            sideEffects.addAll(SideEffects.read(configuration.dsl(), shared));
            if (sideEffects.isEmpty()) {
              write(configuration.dsl());
            }
            throw new TakenBackException();
          });
    } catch (TakenBackException done) {
      return new WriteTrial(sideEffects, refusals);
    }
    throw new IllegalStateException("a trial was not taken back");
  }

  private void write(DSLContext transaction) {
    List<CalendlyEventsRecord> written = new ArrayList<>();
    for (CalendlyEventsRecord row : List.of(booking("active"), booking("canceled"))) {
      if (attempt(transaction, Action.INSERT, CALENDLY_EVENTS, go -> insert(go, row))) {
        written.add(row);
      }
    }
    for (CalendlyEventsRecord row : written) {
      attempt(transaction, Action.UPDATE, CALENDLY_EVENTS, go -> update(go, row));
      attempt(transaction, Action.DELETE, CALENDLY_EVENTS, go -> delete(go, row));
    }
    // No activity refers to a booking that is not there: this asks for nothing but the right.
    attempt(transaction, Action.UPDATE, CUSTOM_ACTIVITIES, go -> 1 + unlink(go));
  }

  private static CalendlyEventsRecord booking(String status) {
    String name = "qapix-try-" + UUID.randomUUID();
    CalendlyEventsRecord row = new CalendlyEventsRecord();
    row.setId("cal_" + name);
    row.setCalendlyEventUri("https://api.calendly.com/scheduled_events/" + name);
    row.setEventTypeName("Erstgespräch");
    row.setMappedType("erstgespraech");
    row.setStartTime(START);
    row.setEndTime(START.plusMinutes(30));
    row.setStatus(status);
    row.setHostName("Host");
    row.setHostEmail("host@example.com");
    row.setInviteeName("Invitee");
    row.setInviteeEmail("invitee@example.com");
    row.setCreatedAt(START);
    row.setUpdatedAt(START);
    row.setSyncedAt(START);
    return row;
  }

  private static int insert(DSLContext db, CalendlyEventsRecord row) {
    return db.insertInto(CALENDLY_EVENTS).set(row).execute();
  }

  private static int update(DSLContext db, CalendlyEventsRecord row) {
    return db.update(CALENDLY_EVENTS)
        .set(CALENDLY_EVENTS.STATUS, "canceled")
        .set(CALENDLY_EVENTS.START_TIME, START.plusDays(1))
        .set(CALENDLY_EVENTS.END_TIME, START.plusDays(1).plusMinutes(30))
        .set(CALENDLY_EVENTS.SYNCED_AT, START.plusDays(1))
        .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(row.getCalendlyEventUri()))
        .execute();
  }

  private static int delete(DSLContext db, CalendlyEventsRecord row) {
    return db.deleteFrom(CALENDLY_EVENTS)
        .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(row.getCalendlyEventUri()))
        .execute();
  }

  private static int unlink(DSLContext db) {
    return db.update(CUSTOM_ACTIVITIES)
        .setNull(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID)
        .where(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID.eq(""))
        .execute();
  }

  /** Whether a row was written; a refusal leaves the transaction as it was. */
  private boolean attempt(
      DSLContext transaction, Action action, Table<?> table, ToIntFunction<DSLContext> work) {
    try {
      int rows =
          transaction.transactionResult(
              configuration -> {
                int written = work.applyAsInt(configuration.dsl());
                checkDeferred(configuration);
                return written;
              });
      if (rows > 0) {
        return true;
      }
      refuse(action, table, "");
    } catch (DataAccessException refused) {
      ServerRefusal said = ServerRefusal.in(refused).orElseThrow(() -> refused);
      if (!REFUSALS.contains(said.state().substring(0, Math.min(2, said.state().length())))) {
        throw refused;
      }
      refuse(action, table, said.message());
    }
    return false;
  }

  /** Constraints that are checked at the end have to be checked although it never comes. */
  private static void checkDeferred(Configuration configuration) {
    configuration
        .dsl()
        .connection(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("set constraints all immediate");
              }
            });
  }

  private void refuse(Action action, Table<?> table, String message) {
    refusals.add(new Refusal(shared + "." + table.getName(), action, message));
  }
}
