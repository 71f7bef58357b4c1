package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import de.qapix.sandbox.RecordCorruption;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import de.qapix.sandbox.limit.RateLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a sync costs, says beforehand, keeps to, and tells afterwards. */
class SyncCourtesyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();
  @TempDir private Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private SandboxServer sandbox;

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void a_dry_run_says_how_many_requests_a_run_makes() throws Exception {
    sandbox(SandboxOptions.of(600, 5));
    sandbox.addGroup(NOW.plusSeconds(86_400), 230);

    JsonNode forecast = sync("--dry-run").json().path("forecast");
    int cold = sync("--max-duration", "0").json().path("requests").intValue();
    int again = sync("--dry-run").json().path("forecast").path("requests").intValue();
    int warm = sync("--max-duration", "0").json().path("requests").intValue();

    assertThat(forecast.path("requests").intValue()).isEqualTo(cold);
    assertThat(forecast.path("rows").intValue()).isGreaterThan(1_800);
    assertThat(forecast.path("runs").intValue()).isEqualTo(1);
    assertThat(again).isEqualTo(warm).isLessThan(20);
  }

  @Test
  void a_dry_run_counts_minutes_and_runs_at_the_present_quota() throws Exception {
    sandbox(
        SandboxOptions.of(600, 5)
            .with(new RateLimit(100, Duration.ofMinutes(1), RateLimit.Kind.FIXED)));

    JsonNode forecast = sync("--dry-run", "--max-duration", "25s").json().path("forecast");

    assertThat(forecast.path("runs").intValue()).isBetween(8, 9);
    assertThat(Duration.ofMillis(forecast.path("durationMs").longValue()))
        .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(8));
  }

  @Test
  void a_partial_result_says_what_is_done_and_what_is_left() throws Exception {
    sandbox(
        SandboxOptions.of(600, 5)
            .with(new RateLimit(200, Duration.ofMinutes(1), RateLimit.Kind.SLIDING)));

    JsonNode result = sync("--max-duration", "2s").json();

    assertThat(result.path("partial").booleanValue()).isTrue();
    JsonNode left = result.path("left");
    assertThat(left.path("share").doubleValue()).isBetween(0.1, 0.5);
    assertThat(left.path("requests").intValue()).isBetween(300, 600);
    assertThat(left.path("runs").intValue()).isBetween(2, 4);
    assertThat(sandbox.served().refused()).isZero();
  }

  @Test
  void the_share_of_others_is_left_to_them() throws Exception {
    sandbox(
        SandboxOptions.of(600, 5)
            .with(new RateLimit(200, Duration.ofMinutes(1), RateLimit.Kind.FIXED)));

    sync("--max-duration", "2s", "--rate-share", "0.5");

    assertThat(sandbox.served().requests()).isBetween(95L, 110L);
  }

  @Test
  void a_late_answer_undoes_nothing() throws Exception {
    sandbox(SandboxOptions.of(300, 5));
    sync("--max-duration", "0");
    List<String> uris = database.sql().fetchValues(CALENDLY_EVENT.URI).subList(0, 20);
    uris.forEach(sandbox::cancel);
    sync("--max-duration", "0");
    sandbox.faults(FaultSpec.parse("stale=100%", 1));

    sync("--max-duration", "0", "--full");

    assertThat(
            database
                .sql()
                .selectFrom(CALENDLY_EVENT)
                .where(CALENDLY_EVENT.URI.in(uris))
                .fetchSet(CALENDLY_EVENT.STATUS))
        .containsExactly("canceled");
    sandbox.faults(Faults.NONE);
    sync("--max-duration", "0");
    Truth.of(sandbox, NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(30)))
        .assertStandsIn(database.sql());
  }

  @Test
  void poison_costs_its_own_record_only_and_the_next_sync_clears_the_reject() throws Exception {
    sandbox(SandboxOptions.of(300, 5).with(FaultSpec.parse("poison=4%", 3)));
    int poisoned =
        (int)
            sandbox
                .poisoned(NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(30)))
                .values()
                .stream()
                .filter(RecordCorruption::costsTheRecord)
                .count();

    JsonNode result = sync("--max-duration", "0").json();

    assertThat(poisoned).isPositive();
    assertThat(result.path("rejected").intValue()).isEqualTo(poisoned);
    assertThat(database.sql().fetchCount(REJECT)).isEqualTo(poisoned);
    sandbox.faults(Faults.NONE);
    sync("--max-duration", "0");
    assertThat(database.sql().fetchCount(REJECT)).isZero();
  }

  @Test
  void a_second_run_lists_at_once_and_asks_meanwhile_who_we_are() throws Exception {
    sandbox(SandboxOptions.of(100, 5));
    sync("--max-duration", "0");
    requests.clear();

    sync("--max-duration", "0");

    assertThat(requests).hasSize(7);
    assertThat(requests.subList(0, 4)).anyMatch(request -> request.contains("/scheduled_events?"));
    assertThat(requests).anyMatch(request -> request.contains("/users/me"));
  }

  @Test
  void a_role_that_was_taken_away_is_noticed_and_the_user_s_own_events_are_listed()
      throws Exception {
    boolean[] demoted = {false};
    try (ScriptedApi api =
        new ScriptedApi(
            100,
            () -> NOW,
            (path, number, usual) ->
                demoted[0] && path.equals("/organization_memberships")
                    ? Reply.of(200, usual.body().replace("\"owner\"", "\"user\""))
                    : null)) {
      Map<String, String> environment = Run.environment(database, api.address());
      Run.command(environment, () -> NOW, "sync", "--format", "json");
      demoted[0] = true;

      JsonNode result = Run.command(environment, () -> NOW, "sync", "--format", "json").json();

      assertThat(result.path("success").booleanValue()).isTrue();
      assertThat(result.path("scope").stringValue()).contains("/users/");
      assertThat(database.sql().fetchCount(CALENDLY_EVENT, CALENDLY_EVENT.DELETED_AT.isNotNull()))
          .isZero();
    }
  }

  @Test
  void requests_are_told_when_asked_for_and_never_a_token_a_person_or_a_password()
      throws Exception {
    sandbox(SandboxOptions.of(100, 5));

    Run lists = sync("--max-duration", "0", "-v");
    Run all = sync("--max-duration", "0", "-vv", "--log-format", "json", "--full");

    assertThat(lists.err())
        .contains("200")
        .contains("GET /scheduled_events")
        .doesNotContain("/invitees");
    assertThat(all.err())
        .contains("\"event\":\"request\"")
        .contains("/invitees\",\"status\":200,\"ms\":")
        .doesNotContain("Bearer")
        .doesNotContain("@example")
        .doesNotContain("password");
  }

  @Test
  void figures_that_cannot_be_written_do_not_hide_why_a_run_failed() throws Exception {
    sandbox(SandboxOptions.of(100, 5));
    sandbox.faults(FaultSpec.parse("revoked=0", 1));
    Path broken =
        Files.writeString(
            folder.resolve("qapix.prom"), "qapix_sync_complete_timestamp_seconds{} x\n");

    Run failed = run("--metrics-file", broken.toString());

    assertThat(failed.code()).isEqualTo(4);
    assertThat(failed.err())
        .contains("warning: cannot write the metrics file " + broken)
        .contains("error: Calendly rejected the token");
  }

  @Test
  void figures_for_prometheus_are_written_as_a_whole_and_outlive_a_failure() throws Exception {
    sandbox(SandboxOptions.of(100, 5));
    Path file = folder.resolve("qapix.prom");

    sync("--max-duration", "0", "--metrics-file", file.toString());
    String complete = Files.readString(file);
    sandbox.faults(FaultSpec.parse("revoked=0", 1));
    Run failed = run("--metrics-file", file.toString());

    assertThat(complete)
        .contains("qapix_sync_success{source=\"calendly\"} 1.0")
        .contains("qapix_sync_events{source=\"calendly\",state=\"added\"}")
        .contains("qapix_sync_complete_timestamp_seconds{source=\"calendly\"} 1.7954352E9");
    assertThat(failed.code()).isEqualTo(4);
    assertThat(Files.readString(file))
        .contains("qapix_sync_success{source=\"calendly\"} 0.0")
        .contains("qapix_sync_complete_timestamp_seconds{source=\"calendly\"} 1.7954352E9");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private void sandbox(SandboxOptions options) throws Exception {
    sandbox = SandboxServer.start(options, () -> NOW);
    sandbox.onRequest(requests::add);
  }

  private Run sync(String... options) {
    Run run = run(options);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private Run run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--format", "json"));
    arguments.addAll(List.of(options));
    return Run.command(
        Run.environment(database, sandbox.address().toString()),
        () -> NOW,
        arguments.toArray(String[]::new));
  }
}
