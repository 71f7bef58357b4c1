package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.public_.tables.CustomActivities.CUSTOM_ACTIVITIES;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Run.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.ScriptedApi.Script;
import de.qapix.db.ShippedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a sync does when something is not as it should be. */
class SyncTroubleTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Script NOTHING = (path, number, usual) -> null;

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private ScriptedApi api;

  @AfterEach
  void close() {
    if (api != null) {
      api.close();
    }
  }

  @Test
  void a_refused_token_ends_the_run_with_4_and_says_what_to_do() throws Exception {
    api(NOTHING);
    Map<String, String> environment = Run.environment(database, api.address());
    environment.put("CALENDLY_API_TOKEN", "wrong");

    Run run = Run.command(environment, () -> NOW, "sync", "--format", "json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            """
            error: Calendly rejected the token (GET /users/me: 401 Unauthenticated: The access token is invalid)
            hint: create a new personal access token and set CALENDLY_API_TOKEN
            """);
    assertThat(run.json().path("success").booleanValue()).isFalse();
    assertThat(run.json().path("error").path("kind").stringValue())
        .isEqualTo("api-unauthenticated");
    assertThat(database.sql().fetchValues(RUN.OUTCOME)).containsExactly("failed");
  }

  @Test
  void a_token_that_lacks_a_scope_is_told_which() throws Exception {
    api(
        on(
            "/scheduled_events"::equals,
            Reply.of(
                403,
                "{\"title\":\"Insufficient"
                    + " scope\",\"message\":\"no\",\"required_scopes\":[\"scheduled_events:read\"]}")));

    Run run = sync();

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .contains(
            "error: the token lacks scopes: scheduled_events:read (GET /scheduled_events: 403 ");
  }

  @Test
  void one_who_is_neither_owner_nor_admin_gets_the_own_events_and_is_told() throws Exception {
    api(
        (path, number, usual) ->
            path.equals("/organization_memberships")
                ? Reply.of(200, usual.body().replace("\"owner\"", "\"user\""))
                : null);

    Run run = sync("--days-back", "10");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("only the events of Jörg Müßiggang");
    assertThat(api.requests())
        .noneMatch(request -> request.contains("scheduled_events?organization"));
    assertThat(database.sql().fetchCount(CALENDLY_EVENT)).isPositive();
  }

  @Test
  void answers_of_500_and_no_json_are_tried_again() throws Exception {
    api(
        (path, number, usual) -> {
          if (number == 1 && path.endsWith("/invitees")) {
            return path.hashCode() % 2 == 0
                ? Reply.of(500, "<html>oops</html>")
                : Reply.of(200, "<html>oops</html>");
          }
          return null;
        });

    Run run = sync("--days-back", "5", "--days-forward", "2", "--max-duration", "0");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().path("rejected").intValue()).isZero();
    assertThat(run.json().path("syncedCount").intValue()).isPositive();
  }

  @Test
  void a_slow_down_that_outlasts_the_time_limit_makes_the_run_partial_at_once() throws Exception {
    api(
        (path, number, usual) ->
            path.endsWith("/invitees") ? new Reply(429, "", List.of("Retry-After", "50")) : null);

    Run run = sync("--max-duration", "20s", "--detailed-exitcode");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.json().path("partial").booleanValue()).isTrue();
    assertThat(run.json().path("durationMs").longValue()).isLessThan(15_000);
  }

  @Test
  void a_body_that_stalls_half_way_holds_up_neither_the_others_nor_the_end() throws Exception {
    String[] victim = new String[1];
    api(
        (path, number, usual) -> {
          synchronized (victim) {
            victim[0] = victim[0] == null && path.endsWith("/invitees") ? path : victim[0];
            return path.equals(victim[0]) ? Reply.of(ScriptedApi.STALLING, usual.body()) : null;
          }
        });

    Run run = sync("--days-back", "9", "--days-forward", "1", "--max-duration", "4s");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().path("partial").booleanValue()).isTrue();
    assertThat(run.json().path("durationMs").longValue()).isLessThan(15_000);
    assertThat(run.json().path("syncedCount").intValue())
        .isEqualTo(run.json().path("total").intValue() - 1);
    assertThat(database.sql().fetchCount(CALENDLY_EVENT))
        .isEqualTo(run.json().path("syncedCount").intValue());
  }

  @Test
  void an_event_that_cannot_be_read_is_rejected_with_its_text_and_cleared_when_it_can()
      throws Exception {
    boolean[] broken = {true};
    api(
        (path, number, usual) ->
            broken[0] && path.equals("/scheduled_events")
                ? Reply.of(200, usual.body().replaceFirst("\"start_time\":", "\"begin_time\":"))
                : null);

    Run run = sync("--days-back", "9", "--days-forward", "1");

    assertThat(run.code()).isZero();
    assertThat(run.json().path("rejected").intValue()).isPositive();
    assertThat(run.json().path("syncedCount").intValue())
        .isEqualTo(run.json().path("total").intValue() - run.json().path("rejected").intValue());
    var reject = database.sql().selectFrom(REJECT).limit(1).fetchSingle();
    assertThat(reject.getReason()).isEqualTo("start_time is missing");
    assertThat(reject.getOrigin()).isEqualTo("GET /scheduled_events");
    assertThat(reject.getRaw()).contains("begin_time");

    broken[0] = false;
    sync("--days-back", "9", "--days-forward", "1");
    assertThat(database.sql().fetchCount(REJECT)).isZero();
  }

  @Test
  void an_event_whose_invitees_are_gone_costs_that_event_only() throws Exception {
    String[] victim = new String[1];
    api(
        (path, number, usual) -> {
          if (path.endsWith("/invitees")) {
            synchronized (victim) {
              victim[0] = victim[0] == null ? path : victim[0];
              return path.equals(victim[0])
                  ? Reply.of(404, "{\"title\":\"Resource Not Found\"}")
                  : null;
            }
          }
          return null;
        });

    Run run = sync("--days-back", "9", "--days-forward", "1");

    assertThat(run.json().path("rejected").intValue()).isEqualTo(1);
    assertThat(run.json().path("syncedCount").intValue())
        .isEqualTo(run.json().path("total").intValue() - 1);
  }

  @Test
  void an_event_that_postgresql_refuses_costs_that_event_only() throws Exception {
    api(
        (path, number, usual) ->
            path.equals("/scheduled_events")
                ? Reply.of(
                    200, usual.body().replaceFirst("\"limit\":1,", "\"limit\":1,\"x\":1e200000,"))
                : null);

    Run run = sync("--days-back", "9", "--days-forward", "1");

    assertThat(run.code()).as(run.err()).isZero();
    int rejected = run.json().path("rejected").intValue();
    assertThat(rejected).isPositive();
    assertThat(database.sql().fetchCount(CALENDLY_EVENT))
        .isEqualTo(run.json().path("total").intValue() - rejected);
    assertThat(database.sql().selectFrom(REJECT).limit(1).fetchSingle().getOrigin())
        .isEqualTo("PostgreSQL 22003");
  }

  @Test
  void more_rejects_than_allowed_end_the_run_with_1_and_keep_what_was_readable() throws Exception {
    api(
        (path, number, usual) ->
            path.endsWith("/invitees") && path.hashCode() % 3 == 0 ? Reply.of(404, "{}") : null);

    Run run = sync("--max-rejects", "2");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("more than --max-rejects 2");
    assertThat(database.sql().fetchCount(CALENDLY_EVENT)).isPositive();
  }

  @Test
  void an_event_that_calendly_no_longer_has_is_marked_and_its_shared_row_kept_and_put_back()
      throws Exception {
    String[] gone = new String[1];
    api(
        (path, number, usual) -> {
          if (gone[0] == null) {
            return null;
          }
          if (path.equals("/scheduled_events")) {
            return Reply.of(200, without(usual.body(), gone[0]));
          }
          return gone[0].endsWith(path) ? Reply.of(404, "{}") : null;
        });
    sync();
    String uri = anyEvent();
    database.sql().execute("alter table calendly_events add column \"ownNote\" text");
    database
        .sql()
        .execute(
            "update calendly_events set \"ownNote\" = 'mine', \"userId\" = 'u1' where"
                + " \"calendlyEventUri\" = ?",
            uri);
    activityOf(uri);

    gone[0] = uri;
    Run run = sync();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().path("removed").intValue()).isEqualTo(1);
    assertThat(deletedAt(uri)).isNotNull();
    assertThat(
            database.sql().fetchCount(CALENDLY_EVENTS, CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(uri)))
        .isZero();

    gone[0] = null;
    sync();

    assertThat(deletedAt(uri)).isNull();
    var row =
        database
            .sql()
            .fetchSingle("select * from calendly_events where \"calendlyEventUri\" = ?", uri);
    assertThat(row.get("ownNote")).isEqualTo("mine");
    assertThat(row.get("userId")).isEqualTo("u1");
    assertThat(database.sql().fetchValues(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID))
        .containsExactly((String) row.get("id"));
  }

  @Test
  void a_list_that_comes_back_empty_makes_nothing_vanish() throws Exception {
    boolean[] empty = {false};
    api(
        (path, number, usual) ->
            empty[0] && path.equals("/scheduled_events")
                ? Reply.of(200, "{\"collection\":[],\"pagination\":{\"next_page\":null}}")
                : null);
    sync();
    empty[0] = true;

    JsonNode result = sync().json();

    assertThat(result.path("removed").intValue()).isZero();
    assertThat(result.path("withheld").intValue()).isPositive();
    assertThat(database.sql().fetchCount(CALENDLY_EVENT, CALENDLY_EVENT.DELETED_AT.isNotNull()))
        .isZero();
  }

  @Test
  void an_event_that_the_list_skips_and_that_still_exists_is_not_deleted() throws Exception {
    String[] skipped = new String[1];
    api(
        (path, number, usual) ->
            skipped[0] != null && path.equals("/scheduled_events")
                ? Reply.of(200, without(usual.body(), skipped[0]))
                : null);
    sync();
    skipped[0] = anyEvent();

    assertThat(sync().json().path("removed").intValue()).isZero();
    assertThat(deletedAt(skipped[0])).isNull();
  }

  @Test
  void a_second_run_at_the_same_time_ends_with_5_and_names_the_first() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    api(
        (path, number, usual) -> {
          if (path.equals("/users/me")) {
            begun.countDown();
            await(release);
          }
          return null;
        });
    Thread first = new Thread(this::sync);
    first.start();
    await(begun);

    Run second = sync();

    release.countDown();
    first.join();
    assertThat(second.code()).isEqualTo(5);
    assertThat(second.err())
        .contains("another qapix holds the lock: run 1 on ")
        .contains("process " + ProcessHandle.current().pid())
        .contains("since 2026-11-23 12:00:00 UTC");
  }

  @Test
  void pending_migrations_end_the_run_with_1_unless_it_may_apply_them() throws Exception {
    api(NOTHING);
    try (TestDatabase empty = TestDatabase.empty()) {
      Map<String, String> environment = Run.environment(empty, api.address());

      Run refused = Run.command(environment, () -> NOW, "sync");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err())
          .contains("error: " + ShippedMigration.ALL.size() + " migrations are pending")
          .contains("hint: run: qapix migrate");

      assertThat(Run.command(environment, () -> NOW, "sync", "--migrate").code()).isZero();
    }
  }

  @Test
  void a_dry_run_says_what_would_change_and_writes_nothing() throws Exception {
    api(NOTHING);

    Run run = sync("--dry-run");

    assertThat(run.json().path("dryRun").booleanValue()).isTrue();
    assertThat(run.json().path("added").intValue()).isPositive();
    assertThat(api.requests()).noneMatch(request -> request.contains("/invitees"));
    assertThat(database.sql().fetchCount(CALENDLY_EVENT)).isZero();
    assertThat(database.sql().fetchCount(RUN)).isZero();
  }

  @Test
  void a_value_of_the_other_application_in_its_own_columns_is_never_overwritten() throws Exception {
    api(NOTHING);
    sync();
    database.sql().execute("update calendly_events set \"leadId\" = 'lead_1', \"userId\" = 'u'");

    sync("--full");

    assertThat(database.sql().fetchCount(CALENDLY_EVENTS, CALENDLY_EVENTS.LEAD_ID.ne("lead_1")))
        .isZero();
    assertThat(database.sql().fetchCount(CALENDLY_INVITEE)).isPositive();
  }

  @Test
  void rows_that_the_other_application_has_made_keep_their_id_and_what_it_added() throws Exception {
    api(NOTHING);
    sync();
    database.sql().execute("truncate qapix.calendly_event cascade");
    database
        .sql()
        .execute("update calendly_events set id = 'clx' || id, status = 'old', \"leadId\" = 'l'");

    sync();

    assertThat(database.sql().fetchValues(CALENDLY_EVENTS.ID))
        .allMatch(id -> id.startsWith("clxcal_"));
    assertThat(database.sql().fetchValues(CALENDLY_EVENTS.STATUS)).doesNotContain("old");
    assertThat(database.sql().fetchValues(CALENDLY_EVENTS.LEAD_ID)).containsOnly("l");
  }

  @Test
  void the_shared_tables_may_live_in_a_schema_of_another_name() throws Exception {
    api(NOTHING);
    try (TestDatabase other = TestDatabase.empty()) {
      other.sql().execute("create schema app");
      Map<String, String> environment = Run.environment(other, api.address());
      environment.put("DATABASE_URL", other.url() + "?schema=app");

      Run run = Run.command(environment, () -> NOW, "sync", "--migrate", "--format", "json");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(
              other
                  .sql()
                  .fetchSingle("select count(*) from app.calendly_events")
                  .get(0, Integer.class))
          .isEqualTo(run.json().path("total").intValue());
      assertThat(other.sql().fetchSingle("select to_regclass('public.calendly_events')").get(0))
          .isNull();
    }
  }

  @Test
  void connections_that_break_in_mid_run_end_it_with_4_and_the_next_run_completes_it()
      throws Exception {
    boolean[] broken = {false};
    api(
        (path, number, usual) -> {
          synchronized (broken) {
            if (path.endsWith("/invitees") && !broken[0]) {
              broken[0] = true;
              database
                  .sql()
                  .execute(
                      "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                          + " current_database() and pid <> pg_backend_pid()");
            }
          }
          return null;
        });

    Run first = sync("--batch-size", "5");
    assertThat(first.code()).as(first.err()).isIn(0, 4);
    assertThat(first.err()).doesNotContain("a bug in qapix");

    Run second = sync();
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.json().path("syncedCount")).isEqualTo(second.json().path("total"));
  }

  @Test
  void a_database_that_does_not_exist_or_refuses_ends_the_run_with_4_and_two_plain_lines()
      throws Exception {
    api(NOTHING);
    Map<String, String> environment = Run.environment(database, api.address());
    environment.put("DATABASE_URL", database.url() + "_not");

    Run unknown = Run.command(environment, () -> NOW, "sync");

    assertThat(unknown.code()).isEqualTo(4);
    assertThat(unknown.err())
        .isEqualTo(
            """
            error: the database does not exist: database "%s_not" does not exist
            hint: check its name in DATABASE_URL, or create it: createdb NAME
            """
                .formatted(database.name()));
    database.sql().execute("create role powerless_" + database.name() + " login");
    environment.put(
        "DATABASE_URL", database.url().replace("postgres@", "powerless_" + database.name() + "@"));

    Run denied = Run.command(environment, () -> NOW, "sync");

    assertThat(denied.code()).isEqualTo(4);
    assertThat(denied.err()).contains("lacks a privilege").doesNotContain("a bug in qapix");
    database.sql().execute("drop role powerless_" + database.name());
  }

  private void api(Script script) throws Exception {
    api = new ScriptedApi(150, () -> NOW, script);
  }

  private static Script on(Predicate<String> path, Reply reply) {
    return (asked, number, usual) -> path.test(asked) ? reply : null;
  }

  private Run sync(String... options) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--format", "json"));
    arguments.addAll(List.of(options));
    return Run.command(
        Run.environment(database, api.address()), () -> NOW, arguments.toArray(String[]::new));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException impatient) {
      throw new AssertionError(impatient);
    }
  }

  /** The list without one of its events. */
  private static String without(String body, String uri) {
    var page = (ObjectNode) JsonMapper.builder().build().readTree(body);
    var collection = (ArrayNode) page.path("collection");
    for (int i = collection.size() - 1; i >= 0; i--) {
      if (collection.get(i).path("uri").asString("").equals(uri)) {
        collection.remove(i);
      }
    }
    return page.toString();
  }

  private String anyEvent() {
    return database
        .sql()
        .select(CALENDLY_EVENT.URI)
        .from(CALENDLY_EVENT)
        .where(CALENDLY_EVENT.START_TIME.gt(NOW.minus(Duration.ofDays(20))))
        .limit(1)
        .fetchSingle()
        .value1();
  }

  private Instant deletedAt(String uri) {
    return database
        .sql()
        .select(CALENDLY_EVENT.DELETED_AT)
        .from(CALENDLY_EVENT)
        .where(CALENDLY_EVENT.URI.eq(uri))
        .fetchSingle()
        .value1();
  }

  private void activityOf(String uri) {
    String id =
        database
            .sql()
            .select(CALENDLY_EVENTS.ID)
            .from(CALENDLY_EVENTS)
            .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(uri))
            .fetchSingle()
            .value1();
    database
        .sql()
        .insertInto(CUSTOM_ACTIVITIES)
        .set(CUSTOM_ACTIVITIES.ID, "ca_1")
        .set(CUSTOM_ACTIVITIES.UPDATED_AT, LocalDateTime.of(2026, 1, 1, 0, 0))
        .set(CUSTOM_ACTIVITIES.CLOSE_ACTIVITY_ID, "1")
        .set(CUSTOM_ACTIVITIES.ACTIVITY_TYPE, "call")
        .set(CUSTOM_ACTIVITIES.DATE_CREATED, LocalDateTime.of(2026, 1, 1, 0, 0))
        .set(CUSTOM_ACTIVITIES.CALENDLY_EVENT_ID, id)
        .execute();
  }
}
