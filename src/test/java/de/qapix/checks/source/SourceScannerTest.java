package de.qapix.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.evaluation.Scanned;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import org.junit.jupiter.api.Test;

class SourceScannerTest {

  @Test
  void a_text_that_is_given_to_query_is_found() {
    assertThat(Scanned.ts("pool.query('SELECT 1', [])")).isEqualTo("SELECT 1");
  }

  @Test
  void a_text_in_an_object_that_is_given_to_query_is_found() {
    assertThat(Scanned.ts("pool.query({ text: 'SELECT a FROM t WHERE b = $1', values: [b] })"))
        .isEqualTo("SELECT a FROM t WHERE b = $1");
  }

  @Test
  void a_tagged_template_binds_what_is_not_sql() {
    assertThat(
            Scanned.ts("const r = await sql<Row[]>`select a from t where b = ${b} and c = ${'x'}`"))
        .isEqualTo("select a from t where b = {VALUE:b} and c = {VALUE:'x'}");
  }

  @Test
  void a_concatenation_is_one_query_at_its_beginning() {
    QueryFile file =
        new Scanned()
            .file("a.ts", "const q = 'SELECT a ' +\n 'FROM t';\npool.query(q + ' LIMIT 1');");
    assertThat(file.queries()).hasSize(1);
    Query query = file.queries().get(0);
    assertThat(Scanned.text(query.variants().get(0))).isEqualTo("SELECT a FROM t LIMIT 1");
    assertThat(file.source().text().substring(query.start(), query.end())).isEqualTo("SELECT a ");
  }

  @Test
  void what_is_appended_under_a_condition_is_there_or_not() {
    assertThat(
            Scanned.ts(
                """
                let q = 'SELECT a FROM t';
                if (x) q += ' WHERE b = 1';
                q += ' LIMIT 1';
                pool.query(q);
                """))
        .isEqualTo(
            """
            SELECT a FROM t WHERE b = 1 LIMIT 1
            SELECT a FROM t LIMIT 1\
            """);
  }

  @Test
  void of_if_and_else_exactly_one_is_taken() {
    assertThat(
            Scanned.ts(
                """
                let order;
                if (x) order = 'a'; else order = 'b';
                pool.query(`SELECT a FROM t ORDER BY ${order}`);
                """))
        .isEqualTo(
            """
            SELECT a FROM t ORDER BY a
            SELECT a FROM t ORDER BY b\
            """);
  }

  @Test
  void the_same_condition_goes_the_same_way_everywhere() {
    assertThat(
            Scanned.ts(
                "pool.query(`SELECT a${x ? ', b' : ''} FROM t GROUP BY a${x ? ', b' : ''}`)"))
        .isEqualTo(
            """
            SELECT a, b FROM t GROUP BY a, b
            SELECT a FROM t GROUP BY a\
            """);
  }

  @Test
  void a_where_of_joined_conditions_is_left_out_if_there_are_none() {
    assertThat(
            Scanned.ts(
                """
                const conditions = [];
                if (x) conditions.push('a = 1');
                const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
                pool.query(`SELECT a FROM t ${where}`);
                """))
        .isEqualTo(
            """
            SELECT a FROM t WHERE a = 1
            SELECT a FROM t\
            """);
  }

  @Test
  void a_switch_takes_one_of_its_cases() {
    assertThat(
            Scanned.ts(
                """
                function order(by) {
                  switch (by) {
                    case 'a': return 'a DESC';
                    case 'b':
                    case 'c': return 'b';
                    default: return 'c';
                  }
                }
                pool.query('SELECT a FROM t ORDER BY ' + order(x));
                """))
        .isEqualTo(
            """
            SELECT a FROM t ORDER BY a DESC
            SELECT a FROM t ORDER BY b
            SELECT a FROM t ORDER BY c\
            """);
  }

  @Test
  void a_lookup_can_be_each_of_the_values() {
    assertThat(
            Scanned.ts(
                """
                const COLUMNS = { name: '"lastName"', age: 'age' } as const;
                pool.query(`SELECT a FROM t ORDER BY ${COLUMNS[by]}`);
                """))
        .isEqualTo(
            """
            SELECT a FROM t ORDER BY "lastName"
            SELECT a FROM t ORDER BY age\
            """);
  }

  @Test
  void whole_statements_to_choose_from_are_queries_of_their_own() {
    QueryFile file =
        new Scanned()
            .file(
                "a.ts",
                "const Q = { a: 'SELECT a FROM t', b: 'SELECT b FROM t' }; pool.query(Q[x]);");
    assertThat(file.queries()).hasSize(2);
  }

  @Test
  void parameters_of_a_function_are_the_arguments_of_its_call() {
    assertThat(
            Scanned.ts(
                """
                const notDeleted = (alias: string) => `${alias}."deletedAt" IS NULL`;
                pool.query(`SELECT a FROM t x WHERE ${notDeleted('x')}`);
                """))
        .isEqualTo("SELECT a FROM t x WHERE x.\"deletedAt\" IS NULL");
  }

