package de.qapix.data.calendly;

import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.noCondition;

import de.qapix.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnRowsTest {

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  void what_belongs_to_events_is_found_by_the_index_before_the_server_has_any_statistics() {
    database.sql().execute("alter table qapix.calendly_invitee set (autovacuum_enabled = off)");
    database
        .sql()
        .execute(
            "insert into qapix.calendly_event (uri, \"startTime\", raw, status, fingerprint)"
                + " select 'event' || n, now(), '{}', 'active', '' from generate_series(1, 5000) n");
    database
        .sql()
        .execute(
            "insert into qapix.calendly_invitee (uri, \"eventUri\", raw, status, \"questionsAndAnswers\")"
                + " select 'invitee' || n, 'event' || n, '{}', 'active', '[]'"
                + " from generate_series(1, 5000) n");

    String plan =
        database
            .sql()
            .explain(
                OwnRows.parts(
                    CALENDLY_INVITEE.EVENT_URI,
                    CALENDLY_INVITEE.URI,
                    noCondition(),
                    new String[] {"event1", "event2", "event3"}))
            .plan();

    assertThat(plan).contains("calendly_invitee_eventUri_idx").doesNotContain("Seq Scan");
  }
}
