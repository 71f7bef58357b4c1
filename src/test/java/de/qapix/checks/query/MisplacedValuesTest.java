package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values in templates that stand where only SQL can. */
class MisplacedValuesTest {

  private static final String PRISMA =
      """
      import { Prisma, PrismaClient } from '@prisma/client';
      const db = new PrismaClient();
      """;

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema("create table orders (id text primary key, amount int, at timestamptz);");
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  @Test
  void a_list_is_one_parameter() {
    String query =
        "export const a = (ids: string[]) => sql`select * from orders where id in ${ids}`;";

    assertThat(
            schema.typescript(
                "import postgres from 'postgres';\nconst sql = postgres();\n" + query))
        .isEqualTo("bound-value 3 ${ids}");
    assertThat(
            schema.typescript(
                "import { neon } from '@neondatabase/serverless';\nconst sql = neon('x');\n"
                    + query))
        .isEqualTo("bound-value 3 ${ids}");
    assertThat(schema.typescript("import { sql } from 'drizzle-orm';\n" + query)).isEmpty();
    assertThat(
            schema.typescript(
                PRISMA
                    + """
                    export const a = (ids: string[]) => db.$queryRaw(Prisma.sql`select * from orders where id in ${ids} limit 1`);
                    export const b = (ids: string[]) => db.$queryRaw`select * from orders where id in (${Prisma.join(ids)})`;
                    export const c = (ids: string[]) => db.$queryRaw`select * from orders where id = any(${ids})`;
                    """))
        .isEqualTo("bound-value 3 ${ids}");
  }

  @Test
  void directions_names_and_operators_are_no_values() {
    assertThat(
            schema.typescript(
                PRISMA
                    + """
                    export const a = (dir: 'asc' | 'desc') => db.$queryRaw`select id from orders order by at ${dir}`;
                    export const b = (dir: string) => db.$queryRaw`select id from orders order by at ${dir} limit 3`;
                    export const c = (table: string) => db.$queryRaw`select count(*) from ${table} where id is not null`;
                    export const d = (column: string) => db.$executeRaw`update orders set ${column} = 'x'`;
                    export const e = (op: string) => db.$queryRaw`select id from orders where amount ${op} 3`;
                    const TABLE = 'orders';
                    export const f = () => db.$queryRaw`select * from ${TABLE}`;
                    """))
        .isEqualTo(
            """
            bound-value 3 ${dir}
            bound-value 4 ${dir}
            bound-value 5 ${table}
            bound-value 6 ${column}
            bound-value 7 ${op}
            bound-value 9 ${TABLE}\
            """);
  }

  @Test
  void what_is_or_may_be_sql_is_right() {
    assertThat(
            schema.typescript(
                PRISMA
                    + """
                    import { order } from './order';
                    const TABLE = 'orders';
                    export const a = () => db.$queryRaw`select * from ${Prisma.raw(TABLE)}`;
                    export const b = (dir: Prisma.Sql) => db.$queryRaw`select id from orders order by at ${dir}`;
                    export const c = (dir) => db.$queryRaw`select id from orders order by at ${dir}`;
                    export const d = () => db.$queryRaw`select id from orders ${order}`;
                    export const e = (n: number, id: string) => db.$queryRaw`select id from orders where id = ${id} limit ${n}`;
                    export const f = (zone: string) => db.$queryRaw`select at at time zone ${zone} from orders`;
                    export const g = () => db.$queryRawUnsafe(`select * from ${TABLE}`);
                    """))
        .isEmpty();
  }

  @Test
  void drizzle_makes_parameters_of_a_list_and_one_of_all_else() {
    assertThat(
            schema.typescript(
                """
                import { sql } from 'drizzle-orm';
                export const a = (dir: string) => db.execute(sql`select id from orders order by at ${dir}`);
                export const b = (op: '<' | '>') => db.execute(sql`select id from orders where amount ${op} 3`);
                export const c = (ids: string[]) => db.execute(sql`select amount from orders where id in ${ids}`);
                export const d = (id: string) => db.execute(sql`select amount from orders where id in ${id}`);
                """))
        .isEqualTo("bound-value 2 ${dir}\nbound-value 3 ${op}\nbound-value 5 ${id}");
  }
}
