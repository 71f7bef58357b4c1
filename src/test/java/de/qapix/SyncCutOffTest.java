package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of a run that ends before its work is done: why. */
class SyncCutOffTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration DAYS_90 = Duration.ofDays(90);
  private static final Duration DAYS_30 = Duration.ofDays(30);
  private static final String MINUTE_PAST = "2026-11-23 12:01:00 UTC";

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();
  @TempDir private Path folder;

  private ScriptedApi api;

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void a_429_is_told_as_the_limit_and_until_when_not_as_a_timeout() throws Exception {
    start(
        (path, number, usual) ->
            path.endsWith("/invitees") ? new Reply(429, "", List.of("Retry-After", "60")) : null);

    JsonNode result = run("sync", "--format", "json", "--max-duration", "40s").json();

    assertThat(result.path("success").booleanValue()).isTrue();
    assertThat(result.path("partial").booleanValue()).isTrue();
    assertThat(result.path("message").stringValue())
        .endsWith("events (Calendly's limit, until " + MINUTE_PAST + ")");
    assertThat(result.path("note").stringValue())
        .startsWith("Calendly accepts no more requests until " + MINUTE_PAST);
    assertThat(result.path("cutOff").stringValue()).isEqualTo("limit");
    assertThat(result.path("limitedUntil").stringValue()).isEqualTo("2026-11-23T12:01:00Z");
    assertThat(result.path("durationMs").intValue()).isLessThan(20_000);
    assertThat(run("sync", "--lang", "de", "--max-duration", "40s").out())
        .contains("Events (Limit von Calendly, bis " + MINUTE_PAST + ")")
        .contains("Calendly nimmt bis " + MINUTE_PAST + " keine weiteren Anfragen an");
    assertThat(run("runs").out()).contains("    Calendly's limit, until " + MINUTE_PAST);
    assertThat(run("runs", "show", "1", "--format", "json").json().toString())
        .contains("\"outcome\":\"partial\",\"limitedUntil\":\"2026-11-23T12:01:00Z\"");
  }

  @Test
  void a_short_wait_is_waited_for_within_the_time() throws Exception {
    start(
        (path, number, usual) ->
            path.equals("/event_types") && number == 1
                ? new Reply(429, "", List.of("Retry-After", "1"))
                : null);

    Run run = run("sync", "--format", "json", "--max-duration", "40s");

    assertThat(run.json().path("partial").isMissingNode()).isTrue();
    assertThat(run.json().path("waitedMs").intValue()).isGreaterThan(900);
  }

  @Test
  void a_dry_run_that_could_list_nothing_says_so_and_until_when() throws Exception {
    nearlyUsedUp("60");

    Run run = run("sync", "--dry-run", "--detailed-exitcode");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("No events listed yet (Calendly's limit, until 2026-11-23 12:0")
        .contains("Run it again after that.")
        .doesNotContain("A run would make");
    JsonNode json = run("sync", "--dry-run", "--format", "json").json();
    assertThat(json.path("partial").booleanValue()).isTrue();
    assertThat(json.path("limitedUntil").isString()).isTrue();
    assertThat(json.path("forecast").isMissingNode()).isTrue();
    assertThat(run("sync", "--dry-run", "--lang", "de").out())
        .contains("Noch keine Events aufgelistet (Limit von Calendly, bis ");
  }

  @Test
  void a_verification_names_the_limit_too() throws Exception {
    nearlyUsedUp("60");

    Run run = run("verify", "--max-duration", "25s");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("Calendly's limit (until 2026-11-23 12:0");
    assertThat(run("verify", "--max-duration", "25s", "--format", "json").json().toString())
        .contains("\"cutOff\":\"limit\",\"limitedUntil\":\"2026-11-23T12:0");
  }

  @Test
  void a_reset_below_a_minute_is_believed_and_waited_for_within_the_time() throws Exception {
    nearlyUsedUp("1");

    JsonNode result = run("sync", "--dry-run", "--format", "json").json();

    assertThat(result.path("total").intValue()).isPositive();
    assertThat(result.path("waitedMs").intValue()).isBetween(500, 10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "sync --dry-run", "verify"})
  void an_api_that_never_answers_is_a_failure_that_tells_what_was_asked_and_how_long(String command)
      throws Exception {
    start((path, number, usual) -> new Reply(ScriptedApi.STALLING, usual.body(), List.of()));

    Run run = run((command + " --format json --max-duration 2s").split(" "));

    assertThat(run.code()).as(run.err()).isEqualTo(4);
    assertThat(run.json().path("success").booleanValue()).isFalse();
    assertThat(run.json().path("error").path("kind").stringValue()).isEqualTo("api-stalled");
    assertThat(run.err()).containsPattern("Calendly did not answer GET /users/me within \\d+ m?s");
  }

  @Test
  void it_stands_as_failed_in_the_history_and_for_prometheus() throws Exception {
    start((path, number, usual) -> new Reply(ScriptedApi.STALLING, usual.body(), List.of()));
    Path metrics = folder.resolve("qapix.prom");

    run("sync", "--max-duration", "2s", "--metrics-file", metrics.toString());

    assertThat(Files.readString(metrics)).contains("qapix_sync_success{source=\"calendly\"} 0.0");
    JsonNode last = run("runs", "--format", "json").json().path("runs").path(0);
    assertThat(last.path("outcome").stringValue()).isEqualTo("failed");
    assertThat(last.path("error").stringValue()).contains("GET /users/me");
  }

  @Test
  void one_that_only_has_trouble_is_a_failure_even_if_the_time_is_too_short_to_ask_often()
      throws Exception {
    start((path, number, usual) -> Reply.of(503, "{\"title\":\"Service Unavailable\"}"));

    Run run = run("sync", "--max-duration", "2s");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("503 Service Unavailable");
  }

  @Test
  void one_that_only_says_slow_down_is_a_limit_though_it_does_not_say_how_long() throws Exception {
    start((path, number, usual) -> Reply.of(429, ""));

    Run run = run("sync", "--max-duration", "2s", "--detailed-exitcode", "--format", "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.json().path("cutOff").stringValue()).isEqualTo("limit");
    assertThat(run.json().path("message").stringValue()).doesNotContain("imeout");
  }

  @Test
  void a_time_limit_that_is_up_before_anything_could_be_asked_is_a_failure() throws Exception {
    start((path, number, usual) -> null);

    Run run = run("sync", "--max-duration", "1ms");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("before anything could be asked").contains("--max-duration");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void one_that_is_not_there_is_unreachable_however_short_the_time() throws Exception {
    start((path, number, usual) -> null);
    api.close();

    Run run = run("sync", "--max-duration", "2s");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("cannot reach Calendly");
  }

  @Test
  void a_moment_with_more_events_than_a_run_can_list_is_told_and_promises_no_end()
      throws Exception {
    Instant moment = NOON.plusSeconds(100_000);
    Set<String> shown = new HashSet<>();
    AtomicBoolean slow = new AtomicBoolean(true);
    start((path, number, usual) -> slow.get() ? stallingAt(moment, shown, path, usual) : null);
    int events = api.sandbox().world().events(NOON.minus(DAYS_90), NOON.plus(DAYS_30)).size() + 450;
    api.sandbox().addCrowd(moment, 450);

    List<JsonNode> runs = new ArrayList<>();
    do {
      runs.add(run("sync", "--format", "json", "--max-duration", "2s").json());
    } while (!runs.get(runs.size() - 1).has("stalledAt") && runs.size() < 8);
    Run text = run("sync", "--max-duration", "2s");
    Run german = run("--lang", "de", "sync", "--max-duration", "2s");
    slow.set(false);
    JsonNode done = run("sync", "--format", "json", "--max-duration", "0").json();

    JsonNode last = runs.get(runs.size() - 1);
    assertThat(runs).allSatisfy(run -> assertThat(run.has("left")).as(run.toString()).isFalse());
    assertThat(last.path("stalledAt").stringValue()).isEqualTo(moment.toString());
    assertThat(last.path("partial").booleanValue()).isTrue();
    assertThat(last.path("totalIsLowerBound").booleanValue()).isTrue();
    assertThat(text.out())
        .contains(
            "More events start at 2026-11-24 15:46:40 UTC than a run of 2s can list, so this run"
                + " got no further; raise --max-duration.")
        .doesNotContain("% of the window", "left:");
    assertThat(german.out()).contains("beginnen mehr Events, als ein Lauf von 2s auflisten kann");
    assertThat(done.path("syncedCount").intValue()).isEqualTo(events);
    assertThat(done.path("removed").intValue()).isZero();
  }

  /** Of what starts at this moment, only two pages come. */
  private static Reply stallingAt(Instant moment, Set<String> shown, String path, Reply usual) {
    if (!path.equals("/scheduled_events")) {
      return null;
    }
    List<JsonNode> page =
        JsonMapper.builder()
            .build()
            .readTree(usual.body())
            .path("collection")
            .valueStream()
            .toList();
    boolean dense =
        page.size() == 100
            && Instant.parse(page.get(99).path("start_time").stringValue()).equals(moment);
    if (!dense) {
      return null;
    }
    List<String> uris = page.stream().map(event -> event.path("uri").stringValue()).toList();
    synchronized (shown) {
      if (!shown.containsAll(uris) && shown.size() >= 200) {
        return new Reply(ScriptedApi.STALLING, usual.body(), List.of());
      }
      shown.addAll(uris);
      return null;
    }
  }

  /** After two answers nothing is left, save where the limit is over soon. */
  private void nearlyUsedUp(String reset) throws Exception {
    start(
        (path, number, usual) ->
            new Reply(
                usual.status(),
                usual.body(),
                List.of(
                    "X-RateLimit-Limit",
                    "500",
                    "X-RateLimit-Remaining",
                    path.equals("/users/me") ? "1" : "400",
                    "X-RateLimit-Reset",
                    reset)));
  }

  private void start(ScriptedApi.Script script) throws Exception {
    api = new ScriptedApi(40, () -> NOON, script);
  }

  private Run run(String... arguments) {
    Map<String, String> environment = Run.environment(database, api.address());
    return Run.command(environment, () -> NOON, arguments);
  }
}
