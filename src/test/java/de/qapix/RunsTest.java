package de.qapix;

import static de.qapix.db.qapix.tables.Run.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.calendly.Booking;
import de.qapix.data.calendly.CalendlyTable;
import de.qapix.data.calendly.MeetingKinds;
import de.qapix.data.store.LockWait;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.RunHost;
import de.qapix.data.store.Store;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** {@code qapix runs}: what the history tells. */
class RunsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private Instant now = NOON;
  private SandboxServer sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxServer.start(SandboxOptions.of(60, 5), () -> NOON);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_database_without_runs_says_how_to_make_one() {
    assertThat(command("runs").out()).isEqualTo("no runs yet; run qapix sync first\n");
    assertThat(command("--lang", "de", "runs").out()).startsWith("noch keine Läufe");
  }

  @Test
  void the_list_has_a_row_for_each_run_newest_first_and_why_one_failed() {
    JsonNode first = command("sync", "--format", "json").json();
    sandbox.faults(FaultSpec.parse("revoked=1", 1));
    assertThat(command("sync", "--quiet").code()).isEqualTo(4);

    assertThat(command("runs", "show", "2", "--format", "json").json().path("requests").longValue())
        .isBetween(2L, 20L);
    List<String> lines = command("runs").out().lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("RUN  STARTED (UTC)        TOOK");
    assertThat(lines.get(1)).startsWith("2    2026-11-23 12:00:00  0s").contains("  failed  ");
    assertThat(lines.get(2)).startsWith("    ").contains("unauthenticated");
    int total = first.path("total").intValue();
    assertThat(lines.get(3))
        .startsWith("1    2026-11-23 12:00:00  0s")
        .contains("finished  2026-08-25..2026-12-23  " + total + "/" + total);
  }

  @Test
  void one_run_is_shown_with_all_that_the_sync_said_of_itself() {
    JsonNode said = command("sync", "--format", "json").json();

    JsonNode run = command("runs", "show", "1", "--format", "json").json();

    assertThat(run.path("outcome").stringValue()).isEqualTo("finished");
    for (String name :
        List.of(
            "runId",
            "total",
            "syncedCount",
            "added",
            "updated",
            "unchanged",
            "removed",
            "rejected",
            "requests",
            "waitedMs",
            "windowFrom",
            "windowUntil",
            "scope")) {
      assertThat(run.path(name)).as(name).isEqualTo(said.path(name));
    }
    assertThat(run.path("pid").longValue()).isEqualTo(ProcessHandle.current().pid());
    assertThat(run.path("host").stringValue()).isNotEmpty();
    assertThat(run.path("version").stringValue()).isNotEmpty();
    assertThat(command("runs", "show", "1").out().lines())
        .contains("outcome        finished", "window         2026-08-25..2026-12-23");
  }

  @Test
  void what_a_run_had_to_wait_is_remembered() {
    sandbox.faults(FaultSpec.parse("500=5%", 1));
    JsonNode said = command("sync", "--format", "json", "--max-duration", "0").json();

    assertThat(said.path("waitedMs").longValue()).isPositive();
    assertThat(command("runs", "show", "1", "--format", "json").json().path("waitedMs").longValue())
        .isEqualTo(said.path("waitedMs").longValue());
  }

  @Test
  void a_run_that_has_lost_its_process_is_shown_as_died_at_once_and_marked_by_the_next_run()
      throws Exception {
    begin().close();

    assertThat(outcomes("runs")).containsExactly("died");
    assertThat(outcomes("runs", "--outcome", "died")).containsExactly("died");
    assertThat(outcomes("runs", "--outcome", "running")).isEmpty();
    assertThat(command("runs", "show", "1").out()).contains("took           -\n");

    command("sync", "--quiet");
    assertThat(database.sql().fetchValues(RUN.OUTCOME)).contains("died", "finished");
    assertThat(outcomes("runs")).containsExactly("finished", "died");
  }

  @Test
  void a_run_that_holds_the_lock_is_shown_as_running_with_the_time_up_to_now() throws Exception {
    try (OpenRun<Booking> running = begin()) {
      now = NOON.plus(Duration.ofSeconds(90));
      JsonNode shown = command("runs", "show", "1", "--format", "json").json();

      assertThat(shown.path("outcome").stringValue()).isEqualTo("running");
      assertThat(shown.path("durationMs").longValue()).isEqualTo(90_000);
      assertThat(outcomes("runs", "--outcome", "running")).hasSize(1);
      assertThat(running.id()).isEqualTo(1);
    }
  }

  @Test
  void an_unknown_run_and_a_number_that_is_none_are_told_in_the_users_language() {
    Run unknown = command("runs", "show", "7");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).isEqualTo("error: run 7 not found\nhint: qapix runs lists them\n");

    Run word = command("--lang", "de", "runs", "show", "sieben");
    assertThat(word.code()).isEqualTo(2);
    assertThat(word.err())
        .isEqualTo(
            """
            Fehler: ungültiger Wert "sieben" für <run>
            Tipp: siehe qapix runs show --help
            """);
    assertThat(command("--lang", "de", "runs", "--outcome", "gut").err())
        .startsWith("Fehler: ungültiger Wert \"gut\" für --outcome\n");
  }

  private OpenRun<Booking> begin() throws InterruptedException {
    return new Store<>(
            database.dataSource(),
            "public",
            "calendly",
            new CalendlyTable(MeetingKinds.parse(MeetingKinds.DEFAULT)),
            () -> now)
        .begin(new RunHost("elsewhere", 4711, "0.1.0"), LockWait.NONE);
  }

  private List<String> outcomes(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--format", "json"));
    return command(words.toArray(String[]::new))
        .json()
        .path("runs")
        .valueStream()
        .map(run -> run.path("outcome").stringValue())
        .toList();
  }

  private Run command(String... arguments) {
    return Run.command(
        Run.environment(database, sandbox.address().toString()), () -> now, arguments);
  }
}
