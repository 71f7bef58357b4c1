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
}
