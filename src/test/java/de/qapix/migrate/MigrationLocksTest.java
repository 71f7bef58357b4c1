package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.qapix.TestDatabase;
import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import de.qapix.db.ShippedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
final class MigrationLocksTest {

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @RepeatedTest(10)
  void of_several_at_once_on_an_empty_database_one_migrates_and_the_others_have_nothing_to_do()
      throws Exception {
    int starters = 4;
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < starters; i++) {
      Migrations migrations = TestMigrations.of(database, "public");
      Callable<Integer> run =
          () -> {
            start.await();
            return migrations.migrate(MigrationWatch.none()).size();
          };
      runs.add(threads.submit(run));
    }
    start.countDown();
    List<Integer> applied = new ArrayList<>();
    for (Future<Integer> run : runs) {
      applied.add(run.get(50, TimeUnit.SECONDS));
    }
    assertThat(applied).containsExactlyInAnyOrder(ShippedMigration.ALL.size(), 0, 0, 0);
    assertThat(TestMigrations.of(database, "public").validate().passed()).isTrue();
  }

  @Test
  void who_waits_goes_on_when_the_one_at_work_dies() throws Exception {
    Connection other = database.dataSource().getConnection();
    other.setAutoCommit(false);
    execute(other, "select pg_advisory_xact_lock(" + MigrateLock.KEY + ")");
    CountDownLatch waiting = new CountDownLatch(1);
    Future<Integer> run =
        threads.submit(
            () ->
                TestMigrations.of(database, "public")
                    .migrate(watch(waiting, new CountDownLatch(1)))
                    .size());
    assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(run.isDone()).isFalse();
    database
        .sql()
        .execute(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and"
                + " granted");
    assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo(ShippedMigration.ALL.size());
  }

  @Test
  void who_waits_too_long_says_for_whom() throws Exception {
    LockTimeouts hasty =
        new LockTimeouts(
            Duration.ofMillis(100),
            1,
            Duration.ofMillis(1),
            Duration.ofSeconds(5),
            Duration.ofMillis(200));
    try (Connection other = database.dataSource().getConnection()) {
      other.setAutoCommit(false);
      execute(other, "set application_name = 'the other one'");
      execute(other, "select pg_advisory_xact_lock(" + MigrateLock.KEY + ")");
      assertThat(
              TestMigrations.obstacle(TestMigrations.with(database, "classpath:db/newer", hasty)))
          .isInstanceOfSatisfying(
              Obstacle.Busy.class,
              busy ->
                  assertThat(busy.by())
                      .get()
                      .extracting(Session::application)
                      .isEqualTo("the other one"));
    }
  }

  @Test
  void a_migration_waits_briefly_for_a_lock_lets_others_pass_and_succeeds_later() throws Exception {
    TestMigrations.of(database, "public").migrate(MigrationWatch.none());
    CountDownLatch retried = new CountDownLatch(1);
    LockTimeouts patient =
        new LockTimeouts(
            Duration.ofMillis(150),
            100,
            Duration.ofMillis(300),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
    try (Connection reader = database.dataSource().getConnection()) {
      reader.setAutoCommit(false);
      execute(reader, "select count(*) from calendly_events");
      Future<Integer> run =
          threads.submit(
              () ->
                  TestMigrations.with(database, "classpath:db/blocked", patient)
                      .migrate(watch(new CountDownLatch(1), retried))
                      .size());
      assertThat(retried.await(20, TimeUnit.SECONDS)).isTrue();
      try (Connection third = database.dataSource().getConnection()) {
        execute(third, "set statement_timeout = '1500ms'");
        execute(third, "select count(*) from calendly_events");
      }
      reader.rollback();
      assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  void a_lock_that_is_never_free_ends_in_a_failure_that_names_its_holder() throws Exception {
    TestMigrations.of(database, "public").migrate(MigrationWatch.none());
    try (Connection reader = database.dataSource().getConnection()) {
      reader.setAutoCommit(false);
      execute(reader, "set application_name = 'dashboard'");
      execute(reader, "select count(*) from calendly_events");
      assertThat(TestMigrations.obstacle(TestMigrations.with(database, "classpath:db/blocked")))
          .isInstanceOfSatisfying(
              Obstacle.Locked.class,
              locked ->
                  assertThat(locked.by())
                      .get()
                      .extracting(
                          TableLock::table,
                          lock -> lock.session().application(),
                          lock -> lock.session().user())
                      .containsExactly("public.calendly_events", "dashboard", "postgres"));
    }
    assertThat(TestMigrations.with(database, "classpath:db/blocked").pending()).isEqualTo(1);
  }

  @Test
  void an_uncommitted_table_of_the_other_application_is_checked_once_it_is_there()
      throws Exception {
    CountDownLatch retried = new CountDownLatch(1);
    try (Connection prisma = database.dataSource().getConnection()) {
      prisma.setAutoCommit(false);
      execute(prisma, "create table calendly_events (id int)");
      LockTimeouts patient =
          new LockTimeouts(
              Duration.ofMillis(150),
              100,
              Duration.ofMillis(100),
              Duration.ofSeconds(30),
              Duration.ofSeconds(30));
      Future<Obstacle> run =
          threads.submit(
              () ->
                  catchThrowableOfType(
                          MigrationException.class,
                          () ->
                              TestMigrations.with(database, "classpath:db/newer", patient)
                                  .migrate(watch(new CountDownLatch(1), retried)))
                      .obstacle());
      assertThat(retried.await(20, TimeUnit.SECONDS)).isTrue();
      prisma.commit();
      assertThat(run.get(30, TimeUnit.SECONDS)).isInstanceOf(Obstacle.Incompatible.class);
    }
  }

  @Test
  void the_sessions_of_the_application_keep_their_own_settings() throws Exception {
    TestMigrations.of(database, "public").migrate(MigrationWatch.none());
    assertThat(database.sql().fetchValue("select current_setting('lock_timeout')")).isEqualTo("0");
  }

  @Test
  void a_role_without_rights_is_told_what_it_may_not_do() {
    database
        .sql()
        .execute(
            "drop role if exists nobody_in_particular; create role nobody_in_particular login");
    Migrations migrations =
        new Migrations(
            database.dataSource("nobody_in_particular"),
            "public",
            TestMigrations.HASTY,
            List.of("classpath:db/migration"));
    assertThat(migrations.pending()).isEqualTo(ShippedMigration.ALL.size());
    assertThat(TestMigrations.obstacle(migrations))
        .isEqualTo(new Obstacle.Denied("permission denied for database " + database.name()));
  }

  @Test
  void a_role_whose_sessions_begin_as_another_one_migrates_as_that() {
    database
        .sql()
        .execute(
            """
            create role owning; create role deployer login noinherit in role owning;
            alter role deployer set role = owning;
            """);
    database.sql().execute("alter database " + database.name() + " owner to owning");

    new Migrations(database.dataSource("deployer"), "public").migrate(MigrationWatch.none());

    assertThat(
            database
                .sql()
                .fetchValues(
                    "select distinct relowner::regrole::text from pg_class"
                        + " where relnamespace = 'qapix'::regnamespace"))
        .hasToString("[owning]");
  }

  @Test
  void a_server_that_is_not_there_is_no_matter_of_migrations() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setServerNames(new String[] {"localhost"});
    nowhere.setPortNumbers(new int[] {1});
    Migrations migrations = new Migrations(nowhere, "public");
    assertUnreachable(() -> migrations.migrate(MigrationWatch.none()), "08001");
    assertUnreachable(migrations::status, "08001");
    assertUnreachable(migrations::plan, "08001");
  }

  @Test
  void a_database_that_is_not_there_is_no_matter_of_migrations() {
    DataSource source = database.dataSource();
    Migrations migrations = new Migrations(source, "public");
    database.close();
    assertUnreachable(migrations::status, "3D000");
    assertUnreachable(() -> migrations.migrate(MigrationWatch.none()), "3D000");
  }

  private static void assertUnreachable(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String sqlState) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            DataAccessException.class,
            failure -> assertThat(failure.sqlState()).isEqualTo(sqlState));
  }

  private static MigrationWatch watch(CountDownLatch waiting, CountDownLatch retried) {
    return new MigrationWatch() {
      @Override
      public void waiting(Optional<Session> behind) {
        waiting.countDown();
      }

      @Override
      public void retrying(int attempt, int attempts, Optional<TableLock> behind) {
        retried.countDown();
      }

      @Override
      public void recovering(Recovery recovery) {}
    };
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
