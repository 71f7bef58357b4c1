package de.qapix.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.evaluation.Scanned;
import de.qapix.checks.text.Library;
import org.junit.jupiter.api.Test;

class LibrariesTest {

  @Test
  void prisma_joins_and_inserts_pieces() {
    assertThat(
            Scanned.ts(
                """
                import { Prisma } from '@prisma/client';
                const where = on ? Prisma.sql`AND a = ${a}` : Prisma.empty;
                db.$queryRaw`SELECT b FROM t WHERE id IN (${Prisma.join(ids)}) ${where} ORDER BY ${Prisma.raw('c')}`;
                """))
        .isEqualTo(
            """
            SELECT b FROM t WHERE id IN ({VALUES:Prisma.join(ids)}) AND a = {VALUE:a} ORDER BY c
            SELECT b FROM t WHERE id IN ({VALUES:Prisma.join(ids)}) ORDER BY c\
            """);
  }

  @Test
  void the_helper_of_postgres_js_is_what_its_place_asks_for() {
    assertThat(
            Scanned.ts(
                """
                sql`select ${sql(['a', 'b'])} from ${sql('s.t')} where c in ${sql(ids)}`;
                sql`insert into t ${sql(row, 'a', 'b')}`;
                sql`update t set ${sql({ a: 1 })} where b = ${b}`;
                sql`insert into t ${sql(rows)}`;
                """))
        .isEqualTo(
            """
            select "a", "b" from "s"."t" where c in {VALUES_IN_PARENTHESES:sql(ids)}
            insert into t ("a", "b") values ({VALUE:sql(row, 'a', 'b')}, {VALUE:sql(row, 'a', 'b')})
            update t set "a" = {VALUE:sql({ a: 1 })} where b = {VALUE:b}
            insert into t {ROWS:sql(rows)}\
            """);
  }

  @Test
  void tables_of_drizzle_are_their_names_in_sql() {
    assertThat(
            new Scanned()
                .with(
                    "schema.ts",
                    """
                    export const users = pgTable('User', { id: text('id'), mail: text('eMail').notNull(), name: text() });
                    """)
                .queries(
                    "a.ts",
                    """
                    import { sql, eq, desc } from 'drizzle-orm';
                    import { users } from './schema';
                    db.execute(sql`select ${users.mail}, ${users.name} from ${users} where ${eq(users.id, id)} order by ${desc(users.id)}`);
                    """))
        .isEqualTo(
            "select \"User\".\"eMail\", \"User\".\"name\" from \"User\" where (\"User\".\"id\" ="
                + " {VALUE:id}) order by \"User\".\"id\" desc");
  }

  @Test
  void tables_of_drizzle_in_a_schema_are_called_by_it() {
    assertThat(
            Scanned.ts(
                """
                import { sql } from 'drizzle-orm';
                const agent = pgSchema('agent');
                const chats = agent.table('chats', { id: text('id') });
                db.execute(sql`select ${chats.id} from ${chats}`);
                """))
        .isEqualTo("select \"agent\".\"chats\".\"id\" from \"agent\".\"chats\"");
  }

  @Test
  void kysely_quotes_names_and_writes_literals() {
    assertThat(
            Scanned.ts(
                "sql`select ${sql.ref('t.a')}, ${sql.lit('x')} from ${sql.table('t')} where"
                    + " ${sql.id('t', 'b')} = ${sql.val(1)}`"))
        .isEqualTo("select \"t\".\"a\", 'x' from \"t\" where \"t\".\"b\" = {VALUE:sql.val(1)}");
  }

