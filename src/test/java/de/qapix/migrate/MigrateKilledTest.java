package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.Effort;
import de.qapix.RunningProgram;
import de.qapix.TestDatabase;
import de.qapix.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that are killed while the server is at work for them. */
@Timeout(60)
final class MigrateKilledTest {

  @TempDir Path folder;

  /** The server may go on with the statement for a while, beside the next migrate. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void what_a_killed_process_has_begun_is_completed_by_the_next_migrate(
      TestServer server, SafeCase given) throws Exception {
    Files.writeString(folder.resolve("V1__safe.sql"), given.migration);
    try (TestDatabase database = TestDatabase.empty(server)) {
      database.sql().execute(SafeCase.GIVEN);
      try (Blocked blocked = new Blocked(database, given.blocker)) {
        Process killed = start(database).process();
        blocked.await();
        killed.destroyForcibly().waitFor();
      }
      assertThat(migrations(database).migrate(MigrationWatch.none()))
          .extracting(AppliedMigration::version)
          .containsExactly("1");
      assertThat(database.sql().fetchValue(SafeCase.STATE)).isEqualTo(given.result);
      assertThat(database.sql().fetchValue("select to_regclass('qapix.migration_progress')"))
          .isNull();
      assertThat(migrations(database).migrate(MigrationWatch.none())).isEmpty();
    }
  }

  static Stream<Arguments> cases() {
    return Effort.servers()
        .flatMap(
            server -> Effort.some(SafeCase.values()).map(given -> Arguments.of(server, given)));
  }

  private RunningProgram start(TestDatabase database) throws Exception {
    return RunningProgram.start(
        folder,
        Map.of("LC_ALL", "C.UTF-8"),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            MigrateProbe.class.getName(),
            "jdbc:" + database.url().replace("postgres@", "") + "?user=postgres",
            "filesystem:" + folder));
  }

  private Migrations migrations(TestDatabase database) {
    return new Migrations(
        database.dataSource(), "public", LockTimeouts.usual(), List.of("filesystem:" + folder));
  }
}
