package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses only when it plans, and where it is told. */
class PlanCheckTest {

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema(
            """
            create table item (id text primary key, value int, live boolean);
            create unique index on item (value) where live;
            create table document (number int, body jsonb);
            create unique index document_key on document (number, (body ->> 'name'));
            create table gauge (
              id int generated always as identity primary key,
              level int,
              twice int generated always as (level * 2) stored);
            create view levels as select level, count(*) as n from gauge group by level;
            create materialized view snapshot as select level from gauge;
            create table traces (what text);
            create function frozen(text) returns text language plpgsql immutable as $$
              begin
                insert into traces values ($1);
                return $1;
              end $$;
            create function slow() returns int language plpgsql immutable as $$
              begin
                perform pg_sleep(60);
                return 1;
              end $$;
            """);
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  @Test
  void on_conflict_needs_an_index_on_just_these_columns() {
    assertThat(
            schema.sql(
                """
                insert into item (id, value) values ($1, $2) on conflict (id) do nothing;
                insert into item (id, value) values ($1, $2) on conflict do nothing;
                insert into item (id, value) values ($1, $2) on conflict (value) where live do nothing;
                insert into document (number, body) values ($1, $2)
                  on conflict (number, (body ->> 'name')) do update set body = excluded.body;
                insert into item (id, value) values ($1, $2) on conflict (value) do nothing;
                insert into item (id, value) values ($1, $2) on conflict (id, value) do nothing;
                insert into document (number, body) values ($1, $2) on conflict (number) do nothing;
                """))
        .isEqualTo(
            """
            conflict-target 6 on conflict (value)
            conflict-target 7 on conflict (id, value)
            conflict-target 8 on conflict (number)""");
  }

  @Test
  void what_cannot_be_written_to_is_told() {
    assertThat(
            schema.sql(
                """
                insert into gauge (level) values (2) returning id, twice;
                insert into gauge (id, level) values (1, 2);
                update gauge set twice = 3;
                insert into levels (n) values (1);
                delete from snapshot;
                """))
        .isEqualTo(
            """
            refused 2 insert
            refused 3 update
            refused 4 insert
            refused 5 snapshot""");
  }

  @Test
  void a_full_join_needs_an_equality() {
    assertThat(schema.sql("select * from gauge a full join gauge b on a.level < b.level;"))
        .isEqualTo("refused 1 full");
  }

  @Test
  void what_may_come_from_a_piece_that_is_not_known_is_no_finding() {
    assertThat(
            schema.typescript(
                """
                import { Pool } from 'pg';
                const pool = new Pool();
                export const a = (on: string) =>
                  pool.query(`select * from gauge a full join gauge b on a.level < b.level ${on}`);
                export const b = (columns: string) =>
                  pool.query(`insert into item (id, value) values ('a', 1) on conflict (${columns}) do nothing`);
                export const c = (rows: string) =>
                  pool.query(`insert into item (id, value) values ${rows} on conflict (value) do nothing`);
                """))
        .isEqualTo("conflict-target 8 on conflict (value)");
  }

  @Test
  void functions_that_the_planner_evaluates_write_nothing_and_end_in_time() {
    assertThat(schema.sql("select frozen('x');\nselect slow();\nselect level from gauge;"))
        .isEmpty();
    assertThat(schema.server().refusal("select 1 from traces")).isEmpty();
  }
}
