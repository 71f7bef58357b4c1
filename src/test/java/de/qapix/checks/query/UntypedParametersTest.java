package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parameters for which PostgreSQL finds no type. */
class UntypedParametersTest {

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema(
            """
            create table orders (
              id int primary key,
              name text,
              meta jsonb,
              created_at timestamptz);
            """);
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  @Test
  void a_cast_of_a_value_is_what_counts_whatever_type_the_library_sends() {
    assertThat(
            schema.typescript(
                """
                import { prisma } from './db';
                prisma.$queryRaw`select id from orders where name = ${x}::int`;
                prisma.$queryRaw`select id from orders where created_at > ${x} - interval '1 day'`;
                """))
        .isEqualTo("wrong-type 2 =");
  }

  @Test
  void node_postgres_sends_no_types() {
    assertThat(
            schema.typescript(
                """
                import { Pool } from 'pg';
                const pool = new Pool();
                pool.query("select concat($1, ' ', name) from orders", [x]);
                pool.query("update orders set meta = jsonb_set(meta, '{a}', to_jsonb($1))", [x]);
                pool.query("select date_trunc('day', $1)", [x]);
                pool.query("select * from generate_series($1, $2)", [x, y]);
                pool.query("select * from unnest($1, $2)", [x, y]);
                pool.query("select id from orders where ($1 is null or name = $2)", [x, x]);
                pool.query("select id from orders where ($1 is null or name = $1)", [x]);
                pool.query("select id from orders where (name = $1 or $1 is null)", [x]);
                pool.query("select concat($1::text, name), $2 from orders", [x, y]);
                pool.query("select $1 as s, $2::int + 1", [x, y]);
                pool.query("insert into orders (name, id) select * from unnest ($1, $2)", [x, y]);
                """))
        .isEqualTo(
            """
            untyped-parameter 3 $1 -> $1::text
            untyped-parameter 4 $1 -> $1::text
            untyped-parameter 5 $1 -> $1::timestamptz
            untyped-parameter 6 $1 -> $1::integer
            untyped-parameter 7 $1 -> $1::text[]
            untyped-parameter 7 $2 -> $2::text[]
            untyped-parameter 8 $1 -> $1::text
            untyped-parameter 9 $1 -> $1::text
            untyped-parameter 13 $1 -> $1::text[]
            untyped-parameter 13 $2 -> $2::text[]\
            """);
  }

  @Test
  void each_value_of_a_template_is_a_parameter_of_its_own() {
    String query =
        """
        export const a = (n) => sql`select id from orders where ${n} is null or name = ${n}`;
        export const b = (n) => sql`select id from orders where ${n}::text is null or name = ${n}`;
        """;

    assertThat(
            schema.typescript(
                "import postgres from 'postgres';\nconst sql = postgres();\n" + query))
        .isEqualTo("untyped-parameter 3 ${n} -> ${n}::text");
    assertThat(schema.typescript("import { sql } from 'drizzle-orm';\n" + query))
        .isEqualTo("untyped-parameter 2 ${n} -> ${n}::text");
  }

  @Test
  void a_function_that_takes_anything_needs_a_cast() {
    assertThat(
            schema.typescript(
                """
                import { PrismaClient } from '@prisma/client';
                const db = new PrismaClient();
                export const a = (id: number) =>
                  db.$queryRaw`update orders set meta = jsonb_set(coalesce(meta, '{}'::jsonb), '{seen}', to_jsonb(${true}))
                    where id = ${id} and coalesce((meta->>'seen')::boolean, false) = false`;
                export const b = (id: number) => db.$queryRaw`select id from orders where meta = to_jsonb(${id})`;
                export const c = (id: number) => db.$queryRaw`select id from orders where meta = '{}' and id = ${id}`;
                """))
        .isEqualTo(
            """
            untyped-parameter 4 ${true} -> ${true}::boolean
            untyped-parameter 6 ${id} -> ${id}::text\
            """);
  }

  @Test
  void what_a_library_sends_with_a_type_is_right() {
    assertThat(
            schema.typescript(
                """
                import postgres from 'postgres';
                const sql = postgres();
                sql`update orders set meta = to_jsonb(${true})`;
                sql`update orders set meta = jsonb_build_object('a', ${sql.json(value)})`;
                """))
        .isEmpty();
    assertThat(
            schema.typescript(
                """
                import { Sequelize } from 'sequelize';
                const db = new Sequelize();
                db.query('select concat(:x, name) from orders', { replacements: { x } });
                """))
        .isEmpty();
    assertThat(schema.sql("select concat($1, name), to_jsonb($2) from orders;")).isEmpty();
  }

  @Test
  void each_number_up_to_the_highest_has_to_be_used() {
    assertThat(
            schema.typescript(
                """
                import { Pool } from 'pg';
                const pool = new Pool();
                pool.query('select id from orders where name = $2', [x, y]);
                pool.query('select id from orders where name = $2 and id = $1', [x, y]);
                """))
        .isEqualTo("untyped-parameter 3 $2");
  }
}
