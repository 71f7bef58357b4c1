package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.qapix.TestDatabase;
import de.qapix.TestServer;
import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@ParameterizedClass
@MethodSource("de.qapix.Effort#servers")
final class SafeMigrationTest {

  private static final LockTimeouts PATIENT =
      new LockTimeouts(
          Duration.ofSeconds(50),
          3,
          Duration.ofMillis(50),
          Duration.ofSeconds(50),
          Duration.ofSeconds(50));

  @RegisterExtension final TestDatabase database;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Recovery> recoveries = new ArrayList<>();
  private final List<Integer> retries = new ArrayList<>();

  @TempDir Path folder;

  SafeMigrationTest(TestServer server) {
    this.database = TestDatabase.empty(server);
  }

  @BeforeEach
  void prepare() {
    database.sql().execute(SafeCase.GIVEN);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void what_does_not_fit_into_a_transaction_runs_without_one(SafeCase given) throws Exception {
    migration("V1__safe.sql", given.migration);
    assertThat(migrate()).containsExactly("1");
    assertThat(state()).isEqualTo(given.result);
    assertThat(recoveries).isEmpty();
    assertInOrder();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_killed_in_the_middle_is_completed_by_the_next_migrate(SafeCase given)
      throws Exception {
    migration("V1__safe.sql", given.migration);
    try (Blocked blocked = new Blocked(database, given.blocker)) {
      Future<List<String>> run = threads.submit(this::migrate);
      blocked.await().terminateWaiting();
      assertThatThrownBy(() -> run.get(40, TimeUnit.SECONDS))
          .hasCauseInstanceOf(DataAccessException.class);
    }
    assertThat(state()).isEqualTo(given.middle);
    assertThat(migrate()).containsExactly("1");
    assertThat(state()).isEqualTo(given.result);
    assertInOrder();
  }

  @Test
  void a_lock_that_is_not_to_be_had_is_tried_again_and_nothing_stays_behind() throws Exception {
    migration(
        "V1__safe.sql",
        "set lock_timeout = '30ms'; create index concurrently new_idx on public.big (id)");
    migration("V2__next.sql", "create table public.seen as select current_setting('lock_timeout')");
    try (Blocked blocked = new Blocked(database, "insert into big values (7)")) {
      assertThat(catchThrowableOfType(MigrationException.class, this::migrate).obstacle())
          .isInstanceOf(Obstacle.Locked.class);
      assertThat(retries).as("while %s", blocked).containsExactly(2, 3);
    }
    assertThat(recoveries).contains(new Recovery.IndexDropped("public.new_idx"));
    assertThat(migrate()).containsExactly("1", "2");
    assertThat(database.sql().fetchValue("select current_setting from seen")).isEqualTo("50s");
    assertInOrder();
  }

  @Test
  void a_failure_in_the_middle_is_named_and_the_corrected_migration_goes_on_there()
      throws Exception {
    database.sql().execute("insert into big values (1), (1)");
    String before = "insert into public.felt values ('ok');\n";
    migration(
        "V1__safe.sql", before + "create unique index concurrently new_idx on public.big (id);");
    assertThat(catchThrowableOfType(MigrationException.class, this::migrate).obstacle())
        .isEqualTo(
            new Obstacle.HalfDone(
                "V1__safe.sql", 2, "23505", "could not create unique index \"new_idx\""));
    assertThat(recoveries).containsExactly(new Recovery.IndexDropped("public.new_idx"));
    assertThat(state()).isEqualTo("old_idx | part_1, part_2 | sad, ok | ok");
    migration("V1__safe.sql", before + "\n\ncreate index concurrently new_idx on public.big (id);");
    assertThat(migrate()).containsExactly("1");
    assertThat(recoveries).last().isEqualTo(new Recovery.Resumed("V1__safe.sql", 4));
    assertThat(state()).isEqualTo("new_idx, old_idx | part_1, part_2 | sad, ok | ok");
    assertInOrder();
  }

  @Test
  void what_is_done_already_may_not_be_edited_half_way() throws Exception {
    database.sql().execute("insert into big values (1), (1)");
    String then = "create unique index concurrently new_idx on public.big (id);";
    migration("V1__safe.sql", "insert into public.felt values ('ok');\n" + then);
    assertThatThrownBy(this::migrate).isInstanceOf(MigrationException.class);
    migration("V1__safe.sql", "\ninsert into public.felt values ('sad');\n" + then);
    assertThat(catchThrowableOfType(MigrationException.class, this::migrate).obstacle())
        .isEqualTo(
            new Obstacle.Rewritten("V1__safe.sql", 2, "insert into public.felt values ('ok')"));
  }

  @Test
  void an_invalid_index_of_someone_else_is_reported_and_built_again_by_a_migration_that_makes_it()
      throws Exception {
    database
        .sql()
        .execute("update pg_index set indisvalid = false where indexrelid = 'old_idx'::regclass");
    assertThat(state()).startsWith("old_idx! |");
    migration("V1__safe.sql", "create index concurrently if not exists old_idx on public.big (id)");
    assertThat(migrate()).containsExactly("1");
    assertThat(recoveries).containsExactly(new Recovery.IndexDropped("public.old_idx"));
    assertThat(state()).startsWith("old_idx |");
    database
        .sql()
        .execute(
            "create table calendly_events (id int); create index broken on calendly_events (id);"
                + "update pg_index set indisvalid = false where indexrelid = 'broken'::regclass");
    assertThat(migrations().validate().indexes()).containsExactly("public.broken");
  }

  @Test
  void a_failed_entry_that_flyway_has_left_is_taken_up_where_the_database_shows_how_far_it_came()
      throws Exception {
    PrismaTables.create(database, "public");
    migration("V1__first.sql", "select 1");
    assertThat(migrate()).containsExactly("1");
    database.sql().execute("insert into big values (1), (1)");
    migration(
        "V2__safe.sql",
        "drop index concurrently public.old_idx; create unique index concurrently new_idx on"
            + " public.big (id)");
    Flyway flyway =
        Flyway.configure()
            .loggers(FlywayView.SilentLog.class.getName())
            .dataSource(database.dataSource())
            .schemas("qapix")
            .locations("filesystem:" + folder)
            .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
            .load();
    assertThatThrownBy(flyway::migrate).hasMessageContaining("new_idx");
    assertThat(state()).contains("new_idx!").doesNotContain("old_idx");
    database.sql().execute("delete from big");
    assertThat(migrate()).containsExactly("2");
    assertThat(recoveries)
        .contains(
            new Recovery.AlreadyThere("V2__safe.sql", 1),
            new Recovery.IndexDropped("public.new_idx"));
    assertThat(state()).contains("new_idx |");
  }

  private void assertInOrder() {
    assertThat(migrations().status())
        .extracting(MigrationStatus::state)
        .containsOnly(MigrationStatus.State.APPLIED);
    assertThat(database.sql().fetchValue("select to_regclass('qapix.migration_progress')"))
        .isNull();
  }

  private void migration(String file, String sql) throws IOException {
    Files.writeString(folder.resolve(file), sql);
  }

  private String state() {
    return (String) database.sql().fetchValue(SafeCase.STATE);
  }

  private Migrations migrations() {
    return new Migrations(
        database.dataSource(), "public", PATIENT, List.of("filesystem:" + folder));
  }

  private List<String> migrate() {
    return migrations().migrate(new Witness()).stream().map(AppliedMigration::version).toList();
  }

  /** Keeps what it is told. */
  private final class Witness implements MigrationWatch {
    @Override
    public void waiting(Optional<Session> behind) {}

    @Override
    public void retrying(int attempt, int attempts, Optional<TableLock> behind) {
      retries.add(attempt);
    }

    @Override
    public void recovering(Recovery recovery) {
      recoveries.add(recovery);
    }
  }
}
