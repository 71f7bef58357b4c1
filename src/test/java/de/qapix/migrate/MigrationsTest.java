package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.TestDatabase;
import de.qapix.db.ShippedMigration;
import de.qapix.migrate.MigrationStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MigrationsTest {

  private static final String[] ALL =
      ShippedMigration.ALL.stream().map(ShippedMigration::version).toArray(String[]::new);

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  private final Migrations migrations = TestMigrations.of(database, "public");

  @Test
  void an_empty_database_gets_all_migrations_and_a_second_run_has_nothing_to_do() {
    assertThat(migrate(migrations)).containsExactly(ALL);
    assertThat(migrate(migrations)).isEmpty();
    assertThat(migrations.validate().passed()).isTrue();
    assertThat(migrations.pending()).isZero();
  }

  @Test
  void the_history_is_the_one_that_flyway_itself_writes() {
    migrate(migrations);
    try (TestDatabase flyways = TestDatabase.empty()) {
      Flyway.configure()
          .loggers(FlywayView.SilentLog.class.getName())
          .dataSource(flyways.dataSource())
          .schemas("qapix")
          .placeholders(Map.of("shared", "public"))
          .locations("classpath:db/migration")
          .load()
          .migrate();

      assertThat(history(database)).isEqualTo(history(flyways));
      assertThat(Snapshot.ofSchema(database, "qapix"))
          .isEqualTo(Snapshot.ofSchema(flyways, "qapix"));
    }
  }

  /** Flyway notes the making of the schema as well, where it makes it. */
  private static String history(TestDatabase database) {
    return database
        .sql()
        .fetch(
            """
            select version, description, type, script, checksum, installed_by, success
              from qapix.flyway_schema_history where type <> 'SCHEMA' order by installed_rank
            """)
        .formatCSV();
  }

  @Test
  void status_tells_when_each_migration_was_applied_whatever_the_time_zones() {
    assertThat(migrations.status())
        .extracting(MigrationStatus::version, MigrationStatus::state, MigrationStatus::appliedAt)
        .startsWith(tuple("1", State.PENDING, Optional.<Instant>empty()));
    migrations.migrate(MigrationWatch.none());
    Instant now = database.sql().fetchSingle("select now()").get(0, Instant.class);
    assertThat(migrations.status())
        .allSatisfy(
            migration -> {
              assertThat(migration.state()).isEqualTo(State.APPLIED);
              assertThat(migration.appliedAt().orElseThrow())
                  .isBetween(now.minus(Duration.ofMinutes(5)), now.plusSeconds(1));
            });
  }

  @Test
  void a_dry_run_shows_the_sql_and_changes_nothing() {
    String before = Snapshot.of(database);
    MigrationPlan plan = migrations.plan();
    assertThat(plan.createSchema()).hasValue("create schema \"qapix\"");
    assertThat(plan.steps()).extracting(MigrationPlan.Step::version).containsExactly(ALL);
    assertThat(plan.steps().get(0).sql())
        .contains("create table \"public\".calendly_events")
        .doesNotContain("${");
    assertThat(migrations.pending()).isEqualTo(ALL.length);
    assertThat(migrations.validate().passed()).isFalse();
    assertThat(Snapshot.of(database)).isEqualTo(before);
  }

  @Test
  void the_sql_of_a_dry_run_makes_what_migrate_makes() {
    try (TestDatabase byHand = TestDatabase.empty()) {
      MigrationPlan plan = migrations.plan();
      byHand.sql().execute(plan.createSchema().orElseThrow());
      plan.steps().forEach(step -> byHand.sql().execute(step.sql()));
      migrations.migrate(MigrationWatch.none());
      database.sql().execute("drop table qapix.flyway_schema_history");
      assertThat(Snapshot.ofSchema(byHand, "qapix"))
          .isEqualTo(Snapshot.ofSchema(database, "qapix"));
    }
  }

  @Test
  void a_failing_statement_is_named_by_file_and_line_and_its_migration_leaves_nothing() {
    assertThat(obstacle(TestMigrations.with(database, "classpath:db/broken")))
        .isEqualTo(
            new Obstacle.Failed(
                "V901__names_a_column_that_is_not_there.sql",
                7,
                "42703",
                "column \"nowhere\" does not exist"));
    assertThat(database.sql().fetchValue("select to_regclass('qapix.half_done')")).isNull();
    assertThat(migrations.pending()).isZero();
  }

  @Test
  void a_history_that_names_other_files_or_does_not_say_what_succeeded_is_read_all_the_same() {
    migrations.migrate(MigrationWatch.none());
    database
        .sql()
        .execute(
            "update qapix.flyway_schema_history set script = 'V3__other.sql' where version = '3'");
    assertThat(migrations.status())
        .extracting(MigrationStatus::state)
        .containsOnly(MigrationStatus.State.APPLIED);
    assertThat(migrations.migrate(MigrationWatch.none())).isEmpty();

    database
        .sql()
        .execute(
            "alter table qapix.flyway_schema_history alter success drop not null;"
                + "update qapix.flyway_schema_history set success = null where version = '4'");
    assertThat(migrations.status())
        .filteredOn(status -> status.state() != MigrationStatus.State.APPLIED)
        .extracting(MigrationStatus::version, MigrationStatus::state)
        .containsExactly(tuple("4", MigrationStatus.State.FAILED));
  }

  @Test
  void a_database_of_a_newer_qapix_is_left_alone() {
    TestMigrations.with(database, "classpath:db/newer").migrate(MigrationWatch.none());
    String before = Snapshot.of(database);
    Obstacle newer = new Obstacle.Newer(List.of("902"));
    assertThat(obstacle(migrations)).isEqualTo(newer);
    assertThat(catchThrowableOfType(MigrationException.class, migrations::pending).obstacle())
        .isEqualTo(newer);
    assertThatThrownBy(() -> migrations.repair(MigrationWatch.none()))
        .isInstanceOf(MigrationException.class);
    assertThat(migrations.status())
        .extracting(MigrationStatus::state)
        .containsOnly(State.APPLIED, State.NEWER)
        .endsWith(State.NEWER);
    assertThat(Snapshot.of(database)).isEqualTo(before);
  }

  @Test
  void a_changed_migration_stops_migrate_until_repair_accepts_it() {
    migrations.migrate(MigrationWatch.none());
    database
        .sql()
        .execute("update qapix.flyway_schema_history set checksum = 7 where version = '2'");
    Migrations more = TestMigrations.with(database, "classpath:db/newer");
    assertThat(more.validate().migrations())
        .extracting(MigrationStatus::state)
        .containsExactly(State.CHANGED, State.PENDING);
    assertThat(obstacle(more))
        .isInstanceOfSatisfying(
            Obstacle.Unsound.class,
            unsound ->
                assertThat(unsound.migrations())
                    .extracting(MigrationStatus::version)
                    .containsExactly("2"));
    assertThat(more.repair(MigrationWatch.none()))
        .containsExactly(
            new RepairedMigration(
                "2", "runs checkpoints rejects", RepairedMigration.Action.ALIGNED));
    assertThat(migrate(more)).containsExactly("902");
    assertThat(more.repair(MigrationWatch.none())).isEmpty();
  }

  @Test
  void a_migration_that_was_left_out_is_not_passed_over_in_silence() {
    migrations.migrate(MigrationWatch.none());
    database.sql().execute("delete from qapix.flyway_schema_history where version = '2'");
    assertThat(migrations.status())
        .extracting(MigrationStatus::state)
        .containsOnlyOnce(State.SKIPPED)
        .containsOnly(State.APPLIED, State.SKIPPED);
    assertThat(obstacle(migrations)).isInstanceOf(Obstacle.Unsound.class);
  }

  @Test
  void a_schema_of_our_name_without_our_history_is_someone_elses() {
    database.sql().execute("create schema qapix; create table qapix.theirs (id int)");
    String before = Snapshot.of(database);
    assertThat(obstacle(migrations)).isEqualTo(new Obstacle.NotOurs("qapix"));
    assertThatThrownBy(migrations::plan).isInstanceOf(MigrationException.class);
    assertThat(Snapshot.of(database)).isEqualTo(before);
  }

  @Test
  void an_empty_schema_that_an_administrator_made_for_us_is_used() {
    database.sql().execute("create schema qapix");
    assertThat(migrations.plan().createSchema()).isEmpty();
    assertThat(migrate(migrations)).hasSize(ALL.length);
  }

  @Test
  void all_tables_and_columns_of_ours_tell_what_they_mean() {
    migrations.migrate(MigrationWatch.none());
    assertThat(
            database
                .sql()
                .fetch(
                    """
                    select c.relname || coalesce('.' || a.attname, '')
                    from pg_class c
                    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where c.relnamespace = 'qapix'::regnamespace and c.relkind in ('r', 'p', 'v')
                      and c.relname <> 'flyway_schema_history'
                      and (obj_description(c.oid, 'pg_class') is null
                           or col_description(c.oid, a.attnum) is null)
                    """)
                .getValues(0))
        .isEmpty();
  }

  @Test
  void the_name_of_a_schema_cannot_break_out_of_its_quotes() {
    for (String name : List.of("", "a\"b", "it's", "a$$b", "a\\b")) {
      assertThatThrownBy(() -> new Migrations(database.dataSource(), name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<String> migrate(Migrations migrations) {
    return migrations.migrate(MigrationWatch.none()).stream()
        .map(AppliedMigration::version)
        .toList();
  }

  private static Obstacle obstacle(Migrations migrations) {
    return TestMigrations.obstacle(migrations);
  }
}
