package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** An API so slow that some answers do not come before the time is up. */
class SyncSlowTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String ME = "/users/me";
  private static final String ROLE = "/organization_memberships";
  private static final String LIST = "/scheduled_events";
  private static final String INVITEES = "/invitees";

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private ScriptedApi api;

  @BeforeEach
  void start() throws Exception {
    api =
        new ScriptedApi(
            100,
            () -> NOW,
            (path, number, usual) ->
                silent.stream().anyMatch(path::endsWith)
                    ? new ScriptedApi.Reply(ScriptedApi.STALLING, usual.body(), List.of())
                    : null);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void who_we_are_is_remembered_even_if_nothing_else_is_answered_in_time() {
    silent.add(ROLE);
    sync();
    silent.clear();
    silent.add(ME);

    sync();

    assertThat(events()).isPositive();
  }

  @Test
  void a_run_begins_with_what_the_last_one_had_to_leave_and_gets_further_without_any_list() {
    silent.add(INVITEES);
    sync();
    int before = events();
    silent.clear();
    silent.add(LIST);

    JsonNode result = sync();

    assertThat(result.path("added").intValue()).isPositive();
    assertThat(events()).isGreaterThan(before);
  }

  @Test
  void what_was_begun_and_is_gone_meanwhile_is_no_reject() {
    silent.add(INVITEES);
    sync();
    silent.clear();
    api.sandbox()
        .world()
        .events(NOW.minusSeconds(86_400 * 90), NOW.plusSeconds(86_400 * 30))
        .forEach(event -> api.sandbox().remove(event.path("uri").stringValue()));

    JsonNode result = sync();

    assertThat(result.path("rejected").intValue()).isZero();
    assertThat(result.path("success").booleanValue()).isTrue();
  }

  @Test
  void what_is_told_to_be_synced_does_not_become_less_from_run_to_run() {
    JsonNode first = unfinished();
    silent.add(LIST);

    JsonNode second = sync();

    assertThat(first.path("syncedCount").intValue()).isPositive();
    assertThat(second.path("syncedCount").intValue())
        .isGreaterThanOrEqualTo(first.path("syncedCount").intValue());
    assertThat(second.path("total").intValue())
        .isGreaterThanOrEqualTo(first.path("total").intValue());
  }

  /** All is read but the event types, so that the sweep goes on. */
  private JsonNode unfinished() {
    silent.add("/event_types");
    JsonNode result = sync();
    silent.clear();
    return result;
  }

  private JsonNode sync() {
    Run run =
        Run.command(
            Run.environment(database, api.address()),
            () -> NOW,
            "sync",
            "--format",
            "json",
            "--max-duration",
            "1s",
            "--request-timeout",
            "10s");
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private int events() {
    return database.sql().fetchCount(CALENDLY_EVENT);
  }
}
