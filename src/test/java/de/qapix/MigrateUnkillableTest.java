package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.migrate.Blocked;
import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.TestMigrations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
final class MigrateUnkillableTest {

  private static final String MIGRATION =
      """
      set statement_timeout = '1min';
      comment on table qapix.run is 'done once';
      create index concurrently killed_idx on qapix.run (host);
      drop index concurrently qapix."run_startedAt_idx";
      """;

  @TempDir Path folder;

  /** One that is there already: only then has a history more than the migrations of the build. */
  private void writeMigrations(TestDatabase database) throws Exception {
    Path migrations = Files.createDirectories(folder.resolve("db/migration"));
    Files.writeString(migrations.resolve("V899__first.sql"), "select 1");
    TestMigrations.with(database, "filesystem:" + migrations).migrate(MigrationWatch.none());
    Files.writeString(migrations.resolve("V900__slow.sql"), MIGRATION);
  }

  @ParameterizedTest
  @MethodSource("de.qapix.Effort#servers")
  void a_killed_process_is_followed_by_one_that_goes_on(TestServer server) throws Exception {
    try (TestDatabase database = TestDatabase.migrated(server)) {
      writeMigrations(database);
      try (Blocked blocked = new Blocked(database, "lock table qapix.run in row exclusive mode")) {
        RunningProgram killed = migrate(database);
        blocked.await();
        killed.process().destroyForcibly().waitFor();
      }
      RunningProgram next = migrate(database).awaitEnd();
      assertThat(next.process().exitValue()).as(next.errors()).isZero();
      assertThat(next.output()).contains("900").contains("1 migration applied");
      assertThat(next.errors()).contains("continuing at V900__slow.sql:3");
      assertThat(
              database
                  .sql()
                  .fetchValues(
                      "select relname::text from pg_index join pg_class on oid = indexrelid"
                          + " where indrelid = 'qapix.run'::regclass and indisvalid order by 1"))
          .hasToString("[killed_idx, run_pkey]");
    }
  }

  private RunningProgram migrate(TestDatabase database) throws Exception {
    return RunningProgram.start(
        folder,
        Map.of("DATABASE_URL", database.url(), "HOME", folder.toString(), "LC_ALL", "C.UTF-8"),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=en",
            "-cp",
            folder + File.pathSeparator + System.getProperty("java.class.path"),
            "de.qapix.Main",
            "migrate"));
  }
}
