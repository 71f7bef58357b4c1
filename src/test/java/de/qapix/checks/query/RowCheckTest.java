package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types beside queries that say of the rows what they are not. */
class RowCheckTest {

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema(
            """
            create table "User" (
              id text primary key,
              "displayName" text,
              created_at timestamptz not null);
            create table deal (
              id bigint primary key,
              "ownerId" text not null references "User",
              amount numeric not null,
              note text);
            """);
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  private static String prisma(String type, String query) {
    return schema.typescript("prisma.$queryRaw<" + type + "[]>`" + query + "`;");
  }

  @Test
  void a_property_without_a_column_is_always_undefined() {
    assertThat(
            schema.typescript(
                """
                const rows = await prisma.$queryRaw<{
                  id: string;
                  createdAt: Date;
                  name: string;
                  mail: string;
                  extra?: string;
                }[]>`SELECT id, created_at, "displayName" AS names, 1 AS more FROM "User"`;
                """))
        .isEqualTo(
            """
            unknown-property 3 createdAt -> created_at
            unknown-property 4 name -> names
            unknown-property 5 mail\
            """);
  }

  @Test
  void what_the_server_calls_a_column_is_its_name() {
    assertThat(
            prisma(
                "{ count: bigint; max: string; upper: string }",
                "SELECT count(*), max(id), upper(max(note)) FROM deal"))
        .isEmpty();
    assertThat(prisma("{ totalCount: bigint }", "SELECT count(*) AS totalCount FROM deal"))
        .isEqualTo(
            """
            folded-alias 1 totalCount -> "totalCount"
            unknown-property 1 totalCount -> totalcount\
            """);
    assertThat(prisma("{ n: bigint }", "SELECT count(*) FROM deal"))
        .isEqualTo("unknown-property 1 n");
    assertThat(
            prisma(
                "{ id: bigint; owner: string }",
                "INSERT INTO deal VALUES (1, 'x', 2) RETURNING id, \"ownerId\" AS owner"))
        .isEmpty();
    assertThat(prisma("{ id: bigint; owner_id: string }", "SELECT * FROM deal WHERE id = ${id}"))
        .isEqualTo("unknown-property 1 owner_id -> ownerId");
  }

  @Test
  void what_is_not_known_of_the_columns_is_not_claimed() {
    assertThat(prisma("{ nope: string }", "SELECT ${Prisma.raw(columns)} FROM deal")).isEmpty();
    assertThat(prisma("{ nope: string }", "SELECT id, ${Prisma.raw(more)} AS x FROM deal"))
        .isEmpty();
    assertThat(prisma("{ nope: string }", "SELECT * FROM ${Prisma.raw(table)} x")).isEmpty();
    assertThat(
            prisma(
                "{ nope: string }", "SELECT x.* FROM (SELECT id ${Prisma.raw(more)} FROM deal) x"))
        .isEmpty();
    assertThat(prisma("{ nope: string }", "EXPLAIN SELECT id FROM deal")).isEmpty();
    assertThat(prisma("{ nope: string }", "UPDATE deal SET amount = 0")).isEmpty();
    assertThat(prisma("{ nope: string }", "SELECT id FROM deal WHERE ${Prisma.raw(where)}"))
        .isEqualTo("unknown-property 1 nope");
    assertThat(prisma("{ nope: string }", "SELECT * FROM deal WHERE ${Prisma.raw(where)}"))
        .isEqualTo("unknown-property 1 nope -> note");
    assertThat(prisma("{ nope: string }", "SELECT * FROM ${Prisma.raw(schema)}.deal"))
        .isEqualTo("unknown-property 1 nope -> note");
  }

  @Test
  void another_mistake_in_the_query_comes_first() {
    assertThat(prisma("{ createdAt: Date }", "SELECT \"createdAt\" FROM \"User\""))
        .isEqualTo("unknown-column 1 \"createdAt\" -> created_at");
  }

  @Test
  void a_property_that_some_variant_has_is_none_too_many() {
    assertThat(
            prisma(
                "{ id: string; note: string; nope: string }",
                "SELECT id ${full ? Prisma.sql`, note` : Prisma.empty} FROM deal"))
        .isEqualTo("unknown-property 1 nope");
  }

  @Test
  void a_client_that_may_rename_columns_gets_the_benefit_of_the_doubt() {
    String query = "sql<{ createdAt: Date; nope: string }[]>`select created_at from \"User\"`";
    assertThat(
            schema.typescript(
                "import postgres from 'postgres'; const sql = postgres(url); " + query))
        .isEqualTo("unknown-property 1 createdAt -> created_at\nunknown-property 1 nope");
    assertThat(
            schema.typescript(
                "import postgres from 'postgres'; const sql = postgres({ ...postgres.camel }); "
                    + query))
        .isEqualTo("unknown-property 1 nope");
  }

  @Test
  void one_type_of_several_queries_is_told_once_and_ignored_beside_a_query() {
    String type = "interface Row {\n id: string;\n name: string }\n";
    String query = "prisma.$queryRaw<Row[]>`SELECT id FROM \"User\"`;\n";
    String other = "prisma.$queryRaw<Row[]>`SELECT id, 1 AS one FROM \"User\"`;\n";
    assertThat(schema.typescript(type + query + other)).isEqualTo("unknown-property 3 name");
    assertThat(schema.typescript(type + "// qapix-ignore unknown-property\n" + query)).isEmpty();
    assertThat(
            schema.typescript(
                type.replace("name", "// qapix-ignore unknown-property\nname") + query + other))
        .isEmpty();
  }

