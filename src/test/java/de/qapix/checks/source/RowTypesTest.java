package de.qapix.checks.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.evaluation.Scanned;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.RowType;
import org.junit.jupiter.api.Test;

/** Which rows a program expects, by the types beside its queries. */
class RowTypesTest {

  private static final String STRICT = "{ \"compilerOptions\": { \"strict\": true } }";

  /** The rows of each query, one query a line. */
  private static String rows(Scanned files, String text) {
    return told(files.with("tsconfig.json", STRICT).file("file.ts", text));
  }

  private static String rows(String text) {
    return rows(new Scanned(), text);
  }

  private static String told(QueryFile file) {
    return file.queries().stream().map(RowTypesTest::told).collect(joining("\n"));
  }

  private static String told(Query query) {
    return query.rows().stream().map(RowTypesTest::told).collect(joining(" and "));
  }

  /** A question mark for what may be missing, an exclamation mark for what is never null. */
  private static String told(RowType row) {
    return row.properties().stream()
        .map(each -> each.name() + (each.optional() ? "?" : "") + (each.notNull() ? "!" : ""))
        .collect(joining(" "));
  }

  private static String prisma(String type) {
    return rows("const x = prisma.$queryRaw<" + type + ">`select 1 from t`;");
  }

  @Test
  void the_properties_of_an_object_are_those_of_the_rows() {
    assertThat(
            prisma(
                """
                {
                  id: string; // the key
                  readonly 'no': number | null,
                  at?: Date
                  tags: Array<Array<string>>; state: 'on' | 'off'
                  [key: string]: unknown
                  by: { id: string } | undefined
                }[]\
                """))
        .isEqualTo("id! no at?! tags! state! by");
  }

  @Test
  void it_does_not_matter_how_the_list_of_rows_is_written() {
    assertThat(prisma("Array<{ a: any }>")).isEqualTo("a");
    assertThat(prisma("ReadonlyArray<{ a: any }>")).isEqualTo("a");
    assertThat(prisma("readonly { a: any }[]")).isEqualTo("a");
    assertThat(prisma("({ a: any } | undefined)[]")).isEqualTo("a");
    assertThat(prisma("[{ a: any }]")).isEqualTo("a");
    assertThat(prisma("[row?: { a: any }]")).isEqualTo("a");
    assertThat(prisma("{ a: any }[] | null")).isEqualTo("a");
  }

  @Test
  void a_type_can_be_declared_in_the_file_or_in_the_function() {
    assertThat(
            rows(
                """
                interface Base { id: string }
                interface Row extends Base, Unknown { name: string | null }
                export type Rows = (Row & { n: bigint })[];
                const a = prisma.$queryRaw<Rows>`select 1 from t`;
                function f() {
                  type Row = { inner: Date };
                  return prisma.$queryRawUnsafe<Row[]>('select 2 from t');
                }
                """))
        .isEqualTo("id! name n!\ninner!");
  }

  @Test
  void a_type_can_be_imported() {
    assertThat(
            rows(
                new Scanned()
                    .with("rows.ts", "export interface Row { id: string }")
                    .with(
                        "more.ts",
                        "type Own = { id?: Id }; type Id = number; export { Own as Other }")
                    .with(
                        "all.ts",
                        "export * from './more';\nexport type { Row as Line } from './rows';"),
                """
                import type { Row } from './rows';
                import { type Line, Other } from './all';
                prisma.$queryRaw<Row[]>`select 1 from t`;
                prisma.$queryRaw<Line[]>`select 2 from t`;
                prisma.$queryRaw<Other[]>`select 3 from t`;
                """))
        .isEqualTo("id!\nid!\nid?!");
  }

  @Test
  void types_that_are_made_of_others_are_understood() {
    assertThat(
            rows(
                """
                type Row = { a: string; b: string; c?: string };
                prisma.$queryRaw<Pick<Row, 'a' | 'c'>[]>`select 1 from t`;
                prisma.$queryRaw<Omit<Row, 'a'>[]>`select 2 from t`;
                prisma.$queryRaw<Partial<Row>[]>`select 3 from t`;
                prisma.$queryRaw<Required<Row>[]>`select 4 from t`;
                prisma.$queryRaw<Pick<Generated, 'id' | 'no'>[]>`select 5 from t`;
                """))
        .isEqualTo("a! c?!\nb! c?!\na?! b?! c?!\na! b! c!\nid no");
  }

