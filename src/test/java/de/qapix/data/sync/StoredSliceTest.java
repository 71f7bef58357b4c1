package de.qapix.data.sync;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlySighting.CALENDLY_SIGHTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import de.qapix.TestDatabase;
import de.qapix.data.calendly.CalendlyTable;
import de.qapix.data.calendly.MeetingKinds;
import de.qapix.data.feed.Slice;
import de.qapix.data.store.Store;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoredSliceTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  @Timeout(60)
  void more_than_a_portion_may_start_together_and_what_follows_is_read_as_well() {
    store(1, 4999, NOON);
    store(5000, 1500, NOON.plusNanos(1_000));
    store(6500, 1, NOON.plusSeconds(1));
    StoredSlice slice = reader().add(new Slice(NOON, NOON.plusSeconds(60)));

    assertThat(slice.upTo(NOON)).hasSize(6499);
    assertThat(slice.upTo(NOON.plusSeconds(2))).hasSize(6500);
    assertThat(slice.pass(NOON.plusNanos(1_000))).hasSize(4999);
    assertThat(slice.upTo(NOON.plusSeconds(2))).hasSize(1501);
    assertThat(slice.pass(NOON.plusSeconds(60))).hasSize(1501);
  }

  private StoredSliceReader reader() {
    return new StoredSliceReader(
        new Store<>(
            database.dataSource(),
            "public",
            "calendly",
            new CalendlyTable(MeetingKinds.parse(MeetingKinds.DEFAULT)),
            () -> NOON),
        "scope");
  }

  private void store(int first, int count, Instant start) {
    database
        .sql()
        .execute(
            """
            with stored as (
              insert into qapix.calendly_event (uri, status, "startTime", raw, fingerprint)
              select lpad(n::text, 5, '0'), 'active', {0}, '{}'::jsonb, 'same'
                from generate_series({1}, {1} + {2} - 1) n
              returning uri)
            insert into qapix.calendly_sighting (scope, "eventUri", "firstSeenAt")
              select 'scope', uri, {0} from stored
            """,
            inline(start, CALENDLY_EVENT.START_TIME), inline(first), inline(count));
    assertThat(database.sql().fetchCount(CALENDLY_SIGHTING)).isEqualTo(first + count - 1);
  }
}
