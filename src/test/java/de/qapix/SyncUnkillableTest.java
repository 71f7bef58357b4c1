package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static de.qapix.db.qapix.tables.Run.RUN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.Latency;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Syncs in processes of their own that run out of time, are told to end, or are killed. */
class SyncUnkillableTest {

  private static final int KILLS = Integer.getInteger("qapix.kills", Effort.of(5, 20));
  private static final long SEED = Long.getLong("qapix.seed", 42);

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private SandboxServer sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        SandboxServer.start(
            SandboxOptions.of(Effort.of(300, 700), 3).with(Latency.of(Duration.ofMillis(60))),
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void runs_that_are_killed_at_any_moment_lose_nothing_and_do_nothing_twice() throws Exception {
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < KILLS; i++) {
      Process process = start("--max-duration", "0", "--concurrency", "4", "--batch-size", "10");
      // On a busy machine, a process may take longer than that to begin at all.
      while (i == 0 && database.sql().fetchCount(RUN) == 0 && process.isAlive()) {
        process.waitFor(10, TimeUnit.MILLISECONDS);
      }
      process.waitFor(i == 0 ? 0 : 600 + random.nextInt(1_400), TimeUnit.MILLISECONDS);
      process.toHandle().destroyForcibly();
      process.waitFor();
      assertConsistent();
    }

    Run last = sync("--max-duration", "0");

    assertThat(last.code()).as(last.err()).isZero();
    assertComplete(last.json());
    List<String> outcomes = database.sql().fetchValues(RUN.OUTCOME);
    assertThat(outcomes).contains("died").doesNotContain("running");
  }

  @Test
  void runs_in_a_small_time_box_end_in_time_and_finish_the_sweep_together() {
    int runs = 0;
    JsonNode result;
    long before = -1;
    do {
      Run run = sync("--max-duration", "2s", "--concurrency", "4");
      assertThat(run.code()).as(run.err()).isZero();
      result = run.json();
      assertThat(result.path("durationMs").longValue()).isLessThan(6_000);
      assertThat(result.path("syncedCount").longValue()).isGreaterThan(before);
      before = result.path("syncedCount").longValue();
      runs++;
    } while (result.path("partial").asBoolean(false));

    assertThat(runs).isGreaterThan(1);
    assertComplete(result);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "HUP, 129"})
  void a_signal_ends_a_run_after_what_is_done_is_written_and_printed(String signal, int code)
      throws Exception {
    Process process = start("--max-duration", "0", "--concurrency", "2", "--batch-size", "5");
    while (database.sql().fetchCount(CALENDLY_EVENT) == 0 && process.isAlive()) {
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isEqualTo(code);
    assertThat(out).contains("\"partial\":true").contains("\"interrupted\":true");
    assertConsistent();
  }

  private Process start(String... options) throws IOException {
    // Without env, SIGHUP would stay ignored where nohup has started the tests.
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=HUP",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "de.qapix.Main",
                "sync",
                "--format",
                "json"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    builder.redirectError(new File("/dev/null"));
    return builder.start();
  }

  private Map<String, String> environment() {
    return Run.environment(database, sandbox.address().toString());
  }

  private Run sync(String... options) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--format", "json"));
    arguments.addAll(List.of(options));
    return Run.command(environment(), InstantSource.system(), arguments.toArray(String[]::new));
  }

  /** Whatever is there is whole: an event has its row in the shared table and all its invitees. */
  private void assertConsistent() {
    Map<String, Integer> events =
        database
            .sql()
            .selectFrom(CALENDLY_EVENT)
            .fetchMap(CALENDLY_EVENT.URI, CALENDLY_EVENT.INVITEES_TOTAL);
    Map<String, List<String>> invitees =
        database
            .sql()
            .selectFrom(CALENDLY_INVITEE)
            .fetchGroups(CALENDLY_INVITEE.EVENT_URI, CALENDLY_INVITEE.URI);
    assertThat(
            database
                .sql()
                .select(CALENDLY_EVENTS.CALENDLY_EVENT_URI)
                .from(CALENDLY_EVENTS)
                .fetchSet(CALENDLY_EVENTS.CALENDLY_EVENT_URI))
        .isEqualTo(events.keySet());
    events.forEach(
        (uri, total) ->
            assertThat(invitees.getOrDefault(uri, List.of())).as("seed " + SEED).hasSize(total));
  }

  private void assertComplete(JsonNode result) {
    assertConsistent();
    Instant from = Instant.parse(result.path("windowFrom").stringValue());
    Instant until = Instant.parse(result.path("windowUntil").stringValue());
    Set<String> truth = new HashSet<>();
    sandbox
        .world()
        .events(from, until)
        .forEach(event -> truth.add(event.path("uri").stringValue()));
    assertThat(
            database
                .sql()
                .select(CALENDLY_EVENT.URI)
                .from(CALENDLY_EVENT)
                .where(CALENDLY_EVENT.START_TIME.ge(from))
                .and(CALENDLY_EVENT.START_TIME.lt(until))
                .fetchSet(CALENDLY_EVENT.URI))
        .isEqualTo(truth);
    assertThat(from).isBefore(Instant.now().minus(89, ChronoUnit.DAYS));
    assertThat(result.path("syncedCount").intValue()).isEqualTo(truth.size());
    assertThat(result.path("total").intValue()).isEqualTo(truth.size());
  }
}
