package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import de.qapix.TestDatabase;
import de.qapix.catalog.TableProblem;
import de.qapix.catalog.TableProblem.Kind;
import de.qapix.catalog.WriteObstacle;
import de.qapix.db.ShippedMigration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharedTablesTest {

  private static final String EVENTS = "public.calendly_events";
  private static final String ACTIVITIES = "public.custom_activities";

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  private final Migrations migrations = TestMigrations.of(database, "public");

  @Test
  void the_first_migration_makes_exactly_what_the_other_application_makes() {
    migrations.migrate(MigrationWatch.none());
    try (TestDatabase theirs = TestDatabase.empty()) {
      PrismaTables.create(theirs, "public");
      assertThat(Snapshot.ofSchema(database, "public"))
          .isEqualTo(Snapshot.ofSchema(theirs, "public"))
          .contains("calendly_events_calendlyEventUri_key");
    }
  }

  @Test
  void what_is_expected_is_what_the_first_migration_makes() {
    migrations.migrate(MigrationWatch.none());
    assertThat(migrations.validate().tables()).isEmpty();
  }

  @Test
  void what_may_keep_a_sync_from_writing_is_known_before_it_writes() {
    PrismaTables.create(database, "public");
    assertThat(migrations.writeObstacles()).isEmpty();
    database
        .sql()
        .execute(
            """
            create unique index one_invitee on calendly_events ("inviteeEmail");
            create unique index one_host on calendly_events (lower("hostEmail"));
            create unique index harmless on calendly_events ("startTime", id);
            create unique index unwritten on custom_activities ("leadEmail");
            alter table calendly_events add constraint active check (status = 'active'),
              add priority int default 1 constraint positive check (priority > 0);
            create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end';
            create trigger "Nein" before insert on calendly_events for each row execute function refuse();
            create trigger elsewhere before insert on custom_activities for each row execute function refuse();
            create trigger off before update on calendly_events for each row execute function refuse();
            alter table calendly_events disable trigger off;
            create table hosts (mail text primary key);
            alter table calendly_events add constraint known foreign key ("hostEmail") references hosts;
            create table notes (event text constraint noted references calendly_events,
              other text references calendly_events on delete cascade);
            create rule stay as on delete to calendly_events do instead nothing;
            alter table custom_activities enable row level security, force row level security;
            drop role if exists only_reads;
            create role only_reads login;
            grant select on calendly_events, custom_activities to only_reads;
            grant update ("calendlyEventId") on custom_activities to only_reads;
            """);

    assertThat(migrations.writeObstacles())
        .extracting(each -> each.kind() + " " + each.name())
        .containsExactly(
            "CHECK active",
            "REFERENCE known",
            "REFERRED_TO public.notes noted",
            "RULE stay",
            "TRIGGER \"Nein\"",
            "UNIQUE one_host",
            "UNIQUE one_invitee");
    assertThat(new Migrations(database.dataSource("only_reads"), "public").writeObstacles())
        .filteredOn(each -> each.name().equals("only_reads"))
        .containsExactly(
            new WriteObstacle(
                WriteObstacle.Kind.RIGHTS, EVENTS, "only_reads", "INSERT, UPDATE, DELETE"),
            new WriteObstacle(WriteObstacle.Kind.ROW_SECURITY, ACTIVITIES, "only_reads", ""));
    database.sql().execute("drop owned by only_reads; drop role only_reads");
  }

  @Test
  void whether_rows_can_be_written_is_tried_and_leaves_nothing_behind() {
    PrismaTables.create(database, "public");
    String before = Snapshot.ofSchema(database, "public");
    assertThat(migrations.tryWriting().passed()).isTrue();
    assertThat(Snapshot.ofSchema(database, "public")).isEqualTo(before);
    assertThat(database.sql().fetchCount(table("calendly_events"))).isZero();

    database
        .sql()
        .execute(
            """
            alter table calendly_events
              add constraint one_invitee unique ("inviteeEmail") deferrable initially deferred,
              add constraint early check ("startTime" < '2000-01-04');
            """);
    assertThat(migrations.tryWriting().refusals())
        .extracting(each -> each.table() + " " + each.action())
        .containsExactly(EVENTS + " INSERT", EVENTS + " UPDATE");

    database
        .sql()
        .execute(
            """
            create sequence fired;
            create function fire() returns trigger language plpgsql as
              'begin perform nextval(''fired''); return new; end';
            create trigger noted after insert on calendly_events for each row execute function fire();
            create trigger off after insert on calendly_events for each row execute function fire();
            alter table calendly_events disable trigger off;
            create rule seen as on update to custom_activities do also select 1;
            """);
    WriteTrial trial = migrations.tryWriting();
    assertThat(trial.refusals()).isEmpty();
    assertThat(trial.sideEffects())
        .extracting(each -> each.kind() + " " + each.name())
        .containsExactly("TRIGGER noted", "RULE seen");
    assertThat(database.sql().fetchValue("select is_called from fired")).isEqualTo(false);
  }

  @Test
  void rows_that_the_role_does_not_see_cannot_be_written_though_nothing_is_refused() {
    PrismaTables.create(database, "public");
    database
        .sql()
        .execute(
            """
            drop role if exists only_adds;
            create role only_adds login;
            grant select, insert, update, delete on calendly_events to only_adds;
            alter table calendly_events enable row level security;
            create policy adding on calendly_events for insert with check (true);
            create policy reading on calendly_events for select using (true);
            """);

    assertThat(new Migrations(database.dataSource("only_adds"), "public").tryWriting().refusals())
        .extracting(each -> each.table() + " " + each.action() + " " + each.message())
        .containsExactly(
            EVENTS + " UPDATE ",
            EVENTS + " DELETE ",
            EVENTS + " UPDATE ",
            EVENTS + " DELETE ",
            ACTIVITIES + " UPDATE permission denied for table custom_activities");
    database.sql().execute("drop owned by only_adds; drop role only_adds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table calendly_events add \"dealValue\" numeric(10, 2)",
        "alter table calendly_events add \"dealValue\" integer not null default 0",
        "alter table custom_activities add \"number\" bigint generated always as identity",
        "alter table calendly_events alter \"startTime\" drop not null",
        "alter table calendly_events alter \"updatedAt\" set default now()",
        "drop index \"calendly_events_startTime_idx\"",
        "alter table calendly_events add gone text not null; alter table calendly_events drop gone",
        "alter table calendly_events add unique (\"startTime\", \"calendlyEventUri\")"
      })
  void tables_of_the_other_application_may_have_more_and_are_not_touched(String change) {
    PrismaTables.create(database, "public");
    database.sql().execute(change);
    database
        .sql()
        .execute(
            "insert into calendly_events (id, \"updatedAt\", \"calendlyEventUri\", \"startTime\","
                + " \"endTime\") values ('x', now(), 'u', now(), now())");
    String before = Snapshot.ofSchema(database, "public");
    assertThat(migrations.migrate(MigrationWatch.none())).hasSize(ShippedMigration.ALL.size());
    assertThat(Snapshot.ofSchema(database, "public")).isEqualTo(before);
    assertThat(database.sql().fetchValue("select count(*) from calendly_events")).isEqualTo(1L);
    assertThat(migrations.validate().passed()).isTrue();
  }

  @Test
  void a_missing_column_is_named() {
    refused(
        "alter table calendly_events drop \"hostEmail\"",
        new TableProblem(Kind.NO_COLUMN, EVENTS, "hostEmail", "text", ""));
  }

  @Test
  void a_column_in_snake_case_is_a_missing_one() {
    refused(
        "alter table custom_activities rename \"calendlyEventId\" to calendly_event_id",
        new TableProblem(Kind.NO_COLUMN, ACTIVITIES, "calendlyEventId", "text", ""));
  }

  @Test
  void a_column_of_another_type_is_named_with_both_types() {
    refused(
        "alter table calendly_events alter \"startTime\" type timestamptz(3)",
        new TableProblem(
            Kind.RETYPED,
            EVENTS,
            "startTime",
            "timestamp(3) without time zone",
            "timestamp(3) with time zone"));
  }

  @Test
  void a_bounded_text_is_another_type() {
    refused(
        "alter table calendly_events alter \"hostName\" type varchar(191)",
        new TableProblem(Kind.RETYPED, EVENTS, "hostName", "text", "character varying(191)"));
  }

  @Test
  void a_column_that_demands_a_value_of_another_application_is_named() {
    refused(
        "alter table calendly_events add tenant uuid not null",
        new TableProblem(Kind.DEMANDS_VALUE, EVENTS, "tenant", "", "uuid"));
  }

  @Test
  void a_column_that_refuses_our_null_is_named() {
    refused(
        "alter table custom_activities alter \"leadEmail\" set not null",
        new TableProblem(Kind.REFUSES_NULL, ACTIVITIES, "leadEmail", "text", "text"));
  }

  @Test
  void a_computed_column_is_named() {
    refused(
        """
        alter table calendly_events drop "mappedType";
        alter table calendly_events add "mappedType" text generated always as (status) stored
        """,
        new TableProblem(Kind.COMPUTED, EVENTS, "mappedType", "text", "text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "create unique index partial on calendly_events (\"calendlyEventUri\") where status ="
            + " 'active'",
        "create unique index wide on calendly_events (\"calendlyEventUri\", id)",
        "alter table calendly_events add unique (\"calendlyEventUri\") deferrable",
        "create index plain on calendly_events (\"calendlyEventUri\")",
        "create unique index computed on calendly_events (lower(\"calendlyEventUri\"))"
      })
  void the_unique_index_by_which_rows_are_found_again_must_be_whole(String instead) {
    refused(
        "drop index \"calendly_events_calendlyEventUri_key\";" + instead,
        new TableProblem(Kind.NOT_UNIQUE, EVENTS, "calendlyEventUri", "text", "text"));
  }

  @Test
  void one_table_without_the_other_is_refused() {
    refused(
        "drop table custom_activities", new TableProblem(Kind.NO_TABLE, ACTIVITIES, "", "", ""));
  }

  @Test
  void a_view_is_no_table() {
    refused(
        "alter table custom_activities rename to other;"
            + "create view custom_activities as select * from other",
        new TableProblem(Kind.NOT_A_TABLE, ACTIVITIES, "", "", ""));
  }

  @Test
  void all_that_is_wrong_is_named_at_once() {
    refused(
        "alter table calendly_events drop status, add tenant int not null;"
            + "alter table custom_activities drop \"leadId\"",
        new TableProblem(Kind.NO_COLUMN, EVENTS, "status", "text", ""),
        new TableProblem(Kind.DEMANDS_VALUE, EVENTS, "tenant", "", "integer"),
        new TableProblem(Kind.NO_COLUMN, ACTIVITIES, "leadId", "text", ""));
  }

  @Test
  void the_tables_may_live_in_a_schema_of_their_own() {
    PrismaTables.create(database, "app");
    database.sql().execute("create table calendly_events (theirs text)");
    String before = Snapshot.ofSchema(database, "app");
    Migrations app = TestMigrations.of(database, "app");
    assertThat(app.migrate(MigrationWatch.none())).hasSize(ShippedMigration.ALL.size());
    assertThat(Snapshot.ofSchema(database, "app")).isEqualTo(before);
  }

  @Test
  void the_tables_are_made_in_a_schema_with_an_odd_name() {
    database.sql().execute("create schema \"Büro Süd\"");
    assertThat(TestMigrations.of(database, "Büro Süd").migrate(MigrationWatch.none()))
        .hasSize(ShippedMigration.ALL.size());
    assertThat(
            database
                .sql()
                .fetchValue("select to_regclass('\"Büro Süd\".calendly_events') is not null"))
        .isEqualTo(true);
  }

  @Test
  void a_schema_that_does_not_exist_is_named_and_not_made() {
    Migrations nowhere = TestMigrations.of(database, "ap");
    assertThat(TestMigrations.obstacle(nowhere))
        .isEqualTo(
            new Obstacle.Incompatible(List.of(new TableProblem(Kind.NO_SCHEMA, "ap", "", "", ""))));
  }

  @Test
  void validate_finds_a_shared_table_that_was_changed_later() {
    migrations.migrate(MigrationWatch.none());
    database.sql().execute("alter table calendly_events drop status");
    assertThat(migrations.validate().tables())
        .containsExactly(new TableProblem(Kind.NO_COLUMN, EVENTS, "status", "text", ""));
    assertThat(migrations.migrate(MigrationWatch.none())).isEmpty();
  }

  private void refused(String change, TableProblem... problems) {
    PrismaTables.create(database, "public");
    database.sql().execute(change);
    String before = Snapshot.of(database);
    assertThat(TestMigrations.obstacle(migrations))
        .isEqualTo(new Obstacle.Incompatible(List.of(problems)));
    assertThat(Snapshot.of(database)).isEqualTo(before);
  }
}
