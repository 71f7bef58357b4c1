package de.qapix.data.calendly;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlySighting.CALENDLY_SIGHTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.TestDatabase;
import de.qapix.data.store.StoredRecord;
import de.qapix.data.store.Stretch;
import java.time.Instant;
import java.util.List;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoredEventsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  void a_portion_ends_with_all_that_start_together_and_each_stretch_has_its_own() {
    store("a", 0);
    store("b", 10);
    store("c", 10);
    store("d", 10);
    store("e", 20);
    store("f", 30);

    assertThat(find(2, stretch(0, 30), stretch(30, 60), stretch(20, 30)))
        .containsExactly(List.of("a", "b", "c", "d"), List.of("f"), List.of("e"));
  }

  @Test
  void a_stretch_holds_its_beginning_and_not_its_end_and_may_be_empty() {
    store("a", 10);
    store("b", 20);

    assertThat(find(10, stretch(10, 20), stretch(11, 20))).containsExactly(List.of("a"), List.of());
  }

  @Test
  void what_another_scope_has_listed_is_there_but_not_expected() {
    store("ours", 1);
    store("theirs", 2);
    database
        .sql()
        .update(CALENDLY_SIGHTING)
        .set(CALENDLY_SIGHTING.SCOPE, "other")
        .where(CALENDLY_SIGHTING.EVENT_URI.eq("theirs"))
        .execute();

    assertThat(StoredEvents.find(database.sql(), "scope", List.of(stretch(0, 5)), 10).get(0))
        .extracting(StoredRecord::key, StoredRecord::expected)
        .containsExactly(tuple("ours", true), tuple("theirs", false));
  }

  private List<List<String>> find(int most, Stretch... stretches) {
    return StoredEvents.find(database.sql(), "scope", List.of(stretches), most).stream()
        .map(records -> records.stream().map(StoredRecord::key).sorted().toList())
        .toList();
  }

  private static Stretch stretch(long from, long until) {
    return new Stretch(NOON.plusSeconds(from), NOON.plusSeconds(until));
  }

  private void store(String uri, long second) {
    database
        .sql()
        .insertInto(CALENDLY_EVENT)
        .set(CALENDLY_EVENT.URI, uri)
        .set(CALENDLY_EVENT.START_TIME, NOON.plusSeconds(second))
        .set(CALENDLY_EVENT.RAW, JSONB.jsonb("{}"))
        .set(CALENDLY_EVENT.STATUS, "active")
        .set(CALENDLY_EVENT.FINGERPRINT, "same")
        .execute();
    database
        .sql()
        .insertInto(CALENDLY_SIGHTING)
        .set(CALENDLY_SIGHTING.SCOPE, "scope")
        .set(CALENDLY_SIGHTING.EVENT_URI, uri)
        .set(CALENDLY_SIGHTING.FIRST_SEEN_AT, NOON)
        .execute();
  }
}
