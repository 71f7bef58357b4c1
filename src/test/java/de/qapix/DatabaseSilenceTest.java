package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.lang.ProcessBuilder.Redirect.PIPE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What commands do when a database accepts them and says nothing, or falls silent while they work.
 */
class DatabaseSilenceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration A_LITTLE = Duration.ofSeconds(3);

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private MutableProxy proxy;
  private ScriptedApi api;
  private volatile boolean silentAtFirstRequest;

  @BeforeEach
  void start() throws Exception {
    proxy = MutableProxy.inFrontOf(database.port());
    api =
        new ScriptedApi(
            150,
            () -> NOW,
            (path, number, usual) -> {
              if (silentAtFirstRequest && path.equals("/users/me")) {
                proxy.fallSilent();
              }
              return null;
            });
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
    proxy.close();
  }

  @Test
  void no_command_waits_longer_for_a_silent_database_than_the_address_says() throws Exception {
    List<String> commands =
        List.of(
            "sync",
            "verify",
            "runs",
            "runs show 1",
            "rejects",
            "migrate",
            "migrate status",
            "schema check",
            "schema show calendly_events",
            "schema diff env:DATABASE_URL env:DATABASE_URL");
    ExecutorService threads = Executors.newCachedThreadPool();
    try (LoopbackServer silent = LoopbackServer.start(LoopbackServer.SILENCE)) {
      Map<String, String> environment = environment(silent.port(), "?connect_timeout=1");
      List<Future<Run>> runs = new ArrayList<>();
      for (String command : commands) {
        runs.add(threads.submit(() -> Run.command(environment, () -> NOW, command.split(" "))));
      }
      for (int i = 0; i < runs.size(); i++) {
        Run run = runs.get(i).get(15, TimeUnit.SECONDS);
        assertThat(run.code()).as(commands.get(i)).isEqualTo(4);
        assertThat(run.err())
            .isEqualTo(
                """
                error: cannot connect to the database: localhost:%d: connected, but no answer within 1s
                hint: check that PostgreSQL listens on this port, and not something else; connect_timeout=30 in the address waits longer
                """
                    .formatted(silent.port()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "verify"})
  void connecting_counts_in_the_time_limit(String command) throws Exception {
    try (LoopbackServer silent = LoopbackServer.start(LoopbackServer.SILENCE)) {
      long began = System.nanoTime();

      Run run =
          Run.command(environment(silent.port(), ""), () -> NOW, command, "--max-duration", "1s");

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err()).contains("connected, but no answer within");
      assertThat(since(began)).isLessThan(A_LITTLE);
    }
  }

  @Test
  void a_database_that_falls_silent_in_mid_run_ends_it_with_4_when_the_time_is_up()
      throws Exception {
    silentAtFirstRequest = true;
    long began = System.nanoTime();

    Run run =
        Run.command(
            environment(proxy.port(), ""),
            () -> NOW,
            "sync",
            "--format",
            "json",
            "--batch-size",
            "5",
            "--max-duration",
            "3s");

    assertThat(run.code()).as(run.err()).isEqualTo(4);
    assertThat(run.json().path("error").path("kind").stringValue()).isEqualTo("database-silent");
    assertThat(run.err())
        .endsWith(
            """
            error: the database stopped answering, and the time limit has passed
            hint: what was written is kept; look for locks and long queries (pg_stat_activity), then run again
            """);
    assertThat(since(began)).isLessThan(Duration.ofSeconds(6));
    Run next = Run.command(environment(database.port(), ""), () -> NOW, "sync", "--format", "json");
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(next.json().path("total").intValue())
        .isEqualTo(database.sql().fetchCount(CALENDLY_EVENT));
  }

  @ParameterizedTest
  @CsvSource({
    "sync --max-duration 0, interrupted while the database did not answer",
    "migrate, interrupted while the database did not answer",
    "schema check, interrupted"
  })
  void a_signal_ends_a_command_that_waits_for_a_silent_database(String command, String error)
      throws Exception {
    try (LoopbackServer silent = LoopbackServer.start(LoopbackServer.SILENCE)) {
      Process process = start(environment(silent.port(), "?connect_timeout=0"), command);
      while (silent.connections() == 0 && process.isAlive()) {
        process.waitFor(10, TimeUnit.MILLISECONDS);
      }
      assertEndedBySignal(process, error);
    }
  }

  @Test
  void a_signal_ends_a_check_in_the_middle_of_a_migration_and_no_finding_is_made_of_it(
      @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("V1__sleep.sql"), "create table t (); select pg_sleep(60);");
    Map<String, String> environment = new HashMap<>(environment(proxy.port(), ""));
    environment.remove("DATABASE_URL");
    environment.put("HOME", folder.toString());
    Process process = start(environment, "schema check --format json --migrations " + folder, PIPE);
    assertThat(process.errorReader(UTF_8).lines().anyMatch("Starting PostgreSQL ..."::equals))
        .isTrue();

    process.toHandle().destroy();

    // A machine that is busy may not even get to say this.
    assertThat(process.inputReader(UTF_8).lines())
        .allSatisfy(line -> assertThat(line).contains("\"error\":{\"kind\":\"interrupted\""));
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @Test
  void a_signal_ends_a_sync_whose_database_has_fallen_silent() throws Exception {
    silentAtFirstRequest = true;
    Process process = start(environment(proxy.port(), ""), "sync --max-duration 0 --batch-size 5");
    while (!proxy.isSilent() && process.isAlive()) {
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
    assertEndedBySignal(process, "interrupted while the database did not answer");
  }

  private static void assertEndedBySignal(Process process, String error) throws Exception {
    long began = System.nanoTime();
    process.toHandle().destroy();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(since(began)).isLessThan(Duration.ofMillis(2_500));
    assertThat(err).contains("error: " + error + "\n").doesNotContain("a bug in qapix");
  }

  private static Process start(Map<String, String> environment, String arguments)
      throws IOException {
    return start(environment, arguments, DISCARD);
  }

  private static Process start(
      Map<String, String> environment, String arguments, ProcessBuilder.Redirect output)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "de.qapix.Main"));
    command.addAll(List.of(arguments.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectOutput(output);
    return builder.start();
  }

  private Map<String, String> environment(int port, String parameters) {
    String address = "postgresql://postgres@localhost:" + port + "/" + database.name();
    return Run.environment(address + parameters, api.address());
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
