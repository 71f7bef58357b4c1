package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.ScriptedApi.Script;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a sync says that it has done and left, and what is deleted. */
class SyncCountersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Script NOTHING = (path, number, usual) -> null;

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private Script script = NOTHING;
  private ScriptedApi api;

  @BeforeEach
  void start() throws Exception {
    api =
        new ScriptedApi(150, () -> NOW, (path, number, usual) -> script.reply(path, number, usual));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void an_event_that_cannot_be_read_keeps_no_other_from_being_marked_as_deleted() {
    sync();
    List<String> slice = lastMonth();
    spoil(slice.get(0));
    List<String> gone = slice.subList(1, 3);
    gone.forEach(api.sandbox()::remove);

    JsonNode result = sync();

    assertThat(result.path("removed").intValue()).isEqualTo(2);
    assertThat(result.path("rejected").intValue()).isEqualTo(1);
    assertThat(result.path("unconfirmed").intValue()).isZero();
    assertThat(deleted()).containsExactlyInAnyOrderElementsOf(gone);
  }

  @Test
  void what_is_held_back_is_told_with_its_number_in_text_json_and_runs() {
    sync();
    List<String> slice = lastMonth();
    List<String> gone = slice.subList(0, slice.size() / 3);
    gone.forEach(api.sandbox()::remove);

    Run text = run("sync", "--max-duration", "0");
    JsonNode result = sync();

    assertThat(text.out())
        .contains(gone.size() + " events are gone from Calendly's list but not marked as deleted");
    assertThat(result.path("withheld").intValue()).isEqualTo(gone.size());
    assertThat(run("runs", "show", "3").out()).contains("held back      " + gone.size() + "\n");
    assertThat(run("--lang", "de", "sync", "--max-duration", "0").out())
        .contains(
            gone.size()
                + " Events fehlen in Calendlys Liste, wurden aber nicht als gelöscht markiert");
    assertThat(deleted()).isEmpty();
  }

  @Test
  void an_event_of_which_calendly_will_not_say_whether_it_is_gone_is_told_and_asked_for_again() {
    sync();
    String silent = lastMonth().get(0);
    api.sandbox().remove(silent);
    script = (path, number, usual) -> silent.endsWith(path) ? Reply.of(403, "{}") : null;

    JsonNode result = sync();
    script = NOTHING;

    assertThat(result.path("unconfirmed").intValue()).isEqualTo(1);
    assertThat(result.path("note").stringValue())
        .isEqualTo(
            "1 event is gone from Calendly's list but not yet marked as deleted, as Calendly has"
                + " not confirmed it; the next sync asks again.");
    assertThat(sync().path("removed").intValue()).isEqualTo(1);
  }

  @Test
  void a_full_sync_that_was_cut_short_reads_nothing_twice() {
    int events = sync().path("total").intValue();
    api.sandbox().faults(FaultSpec.parse("revoked=" + events / 2, 1));
    assertThat(run("sync", "--full", "--concurrency", "4").code()).isEqualTo(4);
    api.sandbox().faults(Faults.NONE);

    JsonNode result = sync("--full");

    assertThat(result.path("requests").intValue()).isLessThan(events * 3 / 4);
    assertThat(result.path("syncedCount").intValue()).isEqualTo(events);
    assertThat(sync("--full").path("requests").intValue()).isGreaterThan(events);
  }

  @Test
  void a_dry_run_of_a_full_sync_calls_nothing_changed_that_is_not() {
    int events = sync().path("total").intValue();

    JsonNode result = json("sync", "--dry-run", "--full", "--max-duration", "0");

    assertThat(result.path("updated").intValue()).isZero();
    assertThat(result.path("unchanged").intValue()).isEqualTo(events);
    assertThat(result.path("total").intValue()).isEqualTo(events);
    assertThat(result.path("forecast").path("requests").intValue()).isGreaterThan(events - 10);
  }

  @Test
  void a_run_that_goes_on_in_an_empty_database_has_no_unchanged_events() {
    script =
        (path, number, usual) ->
            path.endsWith("/invitees") ? new Reply(429, "", List.of("Retry-After", "50")) : null;
    JsonNode first = json("sync", "--max-duration", "2s");
    script = NOTHING;
    int before = database.sql().fetchCount(CALENDLY_EVENT);

    JsonNode second = sync();

    assertThat(first.path("unchanged").intValue()).isZero();
    assertThat(second.path("added").intValue()).isEqualTo(second.path("total").intValue() - before);
    assertThat(second.path("unchanged").intValue()).isEqualTo(before);
  }

  @Test
  void an_event_that_postgresql_refuses_is_not_counted_as_synced() {
    String refused =
        api.sandbox()
            .world()
            .events(NOW, NOW.plus(Duration.ofDays(20)))
            .get(0)
            .path("uri")
            .stringValue();
    script =
        (path, number, usual) ->
            path.equals("/scheduled_events")
                ? Reply.of(
                    200,
                    usual
                        .body()
                        .replace(
                            "\"uri\":\"" + refused + "\"",
                            "\"x\":1e200000,\"uri\":\"" + refused + "\""))
                : null;

    JsonNode result = json("sync", "--max-duration", "0", "--batch-size", "1000");

    assertThat(result.path("rejected").intValue()).isEqualTo(1);
    assertThat(result.path("syncedCount").intValue())
        .isEqualTo(result.path("total").intValue() - 1);
  }

  @Test
  void what_is_said_to_be_left_is_about_what_the_next_runs_do() {
    sync();
    script =
        (path, number, usual) -> {
          pause();
          return null;
        };
    List<JsonNode> runs = new ArrayList<>();
    do {
      runs.add(json("sync", "--full", "--max-duration", "1s", "--concurrency", "2"));
    } while (runs.get(runs.size() - 1).has("partial") && runs.size() < 40);

    int after = 0;
    for (int i = runs.size() - 1; i >= 0; i--) {
      JsonNode left = runs.get(i).path("left").path("requests");
      if (left.isNumber()) {
        assertThat(left.intValue()).as("run " + i).isBetween(after / 3 - 15, after * 2 + 30);
      }
      after += runs.get(i).path("requests").intValue();
    }
    assertThat(runs.size()).isGreaterThan(1);
    assertThat(runs.get(runs.size() - 1).has("partial")).isFalse();
  }

  /** As long as an answer takes that is on its way. */
  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
  }

  @Test
  void invitees_go_with_their_event_and_come_back_with_it_even_who_cannot_be_read_then() {
    sync();
    String uri =
        database
            .sql()
            .select(CALENDLY_INVITEE.EVENT_URI)
            .from(CALENDLY_INVITEE)
            .limit(1)
            .fetchSingle()
            .value1();
    int invitees = invitees(uri);
    api.sandbox().remove(uri);

    sync();
    int gone = invitees(uri);
    api.sandbox().restore(uri);
    script =
        (path, number, usual) ->
            uri.endsWith(path.replace("/invitees", ""))
                ? Reply.of(200, usual.body().replace("\"email\"", "\"mail\""))
                : null;
    sync();

    assertThat(invitees).isPositive();
    assertThat(gone).isZero();
    assertThat(invitees(uri)).isEqualTo(invitees);
  }

  private int invitees(String event) {
    return database
        .sql()
        .fetchCount(
            CALENDLY_INVITEE,
            CALENDLY_INVITEE.EVENT_URI.eq(event).and(CALENDLY_INVITEE.DELETED_AT.isNull()));
  }

  private List<String> lastMonth() {
    return api.sandbox().world().events(NOW.minus(Duration.ofDays(29)), NOW).stream()
        .map(event -> event.path("uri").stringValue())
        .toList();
  }

  private List<String> deleted() {
    return database
        .sql()
        .select(CALENDLY_EVENT.URI)
        .from(CALENDLY_EVENT)
        .where(CALENDLY_EVENT.DELETED_AT.isNotNull())
        .fetch(CALENDLY_EVENT.URI);
  }

  /** From now on this event has no start time. */
  private void spoil(String uri) {
    String start =
        api.sandbox().world().events(NOW.minus(Duration.ofDays(29)), NOW).stream()
            .filter(event -> event.path("uri").stringValue().equals(uri))
            .findFirst()
            .orElseThrow()
            .path("start_time")
            .stringValue();
    script =
        (path, number, usual) ->
            path.startsWith("/scheduled_events")
                ? Reply.of(
                    usual.status(),
                    usual.body().replace("\"start_time\":\"" + start + "\"", "\"start_time\":null"))
                : null;
  }

  private JsonNode sync(String... options) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--max-duration", "0"));
    arguments.addAll(List.of(options));
    return json(arguments.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    Run run = run(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private Run run(String... arguments) {
    return Run.command(Run.environment(database, api.address()), () -> NOW, arguments);
  }
}
