package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.migrate.Blocked;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What commands do behind a lock that another session holds. */
class DatabaseLocksTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path folder;
  @RegisterExtension private final TestDatabase migrated = TestDatabase.migrated();

  @ParameterizedTest
  @EnumSource
  void no_command_waits_longer_than_it_has_to_and_each_says_for_whom(TestServer server)
      throws Exception {
    try (TestDatabase database = TestDatabase.migrated(server);
        ScriptedApi api = new ScriptedApi(20, () -> NOW, (path, number, usual) -> null)) {
      Map<String, String> environment = Run.environment(database, api.address());
      try (Blocked blocked =
          new Blocked(
              database,
              "lock table qapix.run, qapix.flyway_schema_history in access exclusive mode")) {
        Map<String, Future<Run>> runs = new LinkedHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        for (String command :
            List.of(
                "schema check",
                "schema show calendly_events",
                "schema diff env:DATABASE_URL env:DATABASE_URL",
                "migrate --dry-run",
                "migrate status",
                "migrate validate",
                "runs",
                "rejects",
                "verify --max-duration 1s",
                "sync --max-duration 1s")) {
          runs.put(
              command,
              threads.submit(() -> Run.command(environment, () -> NOW, command.split(" "))));
        }
        for (Map.Entry<String, Future<Run>> each : runs.entrySet()) {
          Run run = each.getValue().get(15, TimeUnit.SECONDS);
          assertThat(run.code()).as(each.getKey() + run.err()).isEqualTo(4);
          assertThat(run.err())
              .as(each.getKey())
              .containsPattern(
                  "another session \\(server process \\d+, role postgres, application blocker,"
                      + " since \\S+\\) has locked qapix\\.flyway_schema_history, qapix\\.run")
              .containsPattern("hint: .*to end it: select pg_terminate_backend\\(\\d+\\)");
        }
        threads.shutdownNow();
        assertThat(blocked).isNotNull();
      }
    }
  }

  @Test
  void a_queue_before_a_table_is_told_with_the_one_at_its_head() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    Future<?> waiting;
    try (Blocked reader = new Blocked(migrated, "select from qapix.run");
        Blocked unrelated = new Blocked(migrated, "select from qapix.sweep")) {
      waiting =
          threads.submit(() -> migrated.sql().execute("alter table qapix.run add column more int"));
      reader.await();

      Run run = Run.command(Run.environment(migrated, "http://localhost"), () -> NOW, "runs");

      assertThat(run.code()).as(run.err()).isEqualTo(4);
      assertThat(run.err())
          .containsPattern(
              "waits to lock qapix\\.run, and all others behind it; it waits itself for a session"
                  + " \\(server process \\d+, role postgres, application blocker");
      assertThat(unrelated).isNotNull();
    }
    waiting.get(20, TimeUnit.SECONDS);
    threads.shutdown();
  }

  @Test
  void a_signal_ends_a_check_that_waits_for_a_lock_at_once_and_on_the_server_too()
      throws Exception {
    try (Blocked blocked =
        new Blocked(migrated, "lock table calendly_events in access exclusive mode")) {
      RunningProgram program =
          RunningProgram.start(
              folder,
              Map.of(
                  "DATABASE_URL", migrated.url(), "HOME", folder.toString(), "LC_ALL", "C.UTF-8"),
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Duser.language=en",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "de.qapix.Main",
                  "schema",
                  "show",
                  "calendly_events"));
      blocked.await();
      long began = System.nanoTime();

      program.process().destroy();
      program.awaitEnd();

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
      assertThat(program.process().exitValue()).isEqualTo(143);
      assertThat(program.errors()).isEqualTo("error: interrupted");
      assertThat(
              migrated
                  .sql()
                  .fetchValue(
                      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                          + " and datname = current_database()"))
          .isEqualTo(0L);
    }
  }

  @Test
  void a_pooler_that_refuses_what_a_session_is_to_begin_with_is_asked_for_less() throws Exception {
    try (LoopbackServer pooler = LoopbackServer.start(this::refuseOptions)) {
      String url =
          "postgresql://postgres@localhost:%d/%s?sslmode=disable&gssencmode=disable"
              .formatted(pooler.port(), migrated.name());

      Run run = Run.command(Run.environment(url, "http://localhost"), () -> NOW, "schema", "check");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(pooler.connections()).isPositive();
    }
  }

  /** As PgBouncer does it: the rest goes to the server and back as it is. */
  private void refuseOptions(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    byte[] packet = new byte[in.readInt() - Integer.BYTES];
    in.readFully(packet);
    if (new String(packet, UTF_8).contains("\0options\0")) {
      byte[] refusal =
          "SFATAL\0C08P01\0Munsupported startup parameter: options\0\0".getBytes(UTF_8);
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      out.writeByte('E');
      out.writeInt(refusal.length + Integer.BYTES);
      out.write(refusal);
      client.close();
      return;
    }
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), migrated.port())) {
      DataOutputStream out = new DataOutputStream(server.getOutputStream());
      out.writeInt(packet.length + Integer.BYTES);
      out.write(packet);
      Thread back = new Thread(() -> copy(server, client));
      back.start();
      in.transferTo(out);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      assertThat(from.isClosed() || to.isClosed()).isTrue();
    }
  }
}
