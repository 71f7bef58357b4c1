package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** INSERT statements that no row can come through. */
class InsertCheckTest {

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema(
            """
            create domain named as text default 'nobody';
            create table "User" (
              id text primary key,
              email text not null,
              name named not null,
              "updatedAt" timestamp(3) not null,
              "createdAt" timestamp(3) not null default current_timestamp);
            create table numbered (id serial primary key, no int generated always as identity, note text);
            create table stamped (at timestamptz not null);
            create function stamp() returns trigger language plpgsql as
              'begin new.at = now(); return new; end';
            create trigger stamp before insert on stamped for each row execute function stamp();
            """);
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  @Test
  void what_is_not_null_and_has_no_default_cannot_be_left_out() {
    assertThat(
            schema.sql(
                """
                insert into "User" (id, email, "updatedAt") values ('x', $1, now());
                insert into "User" (email) values ($1);
                insert into "User" as u (id, "updatedAt") select note, now() from numbered
                  on conflict (id) do nothing;
                insert into "User" default values;
                insert into numbered (note) values ('x');
                insert into numbered default values;
                """))
        .isEqualTo(
            """
            missing-value 2 id, "updatedAt"
            missing-value 3 email
            missing-value 5 id, email, "updatedAt\"\
            """);
  }

  @Test
  void null_is_no_value_for_it() {
    assertThat(
            schema.sql(
                """
                insert into "User" (id, email, "updatedAt", "createdAt")
                values ('x', coalesce(null, 'e'), now(), now()),
                  ('y', null, now(), NULL);
                """))
        .isEqualTo("missing-value 3 email\nmissing-value 3 \"createdAt\"");
  }

  @Test
  void values_without_a_list_of_names_are_for_the_first_columns() {
    assertThat(
            schema.sql(
                """
                insert into "User" values ($1, $2);
                insert into "User" values ('x', 'e', 'n', now());
                insert into "User" values ('x', null, 'n', now());
                """))
        .isEqualTo("missing-value 1 \"updatedAt\"\nmissing-value 3 email");
    assertThat(
            schema.typescript(
                """
                import { prisma, Prisma } from './db';
                prisma.$executeRaw`insert into "User" values (${Prisma.join(values)})`;
                """))
        .isEmpty();
  }

  @Test
  void what_a_trigger_may_fill_in_can_be_left_out() {
    assertThat(schema.sql("insert into stamped default values;")).isEmpty();
    assertThat(schema.sql("insert into stamped (at) values (null);")).isEmpty();
  }

  @Test
  void a_list_that_is_not_known_says_nothing() {
    assertThat(
            schema.typescript(
                """
                import { Pool } from 'pg';
                const pool = new Pool();
                export const a = (more: string) =>
                  pool.query(`insert into "User" (id, ${more}) values ('x', 'e', now())`);
                """))
        .isEmpty();
  }
}