  /** With a type that has learnt of null. */
  private static String strict(String type, String query) {
    return prisma(type, query + "`; let x: string | null; `");
  }

  @Test
  void a_column_without_not_null_can_be_null() {
    assertThat(strict("{ id: bigint; amount: number; note: string }", "SELECT * FROM deal"))
        .isEqualTo("nullable-property 1 note");
    assertThat(strict("{ n: string }", "SELECT note AS n FROM deal WHERE id = ${id} ORDER BY note"))
        .isEqualTo("nullable-property 1 n");
    assertThat(strict("{ note: string }", "SELECT note FROM ${Prisma.raw(schema)}.deal"))
        .isEqualTo("nullable-property 1 note");
    assertThat(
            strict("{ note: string }", "SELECT note FROM deal WHERE id IN (${Prisma.join(ids)})"))
        .isEqualTo("nullable-property 1 note");
    assertThat(strict("{ note: string | null }", "SELECT note FROM deal")).isEmpty();
    assertThat(strict("{ note?: string }", "SELECT note FROM deal")).isEmpty();
    assertThat(strict("{ note: Unknown }", "SELECT note FROM deal")).isEmpty();
    assertThat(prisma("{ note: string }", "SELECT note FROM deal")).isEmpty();
  }

  @Test
  void a_condition_may_keep_the_nulls_out() {
    for (String query :
        new String[] {
          "SELECT note FROM deal WHERE note IS NOT NULL",
          "SELECT note FROM deal WHERE length(note) > 2",
          "SELECT note FROM deal WHERE ${Prisma.raw(where)}",
          "SELECT x.note FROM (SELECT * FROM deal WHERE note <> '') x",
          "WITH x AS (SELECT * FROM deal WHERE note <> '') SELECT note FROM x",
          "SELECT d.note FROM deal d JOIN \"User\" u ON u.id = d.note",
          "SELECT coalesce(note, '') AS note FROM deal",
          "UPDATE deal SET note = ${note} RETURNING note",
          "INSERT INTO deal VALUES (1, 'a', 1, 'x') RETURNING note",
          "INSERT INTO deal (id, \"ownerId\", amount, note) VALUES (1, 'a', 1, 'x') RETURNING note"
        }) {
      assertThat(strict("{ note: string }", query)).as(query).isEmpty();
    }
  }

  @Test
  void an_outer_join_makes_null_of_what_is_not_null() {
    String join = "SELECT u.id, d.amount FROM \"User\" u LEFT JOIN deal d ON d.\"ownerId\" = u.id";
    assertThat(strict("{ id: string; amount: number }", join))
        .isEqualTo("nullable-property 1 amount");
    assertThat(strict("{ amount: number }", join + " LEFT OUTER JOIN deal e ON e.id = d.id"))
        .isEqualTo("nullable-property 1 amount");
    assertThat(strict("{ amount: number }", join + " WHERE d.id > 1")).isEmpty();
    assertThat(strict("{ amount: number }", join + " WHERE amount > 1")).isEmpty();
    assertThat(strict("{ amount: number }", join + " JOIN deal e ON e.id = d.id")).isEmpty();
    assertThat(strict("{ amount: number }", join.replace("LEFT", "INNER"))).isEmpty();
    assertThat(
            strict(
                "{ amount: number }", join.replace("d.amount", "coalesce(d.amount, 0) AS amount")))
        .isEmpty();
  }

  @Test
  void a_foreign_key_that_is_not_null_has_always_a_row() {
    assertThat(
            strict(
                "{ created_at: Date }",
                "SELECT u.created_at FROM deal d LEFT JOIN \"User\" u ON u.id = d.\"ownerId\""))
        .isEmpty();
  }

  @Test
  void an_aggregate_of_no_rows_is_null_but_for_count() {
    assertThat(
            strict("{ total: number }", "SELECT sum(amount)::int AS total FROM deal WHERE id > 3"))
        .isEqualTo("nullable-property 1 total");
    assertThat(strict("{ max: number }", "SELECT max(amount) FILTER (WHERE id > 3) FROM deal"))
        .isEqualTo("nullable-property 1 max");
    assertThat(strict("{ count: bigint }", "SELECT count(*) FROM deal")).isEmpty();
    assertThat(strict("{ total: number }", "SELECT coalesce(sum(amount), 0) AS total FROM deal"))
        .isEmpty();
    assertThat(strict("{ total: number }", "SELECT sum(amount) + 1 AS total FROM deal")).isEmpty();
    assertThat(strict("{ total: number }", "SELECT sum(amount) AS total FROM deal GROUP BY id"))
        .isEmpty();
    assertThat(strict("{ total: number }", "SELECT sum(amount) OVER () AS total FROM deal"))
        .isEmpty();
    assertThat(
            strict(
                "{ total: number }", "SELECT sum(c) AS total FROM (SELECT count(*) c FROM deal) x"))
        .isEmpty();
  }
}