  @Test
  void of_what_is_not_written_nothing_is_claimed() {
    assertThat(prisma("Unknown[]")).isEmpty();
    assertThat(prisma("any")).isEmpty();
    assertThat(prisma("{ a: 1 }")).isEmpty();
    assertThat(prisma("({ a: 1 } | { b: 2 })[]")).isEmpty();
    assertThat(prisma("{ [K in Keys]: string }[]")).isEmpty();
    assertThat(prisma("{ a: string; of(): string }[]")).isEmpty();
    assertThat(prisma("Prisma.UserGetPayload<{ select: { id: true } }>[]")).isEmpty();
    assertThat(prisma("(T extends string ? { a: 1 } : { b: 1 })[]")).isEmpty();
    assertThat(rows("type P<T> = { a: T }; prisma.$queryRaw<P<string>[]>`select 1 from t`"))
        .isEmpty();
    assertThat(
            rows("type A = { a: A2 } & A; type A2 = A[]; prisma.$queryRaw<A[]>`select 1 from t`"))
        .isEqualTo("a!");
    assertThat(
            rows("const run = <T>(s: string) => prisma.$queryRawUnsafe<T[]>(s); run('select 1')"))
        .isBlank();
  }

  @Test
  void each_library_means_something_else_by_its_type() {
    assertThat(rows("import postgres from 'postgres'; sql<{ a: any }[]>`select 1 from t`"))
        .isEqualTo("a");
    assertThat(rows("import { Pool } from 'pg'; pool.query<{ a: any }>('select 1 from t')"))
        .isEqualTo("a");
    assertThat(
            rows("import { sql } from 'drizzle-orm'; db.execute<{ a: any }>(sql`select 1 from t`)"))
        .isEqualTo("a");
    assertThat(rows("import { sql } from 'drizzle-orm'; sql<{ a: any }>`select 1 from t`"))
        .isEmpty();
    assertThat(rows("import { sql } from 'kysely'; sql<{ a: any }>`select 1 from t`.execute(db)"))
        .isEqualTo("a");
    assertThat(rows("import { sql } from 'kysely'; sql<{ a: any }>`select 1 from t`.as('x')"))
        .isEmpty();
    assertThat(rows("import knex from 'knex'; db.raw<{ rows: { a: any }[] }>('select 1 from t')"))
        .isEqualTo("a");
    assertThat(
            rows("import { DataSource } from 'typeorm'; db.query<{ a: any }[]>('select 1 from t')"))
        .isEqualTo("a");
    assertThat(rows("own.query<{ a: any }[]>('select 1 from t')")).isEmpty();
  }

  @Test
  void without_strict_checks_of_null_a_type_says_nothing_about_it() {
    String text = "prisma.$queryRaw<{ a: string }[]>`select 1 from t`;";
    String base = "{ \"extends\": \"./base.json\" /* ours */ }";

    assertThat(told(new Scanned().file("file.ts", text))).isEqualTo("a");
    assertThat(told(new Scanned().file("file.ts", text + "let x: string | null;"))).isEqualTo("a!");
    assertThat(rows(text)).isEqualTo("a!");
    assertThat(
            told(
                new Scanned()
                    .with("../tsconfig.json", base)
                    .with("../base.json", STRICT)
                    .file("file.ts", text)))
        .isEqualTo("a!");
    assertThat(
            told(
                new Scanned()
                    .with("tsconfig.json", STRICT.replace("true", "false"))
                    .file("file.ts", text + "let x: string | null;")))
        .isEqualTo("a");
  }

  @Test
  void a_text_that_is_sent_twice_has_both_types() {
    assertThat(
            rows(
                """
                const q = Prisma.sql`select 1 from t`;
                prisma.$queryRaw<{ a: any }[]>(q);
                prisma.$queryRaw<{ b: any }[]>(q);
                """))
        .isEqualTo("a and b");
  }

  @Test
  void a_client_may_have_been_told_to_rename_columns() {
    String query = "sql<{ a: any }[]>`select 1 from t`";
    String plain = "import postgres from 'postgres'; const sql = postgres(url);";
    String camel = plain.replace("url", "url, { transform: postgres.camel }");

    assertThat(renamed(new Scanned(), plain + query)).isFalse();
    assertThat(renamed(new Scanned(), camel + query)).isTrue();
    assertThat(
            renamed(
                new Scanned().with("db.ts", "export " + camel.substring(camel.indexOf("const"))),
                "import { sql } from './db'; import 'postgres';" + query))
        .isTrue();
    assertThat(
            renamed(
                new Scanned().with("db.ts", plain.replace("const", "export const")),
                "import { sql } from './db';" + query))
        .isFalse();
    assertThat(renamed(new Scanned(), "import 'postgres'; const f = (sql: Sql) => " + query))
        .isTrue();
  }

  private static boolean renamed(Scanned files, String text) {
    return files.file("file.ts", text).queries().get(0).rows().get(0).renamed();
  }
}
