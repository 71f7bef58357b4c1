package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values that are given beside a text with parameters. */
class GivenValuesTest {

  private static final String POOL = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema = new TriedSchema("create table orders (id text, name text, at timestamptz);");
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  @Test
  void there_are_as_many_values_as_parameters() {
    assertThat(
            schema.typescript(
                POOL
                    + """
                    pool.query('select id from orders where name = $1 and id = $2', [x]);
                    pool.query('select id from orders where name = $1', [x, 7]);
                    pool.query('select id from orders', ["a, b"]);
                    pool.query('select id from orders where name = $1 and id = $1', [x]);
                    pool.query('select id from orders where name = $1 and id = $2', [f(x, { a, b }), [1, 2],]);
                    pool.query('select id from orders where name = $1 and id = $2', [...x]);
                    pool.query('select id from orders where name = $1 and id = $2', x);
                    pool.query('select id from orders where name = $1', [`${x}, y`]);
                    """))
        .isEqualTo("value-count 3 1\nvalue-count 4 2\nvalue-count 5 1");
  }

  @Test
  void a_parameter_inside_quotes_is_none() {
    assertThat(
            schema.typescript(
                POOL
                    + """
                    pool.query("select id from orders where name ilike '%$1%'", [q]);
                    pool.query("select id from orders where at > now() - interval '$1 days'", [d]);
                    pool.query("select id from orders where name = 'for $1'");
                    pool.query("select id from orders where name = $1 and id <> '$5'", [q]);
                    """))
        .isEqualTo("quoted-value 3 $1\nquoted-value 4 $1");
    assertThat(
            schema.typescript(
                """
                import { DataSource } from 'typeorm';
                const db = new DataSource({});
                db.query(`select id from orders where name = '$1'`, [q]);
                """))
        .isEqualTo("quoted-value 3 $1");
    assertThat(
            schema.typescript(
                """
                import knexLib from 'knex';
                const knex = knexLib({});
                knex.raw("select id from orders where name ilike '%?%'", [q]);
                knex.raw("select id from orders where name = ? and id <> '?'", [q]);
                """))
        .isEqualTo("quoted-value 3 ?");
  }

  @Test
  void each_name_has_a_value() {
    assertThat(
            schema.typescript(
                """
                import knexLib from 'knex';
                import { Sequelize } from 'sequelize';
                const knex = knexLib({});
                const db = new Sequelize();
                knex.raw('select id from orders where name = :nmae', { name: x });
                knex.raw('select id from orders where name = :name', { name: x, other: 1 });
                knex.raw("select id::text, ':none' from orders where at = :at", { ...given });
                db.query('select id from orders where id = :id', { replacements: { name: x } });
                db.query('select id from orders where id = any (:ids)', { replacements: { ids } });
                db.query('select (array[1, 2])[1:2] from orders', { replacements: { name: x } });
                """))
        .isEqualTo("value-count 5 :nmae -> :name\nvalue-count 8 :id");
  }

  @Test
  void a_parameter_inside_quotes_is_none_in_any_library() {
    assertThat(
            schema.typescript(
                """
                import { PrismaClient } from '@prisma/client';
                import { Sequelize } from 'sequelize';
                import knexLib from 'knex';
                import postgres from 'postgres';
                const prisma = new PrismaClient(), sequelize = new Sequelize(), knex = knexLib({}), sql = postgres();
                prisma.$queryRawUnsafe("select id from orders where name = '$1'", q);
                prisma.$queryRawUnsafe("select id from orders where name = $1", q);
                sequelize.query("select id from orders where name like '%:name%'", { replacements: { name: q } });
                sequelize.query("select id from orders where name like '%?%'", { replacements: [q] });
                sequelize.query("select id from orders where name like '%$1%'", { bind: [q] });
                sequelize.query("select id from orders where name like '%$name%'", { bind: { name: q } });
                sequelize.query("select id from orders where name = :name and id <> '12:name:00 :other'", { replacements: { name: q } });
                knex.raw("select id from orders where name like '%:name%'", { name: q });
                sql.unsafe("select id from orders where name = '$1'", [q]);
                somebody.query("select id from orders where name = '$1'", [q]);
                somebody.query("select id from orders where name = '$1'");
                promise.any("select id from orders where name like '%$1:value%'", [q]);
                """))
        .isEqualTo(
            """
            quoted-value 6 $1
            quoted-value 8 :name
            quoted-value 9 ?
            quoted-value 10 $1
            quoted-value 11 $name
            quoted-value 13 :name
            quoted-value 14 $1
            quoted-value 15 $1\
            """);
  }

  @Test
  void knex_takes_as_many_values_as_question_marks() {
    assertThat(
            schema.typescript(
                """
                import knexLib from 'knex';
                const knex = knexLib({});
                knex.raw('select id from orders where name = ? and id = ?', [q]);
                knex.raw('select id from orders where name = ?', [q, 7]);
                knex.raw('select id from orders where name = ? and id = ?', [q, 7]);
                knex.raw('select id from orders where name = ? and id = ?', [...q]);
                knex.raw('select id from orders where name = ? and id = ?', q);
                knex.raw('select ?? from orders where name = ?', ['id', q]);
                knex.raw("select id from orders where name = ? or name = '?'", [q]);
                knex.raw("select id from orders where to_jsonb(name) \\\\? 'a' and id = ?", [7]);
                """))
        .isEqualTo("value-count 3 1\nvalue-count 4 2");
  }

  @Test
  void values_are_found_wherever_they_are_given() {
    assertThat(
            schema.typescript(
                POOL
                    + """
                    const ONE = 'select id from orders where name = $1';
                    pool.query(ONE, [x, 7]);
                    pool.query({ text: 'select id from orders where id = $1', values: [x, 7] });
                    pool.query({ text: 'select id from orders where id = $1', values });
                    pool.query('select name from orders where id = $1');
                    pool.query('select at from orders');
                    client.query(new Cursor('select id, at from orders where id = $1', [x, 7]));
                    prisma.$queryRawUnsafe('select id, name from orders where id = $1', x, 7);
                    prisma.$queryRawUnsafe('select id, name, at from orders where id = $1', ...values);
                    """))
        .isEqualTo(
            """
            value-count 4 2
            value-count 5 2
            value-count 7 0
            value-count 9 2
            value-count 10 2\
            """);
  }
}
