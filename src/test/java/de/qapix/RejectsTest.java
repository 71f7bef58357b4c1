package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import de.qapix.sandbox.RecordCorruption;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** {@code qapix rejects}: what could not be read or written, and trying it again. */
class RejectsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Faults POISON = FaultSpec.parse("poison=20%", 1);

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private SandboxServer sandbox;
  private Map<String, RecordCorruption> poisoned;

  @BeforeEach
  void syncWhatIsPartlyPoisoned() throws Exception {
    sandbox = SandboxServer.start(SandboxOptions.of(100, 5), () -> NOON);
    sandbox.faults(POISON);
    poisoned = sandbox.poisoned(NOON.minus(Duration.ofDays(90)), NOON.plus(Duration.ofDays(30)));
    poisoned.values().removeIf(poison -> !poison.costsTheRecord());
    assertThat(command("sync", "--quiet", "--max-duration", "0").code()).isZero();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void each_poisoned_record_is_listed_with_its_reason_and_no_other() {
    JsonNode list = command("rejects", "--format", "json", "--limit", "0").json();

    assertThat(list.path("total").intValue()).isEqualTo(poisoned.size());
    assertThat(list.path("rejects").valueStream().map(reject -> event(reject.path("key"))))
        .containsExactlyInAnyOrderElementsOf(poisoned.keySet());
    assertThat(list.path("rejects").valueStream().map(reject -> reject.path("reason")))
        .allMatch(reason -> !reason.stringValue().isEmpty());

    List<String> lines = command("rejects", "--limit", "2").out().lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).matches("KIND {2,}FIRST \\(UTC\\) {2,}LAST \\(UTC\\) {2,}RUN  KEY");
    assertThat(lines.get(6)).isEqualTo(poisoned.size() - 2 + " more; --limit 0 shows all");
    assertThat(lines.get(7)).startsWith(poisoned.size() + " records could not be read or written");
  }

  @Test
  void one_is_shown_by_the_end_of_its_key_with_the_record_and_without_its_secrets() {
    String key = one(RecordCorruption.START_MISSING);
    database
        .sql()
        .execute(
            """
            update qapix.reject set raw =
              '{"location": {"join_url": "https://zoom.us/j/1?pwd=hush", "data": {"password": "hush"}}, "n": 1}'
            """);

    String text = command("rejects", "show", key.substring(key.length() - 36)).out();
    assertThat(text)
        .contains("reason      start_time is missing\n", "from        GET /scheduled_events\n")
        .contains("\"password\" : \"***\"", "\"n\" : 1")
        .doesNotContain("hush");

    database.sql().execute("update qapix.reject set raw = left(raw, 90)");
    assertThat(command("rejects", "show", key).out()).contains("***").doesNotContain("hush");
  }

  @Test
  void what_is_readable_now_is_written_by_a_retry_and_taken_off_the_list() {
    sandbox.faults(Faults.NONE);
    String event = one(RecordCorruption.START_NO_TIME);
    String invited = one(RecordCorruption.INVITEE_STATUS_NO_TEXT);

    JsonNode result =
        command(
                "rejects",
                "retry",
                event,
                invited + "/invitees/" + last(invited),
                "--format",
                "json")
            .json();

    assertThat(result.path("cleared").size()).isEqualTo(2);
    assertThat(result.path("left").size()).isZero();
    assertThat(database.sql().fetchExists(CALENDLY_EVENT, CALENDLY_EVENT.URI.eq(event))).isTrue();
    assertThat(database.sql().fetchExists(CALENDLY_INVITEE, CALENDLY_INVITEE.EVENT_URI.eq(invited)))
        .isTrue();
    assertThat(database.sql().fetchCount(REJECT)).isEqualTo(poisoned.size() - 2);
    assertThat(
            command("runs", "show", "2", "--format", "json").json().path("outcome").stringValue())
        .isEqualTo("finished");
  }

  @Test
  void a_retry_of_all_leaves_what_is_still_unreadable_and_ends_with_1() {
    Run again = command("rejects", "retry", "--all");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("No record cleared, " + poisoned.size() + " left; ");
    assertThat(database.sql().fetchCount(REJECT)).isEqualTo(poisoned.size());

    sandbox.faults(Faults.NONE);
    assertThat(command("rejects", "retry", "--all").code()).isZero();
    assertThat(command("sync", "--max-duration", "0").code()).isZero();
    Truth.of(sandbox, NOON.minus(Duration.ofDays(90)), NOON.plus(Duration.ofDays(30)))
        .assertStandsIn(database.sql());
    assertThat(command("rejects").out()).isEqualTo("no rejected records\n");
    assertThat(command("rejects", "retry", "--all").out()).isEqualTo("no rejected records\n");
  }

  @Test
  void what_calendly_no_longer_has_is_cleared_by_a_retry() {
    String event = one(RecordCorruption.START_MISSING);
    sandbox.remove(event);

    assertThat(command("rejects", "retry", event).code()).isZero();
    assertThat(database.sql().fetchExists(REJECT, REJECT.KEY.eq(event))).isFalse();
  }

  @Test
  void an_event_that_is_readable_again_and_unchanged_is_no_reject_after_the_next_sync() {
    sandbox.faults(Faults.NONE);
    assertThat(command("sync", "--quiet", "--max-duration", "0").code()).isZero();
    sandbox.faults(POISON);
    command("sync", "--quiet", "--max-duration", "0");
    assertThat(database.sql().fetchCount(REJECT)).isPositive();

    sandbox.faults(Faults.NONE);
    command("sync", "--quiet", "--max-duration", "0");

    assertThat(database.sql().fetchCount(REJECT)).isZero();
  }

  @Test
  void a_retry_gives_way_to_a_run_that_holds_the_lock() throws Exception {
    try (var connection = database.dataSource().getConnection()) {
      connection
          .createStatement()
          .execute("select pg_advisory_lock(" + "qapix:calendly".hashCode() + ")");

      assertThat(command("rejects", "retry", "--all").code()).isEqualTo(5);
    }
  }

  @Test
  void a_retry_that_gets_no_answer_ends_with_4_and_leaves_all_on_the_list() {
    sandbox.faults(FaultSpec.parse("hang=100%", 1));

    Run run = command("rejects", "retry", "--all", "--request-timeout", "1s");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("GET ").contains("within 1 s");
    assertThat(database.sql().fetchCount(REJECT)).isEqualTo(poisoned.size());
  }

  @Test
  void a_retry_whose_end_the_database_refuses_stands_as_failed_in_the_history() {
    database
        .sql()
        .execute(
            """
            create function public.refuse() returns trigger language plpgsql as $$
            begin raise exception 'not now' using errcode = '53100'; end $$;
            create trigger refuse before update on qapix.run for each row
            when (new.outcome = 'finished') execute function public.refuse()
            """);

    assertThat(command("rejects", "retry", "--all").code()).isEqualTo(4);

    assertThat(
            command("runs", "show", "2", "--format", "json").json().path("outcome").stringValue())
        .isEqualTo("failed");
  }

  @Test
  void dropped_ones_are_off_the_list_until_a_sync_meets_them_again() {
    String event = one(RecordCorruption.START_MISSING);

    assertThat(command("rejects", "drop", event).out())
        .isEqualTo("1 record taken off the list; a sync that fails on it again puts it back\n");
    assertThat(database.sql().fetchExists(REJECT, REJECT.KEY.eq(event))).isFalse();

    command("sync", "--quiet", "--max-duration", "0");
    assertThat(database.sql().fetchExists(REJECT, REJECT.KEY.eq(event))).isTrue();
  }

  @Test
  void keys_that_fit_none_or_several_change_nothing() {
    assertThat(command("rejects", "drop", "nothing-like-it").code()).isEqualTo(2);
    assertThat(command("rejects", "drop").err())
        .startsWith("error: give either keys of records or --all\n");
    assertThat(command("rejects", "drop", "--all", one(RecordCorruption.START_MISSING)).code())
        .isEqualTo(2);
    Run several = command("--lang", "de", "rejects", "drop", "0");
    assertThat(several.code()).isEqualTo(2);
    assertThat(several.err()).contains("0 passt auf ").contains(" abgelehnte Datensätze");
    assertThat(database.sql().fetchCount(REJECT)).isEqualTo(poisoned.size());
  }

  private String one(RecordCorruption kind) {
    return poisoned.entrySet().stream()
        .filter(entry -> entry.getValue() == kind)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private String last(String event) {
    return database
        .sql()
        .select(REJECT.KEY)
        .from(REJECT)
        .where(REJECT.KEY.startsWith(event + "/"))
        .fetchSingle()
        .value1()
        .substring((event + "/invitees/").length());
  }

  private static String event(JsonNode key) {
    return key.stringValue().replaceAll("/invitees/.*", "");
  }

  private Run command(String... arguments) {
    return Run.command(
        Run.environment(database, sandbox.address().toString()), () -> NOON, arguments);
  }
}
