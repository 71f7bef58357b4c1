package de.qapix.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGProperty;

/** The embedded server with real processes, in a folder with a space and an umlaut in its name. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EmbeddedServerTest {

  private static final String VERSION = "17.11.0";
  private static final int ROUNDS = Integer.getInteger("qapix.rounds", 2);
  private static final long SEED = Long.getLong("qapix.seed", 42);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  static Path temporary;

  private static Path base;

  @BeforeAll
  static void name() {
    base = temporary.resolve("mein Prüfordner").resolve("postgres");
  }

  @AfterAll
  static void nothing_is_left_running() throws Exception {
    awaitNoProcess();
  }

  /** Those of a server that was killed end by themselves, but not at once. */
  private static void awaitNoProcess() throws Exception {
    Path data = base.toRealPath().resolve("17/data");
    for (ProcessHandle process : PidFile.processes(data)) {
      process.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(PidFile.processes(data)).isEmpty();
  }

  @Test
  void what_was_written_is_there_after_the_server_has_been_stopped_and_started() throws Exception {
    try (EmbeddedServer server = open()) {
      write(server, "kept");
    }
    awaitNoProcess();
    try (EmbeddedServer server = open()) {
      assertThat(written(server)).contains("kept");
    }
  }

  @Test
  void nobody_else_can_read_its_files_or_connect_without_the_password() throws Exception {
    try (EmbeddedServer server = open()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base)))
          .isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(base.resolve("17"))) {
        assertThat(files.filter(file -> file.toString().endsWith("password")))
            .hasSize(2)
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
      }
      ConnectionSettings settings = server.database("probe");
      ConnectionSettings wrong = settings.with(PGProperty.PASSWORD, "guessed");
      assertThatThrownBy(() -> new Connector().connect(wrong).close())
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void the_role_of_the_application_has_no_rights_on_the_machine() throws Exception {
    try (EmbeddedServer server = open();
        Connection connection = connect(server);
        ResultSet role =
            connection
                .createStatement()
                .executeQuery(
                    "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname ="
                        + " current_user")) {
      role.next();
      assertThat(role.getBoolean(1)).isFalse();
    }
  }

  @Test
  void a_server_that_was_killed_is_started_again_and_has_lost_nothing() throws Exception {
    try (EmbeddedServer server = open()) {
      write(server, "before the crash");
      List<ProcessHandle> processes = PidFile.processes(base.toRealPath().resolve("17/data"));
      processes.forEach(ProcessHandle::destroyForcibly);
      processes.forEach(process -> process.onExit().join());
      server.ensure();
      assertThat(written(server)).contains("before the crash");
    }
  }

  @Test
  void a_server_whose_start_is_broken_off_does_not_come_up_later() {
    assertThatThrownBy(() -> EmbeddedServer.open(base, VERSION, EmbeddedServerTest::breakOff))
        .isInstanceOf(InterruptedException.class);

    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(Files.exists(base.resolve("17/data/postmaster.pid"))).isFalse();
  }

  private static void breakOff(ServerStep step) {
    if (step == ServerStep.STARTING) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void data_of_another_major_version_are_not_hidden_by_an_empty_database() throws Exception {
    Path other = temporary.resolve("other");
    Files.createDirectories(other.resolve("16/data"));

    assertThatThrownBy(() -> EmbeddedServer.open(other, VERSION, step -> {}).close())
        .isInstanceOfSatisfying(
            EmbeddedServerException.class,
            failure ->
                assertThat(failure.kind()).isEqualTo(EmbeddedServerException.Kind.OTHER_VERSION));
  }

  @Test
  void five_starters_at_once_lose_nothing_while_clients_and_server_are_killed() throws Exception {
    RandomGenerator random = new SplittableRandom(SEED);
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Probe> probes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        probes.add(new Probe("round" + round + "-" + i));
      }
      for (int step = 0; step < 15; step++) {
        Probe probe = probes.get(random.nextInt(probes.size()));
        probe.ask();
        int dice = random.nextInt(12);
        if (dice == 0) {
          probe.process.toHandle().destroyForcibly();
        } else if (dice == 1 && Files.isDirectory(base.resolve("17/data"))) {
          PidFile.processes(base.toRealPath().resolve("17/data")).stream()
              .limit(1)
              .forEach(ProcessHandle::destroyForcibly);
        }
      }
      for (Probe probe : probes) {
        acknowledged.addAll(probe.end());
      }
      try (EmbeddedServer server = open()) {
        assertThat(written(server)).as("seed " + SEED).containsAll(acknowledged);
      }
    }
    assertThat(acknowledged).isNotEmpty();
  }

  /** A process that uses the server. */
  private static final class Probe {
    private final Process process;
    private final OutputStream in;

    Probe(String name) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  EmbeddedServerProbe.class.getName(),
                  base.toString(),
                  VERSION,
                  name)
              .redirectErrorStream(true)
              .start();
      in = process.getOutputStream();
    }

    void ask() {
      try {
        in.write('\n');
        in.flush();
      } catch (IOException killed) {
        // Then it has nothing more to say; what it has said counts.
        process.toHandle().destroyForcibly();
      }
    }

    /** What it has said that it had written. */
    List<String> end() throws IOException, InterruptedException {
      try (in) {
        ask();
      } catch (IOException killed) {
        process.toHandle().destroyForcibly();
      }
      List<String> written = new ArrayList<>();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("written ")) {
            written.add(line.substring("written ".length()));
          }
        }
      }
      process.waitFor();
      return written;
    }
  }

  private static EmbeddedServer open() throws IOException, InterruptedException {
    return EmbeddedServer.open(base, VERSION, step -> {});
  }

  private static Connection connect(EmbeddedServer server)
      throws IOException, InterruptedException, SQLException {
    ConnectionSettings settings = server.database("probe");
    return new Connector().connect(settings);
  }

  private static void write(EmbeddedServer server, String text) throws Exception {
    try (Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists written (text text primary key)");
      statement.execute("insert into written values ('" + text + "')");
    }
  }

  private static List<String> written(EmbeddedServer server) throws Exception {
    List<String> written = new ArrayList<>();
    try (Connection connection = connect(server);
        ResultSet rows = connection.createStatement().executeQuery("select text from written")) {
      while (rows.next()) {
        written.add(rows.getString(1));
      }
    }
    return written;
  }
}