  @Test
  void a_computed_parameter_number_is_a_value() {
    assertThat(
            Scanned.ts(
                "pool.query(`SELECT a FROM t WHERE b = $${values.length} AND c IN (${ids.map((_, i)"
                    + " => `$${i + 2}`).join(', ')})`)"))
        .isEqualTo(
            "SELECT a FROM t WHERE b = {VALUE:values.length} AND c IN ({VALUES:ids.map((_, i) =>"
                + " `$${i + 2}`)})");
  }

  @Test
  void fields_of_a_class_are_found_through_this() {
    assertThat(
            Scanned.ts(
                """
                class Users {
                  private readonly table = '"User"';
                  static COLUMNS = 'id, email';
                  all() { return this.db.query(`SELECT ${Users.COLUMNS} FROM ${this.table}`); }
                }
                """))
        .isEqualTo("SELECT id, email FROM \"User\"");
  }

  @Test
  void what_cannot_be_found_out_is_a_hole_of_any_kind() {
    assertThat(Scanned.ts("pool.query(`SELECT a FROM t ${where(filter)}`)"))
        .isEqualTo("SELECT a FROM t {ANY:where(filter)}");
  }

  @Test
  void a_file_without_sql_has_nothing() {
    QueryFile file = new Scanned().file("a.ts", "export const x = 1; // nothing");
    assertThat(file.queries()).isEmpty();
  }

  @Test
  void of_more_variants_than_can_be_built_each_branch_is_in_one() {
    StringBuilder code = new StringBuilder("let q = 'SELECT a FROM t WHERE true';\n");
    for (int i = 0; i < 10; i++) {
      code.append("if (x").append(i).append(") q += ' AND c").append(i).append(" = 1';\n");
    }
    Query query = new Scanned().file("a.ts", code + "pool.query(q);").queries().get(0);
    assertThat(query.variants()).hasSize(1 + 10 + 10 + 1);
    assertThat(query.whole()).isFalse();
  }

  @Test
  void thousands_of_operands_are_no_trouble() {
    String code = "pool.query('SELECT 1'" + " + ', 1'".repeat(20_000) + ")";
    assertThat(new Scanned().file("a.ts", code).queries()).hasSize(1);
  }

  @Test
  void deeply_nested_code_is_no_trouble() {
    String code =
        "(".repeat(5_000)
            + "x"
            + ")".repeat(5_000)
            + ";\npool.query('SELECT 1 FROM a');"
            + "[".repeat(9_000);
    assertThat(Scanned.ts(code)).isEqualTo("SELECT 1 FROM a");
  }

  @Test
  void reads_of_properties_are_kept_with_their_places() {
    QueryFile file =
        new Scanned()
            .file("a.ts", "const { total } = (await db.query('SELECT 1')).rows[0]; row.lastEvent;");
    assertThat(file.reads()).extracting(QueryFile.Read::name).contains("total", "lastEvent");
    assertThat(file.reads())
        .filteredOn(read -> read.name().equals("total"))
        .first()
        .extracting(QueryFile.Read::offset)
        .isEqualTo(8);
  }

  @Test
  void comments_are_kept_also_those_in_jsx() {
    QueryFile file =
        new Scanned().file("a.tsx", "// one\nconst a = <p>{/* two */}</p>; sql`select 1 from a`");
    assertThat(file.comments())
        .extracting(QueryFile.Comment::text)
        .containsExactly("// one", "/* two */");
  }

  @Test
  void whatever_prisma_sends_is_a_query_even_if_nothing_of_it_is_known() {
    assertThat(Scanned.ts("const run = (q) => db.$queryRaw`${q}`")).isEqualTo("{VALUE:q}");
    assertThat(Scanned.ts("const run = (q) => db.$executeRaw(q)")).isEqualTo("{SQL:q}");
    assertThat(Scanned.ts("const run = (...q) => (db as any).$queryRaw(...q)"))
        .isEqualTo("{SQL:...q}");
    assertThat(Scanned.ts("const q = 'SHOW all'; db.$queryRaw`${Prisma.raw(q)}`"))
        .isEqualTo("SHOW all");
  }

  @Test
  void definitions_that_are_sent_may_go_on_as_they_like() {
    assertThat(Scanned.ts("db.$executeRawUnsafe('CREATE DATABASE a TEMPLATE b')"))
        .isEqualTo("CREATE DATABASE a TEMPLATE b");
    assertThat(Scanned.ts("client.exec('ALTER TABLE spans DELETE WHERE id = 1')"))
        .isEqualTo("ALTER TABLE spans DELETE WHERE id = 1");
    assertThat(Scanned.ts("client.exec('SET ROLE app')")).isEqualTo("SET ROLE app");
    assertThat(Scanned.ts("tx.execute(sql`SET LOCAL ROLE app`)")).isEqualTo("SET LOCAL ROLE app");
  }
}
