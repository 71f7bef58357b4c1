package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.public_.tables.CustomActivities.CUSTOM_ACTIVITIES;
import static de.qapix.db.qapix.tables.Account.ACCOUNT;
import static de.qapix.db.qapix.tables.Lock.LOCK;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Run.RUN;
import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.TableUse;
import de.qapix.db.qapix.Qapix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;

/** Which tables and columns our commands read and write. */
final class Needs {

  private final String shared;
  private final List<TableUse> needs = new ArrayList<>();

  private Needs(String shared) {
    this.shared = shared;
  }

  /**
   * @param shared the schema of the two shared tables
   */
  static List<TableUse> of(String shared) {
    Needs needs = new Needs(shared);
    List<Table<?>> ours = Qapix.QAPIX.getTables();
    ours.forEach(table -> needs.add("qapix sync", table));
    needs.add("qapix sync", CALENDLY_EVENTS);
    needs.add(
        "qapix sync", CUSTOM_ACTIVITIES, CUSTOM_ACTIVITIES.ID, CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID);
    ours.stream()
        .filter(table -> table.getName().startsWith("calendly_"))
        .forEach(table -> needs.add("qapix verify", table));
    needs.add("qapix verify", CALENDLY_EVENTS);
    Stream.of(RUN, LOCK).forEach(table -> needs.add("qapix runs", table));
    Stream.of(REJECT, RUN, LOCK, ACCOUNT).forEach(table -> needs.add("qapix rejects", table));
    return List.copyOf(needs.needs);
  }

  private void add(String command, Table<?> table) {
    add(command, table, table.fields());
  }

  private void add(String command, Table<?> table, Field<?>... columns) {
    String schema = table.getSchema().getName();
    needs.add(
        new TableUse(
            command,
            schema.equals("public") ? shared : schema,
            table.getName(),
            Stream.of(columns).map(Field::getName).collect(toSet())));
  }
}