  @Test
  void slonik_has_types() {
    assertThat(
            Scanned.ts(
                """
                import { sql } from 'slonik';
                pool.any(sql.type(z.object({ id: z.string() }))`select id from ${sql.identifier(['s', 't'])} where a = ${sql.jsonb(x)}
                  and b in (select * from ${sql.unnest(rows, ['int4', 'text'])})`);
                """))
        .isEqualTo(
            "select id from \"s\".\"t\" where a = {VALUE:sql.jsonb(x)}::jsonb and b in (select *"
                + " from unnest({VALUE:sql.unnest(rows, ['int4', 'text'])}::int4[],"
                + " {VALUE:sql.unnest(rows, ['int4', 'text'])}::text[]))");
  }

  @Test
  void names_that_knex_binds_are_put_in() {
    assertThat(
            Scanned.ts(
                """
                knex.raw('select ?? from ?? where a = ? and ?? = 1', ['t.a', 't', 5, column]);
                knex.raw('select :x: from t where d = :day::date', { x: 'b', day });
                """))
        .isEqualTo(
            """
            select "t"."a" from "t" where a = ? and {NAME:??} = 1
            select "b" from t where d = :day::date\
            """);
  }

  @Test
  void pg_format_fills_names_and_values() {
    assertThat(Scanned.ts("db.query(format('SELECT %I FROM t WHERE a = %L %s', 'x', y, z))"))
        .isEqualTo("SELECT \"x\" FROM t WHERE a = {VALUE:y} {ANY:z}");
  }

  @Test
  void pg_format_may_be_called_otherwise_and_have_its_values_in_a_list() {
    assertThat(
            Scanned.ts(
                """
                import fill from 'pg-format';
                db.query(fill('SELECT %I FROM t WHERE a = %L', 'x', y));
                db.query(fill.withArray('SELECT a FROM t WHERE a = %L AND b = %2$L', [y, z]));
                db.query(fill.withArray('SELECT b FROM t WHERE a = %L AND b = %L', values));
                db.query(fill('SELECT c FROM t WHERE a = %L AND b = %L', ...values));
                db.query(util.format('SELECT d FROM %s WHERE a = %d', 't', y));
                """))
        .isEqualTo(
            """
            SELECT "x" FROM t WHERE a = {VALUE:y}
            SELECT a FROM t WHERE a = {VALUE:y} AND b = {VALUE:z}
            SELECT b FROM t WHERE a = {VALUE:values} AND b = {VALUE:values}
            SELECT c FROM t WHERE a = {VALUE:...values} AND b = {VALUE:...values}
            SELECT d FROM t WHERE a = {ANY:y}\
            """);
  }

  @Test
  void what_stands_where_no_value_can_is_sql() {
    assertThat(Scanned.ts("const q = (where) => sql`select a from \"T\" ${where} limit ${n}`"))
        .isEqualTo("select a from \"T\" {SQL:where} limit {VALUE:n}");
  }

  @Test
  void the_library_is_known_by_imports_also_those_of_another_file() {
    var file =
        new Scanned()
            .with(
                "db.ts",
                "import mysql from 'mysql2/promise'; export const pool = mysql.createPool({});")
            .file(
                "a.ts",
                "import { pool } from './db';\nimport pg from 'pg';\npool.query('SELECT 1');");
    assertThat(file.queries().get(0).library()).contains(Library.MYSQL);
  }

  @Test
  void the_library_is_known_by_the_type_of_what_sends() {
    var file =
        new Scanned()
            .file(
                "a.ts",
                """
                import { Pool, type PoolClient } from 'pg';
                import type { DataSource } from 'typeorm';
                export const a = (pool: Pool, text: string) => pool.query(text);
                export async function b(client: PoolClient | null) { await client!.query('SELECT 1'); }
                declare const source: DataSource;
                source.query('SELECT 2');
                class Orders {
                  private readonly other: Pool;
                  constructor(private readonly db: DataSource) {}
                  c() { return this.db.query('SELECT 3'); }
                  d(text: string) { return this.other.query(text); }
                }
                """);
    assertThat(file.queries())
        .extracting(query -> query.library().orElseThrow())
        .containsExactly(Library.PG, Library.PG, Library.TYPEORM, Library.TYPEORM, Library.PG);
  }
}
