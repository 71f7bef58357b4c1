package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventType.CALENDLY_EVENT_TYPE;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What stands in PostgreSQL after a sync, against all that the simulated Calendly knows. */
class SyncTruthTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private Instant now = NOON;
  private SandboxServer sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxServer.start(SandboxOptions.of(400, 7), () -> now);
    sandbox.onRequest(requests::add);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void the_rows_are_what_calendly_knows_event_by_event_and_invitee_by_invitee() {
    JsonNode result = sync("--max-duration", "0").json();

    int events = assertTruth();
    assertThat(result.path("success").booleanValue()).isTrue();
    assertThat(result.has("partial")).isFalse();
    assertThat(result.path("syncedCount").intValue()).isEqualTo(events);
    assertThat(result.path("total").intValue()).isEqualTo(events);
    assertThat(result.path("added").intValue()).isEqualTo(events);
    assertThat(database.sql().fetchCount(CALENDLY_EVENT_TYPE)).isEqualTo(7);
  }

  @Test
  void a_second_run_touches_no_row_and_asks_for_no_invitees() {
    sync("--max-duration", "0");
    List<String> before = versions();
    requests.clear();

    JsonNode result = sync().json();

    assertThat(versions()).isEqualTo(before);
    assertThat(requests).noneMatch(request -> request.contains("/invitees"));
    assertThat(result.path("unchanged").intValue()).isEqualTo(result.path("total").intValue());
  }

  @Test
  void as_days_pass_each_sync_brings_the_rows_to_the_state_of_the_day() {
    for (int day = 0; day < 6; day++) {
      sync("--max-duration", "0");
      assertTruth();
      now = now.plus(Duration.ofDays(1)).plus(Duration.ofHours(1));
    }
  }

  @Test
  void invitees_of_an_unchanged_event_are_read_again_an_hour_and_a_day_after_its_end() {
    sync("--max-duration", "0", "--days-back", "0", "--days-forward", "1");
    CalendlyEventRecord event =
        database
            .sql()
            .selectFrom(CALENDLY_EVENT)
            .where(CALENDLY_EVENT.INVITEES_TOTAL.eq(1))
            .orderBy(CALENDLY_EVENT.START_TIME)
            .limit(1)
            .fetchSingle();
    String invitees = event.getUri().substring("https://api.calendly.com".length()) + "/invitees";
    requests.clear();

    now = event.getEndTime().plus(Duration.ofMinutes(59));
    sync("--days-back", "2", "--days-forward", "0");
    assertThat(requests).noneMatch(request -> request.contains(invitees));

    now = event.getEndTime().plus(Duration.ofMinutes(61));
    sync("--days-back", "2", "--days-forward", "0");
    assertThat(requests).anyMatch(request -> request.contains(invitees));
  }

  @Test
  void an_invitee_that_cannot_be_read_takes_no_name_from_the_dashboard() {
    sync("--max-duration", "0");
    Map<String, String> before = dashboard();

    sandbox.faults(FaultSpec.parse("poison=100%", 1));
    sync("--full", "--max-duration", "0", "--max-rejects", "100000");

    assertThat(database.sql().fetchCount(REJECT)).isPositive();
    assertThat(dashboard()).isEqualTo(before);
  }

  @Test
  void an_invitee_that_could_not_be_read_is_asked_for_again_even_if_the_clock_was_fast() {
    sync("--max-duration", "0");
    sandbox.faults(FaultSpec.parse("poison=100%", 1));
    now = NOON.plus(Duration.ofHours(5));
    sync("--full", "--max-duration", "0", "--max-rejects", "100000");

    sandbox.faults(Faults.NONE);
    now = NOON;
    sync("--max-duration", "0");

    assertTruth();
    assertThat(database.sql().fetchCount(REJECT)).isZero();
  }

  @Test
  void crowds_at_one_start_time_and_large_groups_are_complete_across_pages() {
    sandbox.addCrowd(NOON.minus(Duration.ofDays(2)), 230);
    sandbox.addGroup(NOON.plus(Duration.ofDays(2)), 340);

    sync("--max-duration", "0");

    assertThat(assertTruth()).isGreaterThan(230);
  }

  @Test
  void events_that_move_out_of_the_window_are_followed_and_not_deleted() {
    sync("--max-duration", "0");
    String moved = uris(NOON, NOON.plus(Duration.ofDays(20))).get(0);
    sandbox.move(moved, Duration.ofDays(60));

    JsonNode result = sync("--max-duration", "0").json();

    CalendlyEventRecord row =
        database.sql().fetchSingle(CALENDLY_EVENT, CALENDLY_EVENT.URI.eq(moved));
    assertThat(result.path("removed").intValue()).isZero();
    assertThat(row.getDeletedAt()).isNull();
    assertThat(row.getStartTime()).isAfter(NOON.plus(Duration.ofDays(60)));
    assertTruth();
  }

  @Test
  void more_than_a_fifth_of_a_slice_is_deleted_only_when_the_user_says_so() {
    sync("--max-duration", "0");
    List<String> slice = uris(NOON, NOON.plus(Duration.ofDays(30)));
    List<String> gone = slice.subList(0, slice.size() / 4);
    gone.forEach(sandbox::remove);

    JsonNode guarded = sync("--max-duration", "0").json();
    JsonNode allowed = sync("--max-duration", "0", "--allow-mass-delete").json();

    assertThat(guarded.path("removed").intValue()).isZero();
    assertThat(guarded.path("withheld").intValue()).isEqualTo(gone.size());
    assertThat(allowed.path("removed").intValue()).isEqualTo(gone.size());
    assertTruth();
  }

  @Test
  void what_a_run_that_goes_on_lists_twice_is_asked_for_once() {
    sandbox.faults(FaultSpec.parse("revoked=4", 1));
    Run.command(environment(), () -> now, "sync");
    sandbox.faults(Faults.NONE);
    requests.clear();
    now = NOON.plus(Duration.ofHours(1));

    sync("--max-duration", "0", "--batch-size", "500");

    assertThat(requests.stream().filter(request -> request.contains("/invitees")))
        .doesNotHaveDuplicates();
  }

  private List<String> uris(Instant from, Instant until) {
    return sandbox.world().events(from, until).stream()
        .map(event -> event.path("uri").stringValue())
        .toList();
  }

  private Map<String, String> dashboard() {
    return database
        .sql()
        .selectFrom(CALENDLY_EVENTS)
        .fetchMap(CALENDLY_EVENTS.CALENDLY_EVENT_URI, CALENDLY_EVENTS.INVITEE_EMAIL);
  }

  private Run sync(String... options) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--format", "json"));
    arguments.addAll(List.of(options));
    Run run = Run.command(environment(), () -> now, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private Map<String, String> environment() {
    return Run.environment(database, sandbox.address().toString());
  }

  private List<String> versions() {
    List<String> versions = new ArrayList<>();
    for (String table :
        List.of(
            "qapix.calendly_event",
            "qapix.calendly_event_host",
            "qapix.calendly_event_guest",
            "qapix.calendly_event_type",
            "qapix.calendly_invitee",
            "calendly_events")) {
      versions.addAll(
          database
              .sql()
              .fetch("select ctid::text || xmin::text || xmax::text from " + table + " order by 1")
              .into(String.class));
    }
    return versions;
  }

  private int assertTruth() {
    Instant second = now.truncatedTo(SECONDS);
    return Truth.of(sandbox, second.minus(Duration.ofDays(90)), second.plus(Duration.ofDays(30)))
        .assertStandsIn(database.sql());
  }
}
