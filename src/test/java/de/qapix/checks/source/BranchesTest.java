package de.qapix.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.evaluation.Scanned;
import org.junit.jupiter.api.Test;

/** Branches that depend on the same go the same way in one variant of a query. */
class BranchesTest {

  @Test
  void of_a_condition_that_is_kept_in_a_variable() {
    assertThat(
            Scanned.ts(
                """
                function list(kind) {
                  const image = kind === 'image';
                  const join = kind === 'image' ? 'JOIN i ON true' : '';
                  pool.query(`SELECT a FROM t ${join} WHERE true ${image ? 'AND i.b = 1' : ''}`);
                }
                """))
        .isEqualTo(
            """
            SELECT a FROM t JOIN i ON true WHERE true AND i.b = 1
            SELECT a FROM t WHERE true\
            """);
  }

  @Test
  void of_the_negation_and_of_what_a_condition_implies() {
    assertThat(
            Scanned.ts(
                """
                const a = !x ? '' : 'a,';
                const b = x && y ? 'b,' : '';
                pool.query(`SELECT ${a} ${b} ${x ? 'c' : 'd'} FROM t`);
                """))
        .isEqualTo(
            """
            SELECT a, b, c FROM t
            SELECT d FROM t
            SELECT a, c FROM t\
            """);
  }

  @Test
  void something_is_only_one_of_its_values() {
    assertThat(
            Scanned.ts(
                """
                const a = kind === 'x' ? 'a' : kind === 'y' ? 'b' : 'c';
                let b = '';
                switch (kind) {
                  case 'x': b = 'd'; break;
                  case 'y': b = 'e'; break;
                  default: b = 'f';
                }
                pool.query(`SELECT ${a}, ${b} FROM t`);
                """))
        .isEqualTo(
            """
            SELECT a, d FROM t
            SELECT b, e FROM t
            SELECT c, f FROM t\
            """);
  }

  @Test
  void one_of_two_values_is_none_of_the_others() {
    assertThat(
            Scanned.ts(
                """
                const COLUMNS = { entry: 'path', exit: 'path', page: 'title' };
                let column = COLUMNS[type] || type;
                if (type === 'entry' || type === 'exit') column = `x.${column}`;
                pool.query(`SELECT ${column} FROM t`);
                """))
        .isEqualTo(
            """
            SELECT x.path FROM t
            SELECT title FROM t\
            """);
  }

  @Test
  void of_a_look_up_beside_a_list_or_another_look_up() {
    assertThat(
            Scanned.ts(
                """
                const COLUMNS = { page: 'page', city: 'city' };
                const TYPES = { page: 'text', city: 'int' };
                const VISIT = ['city'];
                const table = VISIT.includes(name) ? 'visit' : 'event_log';
                pool.query(`SELECT a FROM t WHERE ${table}.${COLUMNS[name]} = 'x'::${TYPES[name]}`);
                """))
        .isEqualTo(
            """
            SELECT a FROM t WHERE visit.city = 'x'::int
            SELECT a FROM t WHERE event_log.page = 'x'::text\
            """);
  }

  @Test
  void behind_an_exit_its_condition_does_not_hold() {
    assertThat(
            Scanned.ts(
                """
                function list(id) {
                  if (!id) {
                    return pool.query('SELECT b FROM t');
                  }
                  const where = id ? 'WHERE a = 1' : 'WHERE never';
                  return pool.query(`SELECT a FROM t ${where}`);
                }
                """))
        .isEqualTo(
            """
            SELECT b FROM t
            SELECT a FROM t WHERE a = 1\
            """);
  }

  @Test
  void what_is_handed_to_a_function_is_the_same_in_there() {
    assertThat(
            Scanned.ts(
                """
                const join = (wanted) => wanted ? 'JOIN u ON true' : '';
                const order = (by) => { switch (by) { case 'name': return 'u.name'; default: return 'a'; } };
                pool.query(`SELECT a FROM t ${join(full)} ORDER BY ${full ? order('name') : order('id')}`);
                """))
        .isEqualTo(
            """
            SELECT a FROM t JOIN u ON true ORDER BY u.name
            SELECT a FROM t ORDER BY a\
            """);
  }

  @Test
  void of_the_texts_that_a_type_allows() {
    assertThat(
            Scanned.ts(
                """
                function remove(kind: 'Model' | 'Image') {
                  const table = kind === 'Model' ? 'models' : 'images';
                  pool.query(`DELETE FROM ${table} WHERE "${kind.toLowerCase()}Id" = $1`);
                }
                """))
        .isEqualTo(
            """
            DELETE FROM models WHERE "modelId" = $1
            DELETE FROM images WHERE "imageId" = $1\
            """);
  }

  @Test
  void an_empty_text_or_list_is_there_all_the_same() {
    String tail = "const tail = (by) => by !== null ? ' ORDER BY ' + by : '';\n";
    String list = tail + "pool.query('SELECT a FROM t' + tail('b'));";

    assertThat(Scanned.ts(list)).isEqualTo("SELECT a FROM t ORDER BY b");
    assertThat(Scanned.ts(list.replace("'b'", "''"))).isEqualTo("SELECT a FROM t ORDER BY");
    assertThat(Scanned.ts(list.replace("'b'", "[]").replace("!== null", "!= undefined")))
        .isEqualTo("SELECT a FROM t ORDER BY");
    assertThat(Scanned.ts(list.replace("'b'", "null"))).isEqualTo("SELECT a FROM t");
    assertThat(Scanned.ts(list.replace("'b'", "undefined"))).isEqualTo("SELECT a FROM t");
    assertThat(Scanned.ts(list.replace("'b'", "''").replace(" !== null", "")))
        .isEqualTo("SELECT a FROM t");
  }

  @Test
  void a_function_in_a_branch_has_types_of_its_own() {
    assertThat(
            Scanned.ts(
                """
                const run = ok ? () => {
                  const f = (a: string): string => { return 'b'; };
                  pool.query(`SELECT ${f('x')} FROM t`);
                } : null;
                """))
        .isEqualTo("SELECT b FROM t");
  }

  @Test
  void methods_of_known_texts_are_computed() {
    assertThat(
            Scanned.ts(
                """
                const q = '  select A from t where b = :b and c = :c '.trim().replace(':b', '$1');
                pool.query(q.replace(':c', value));
                pool.query('select x from t'.toUpperCase());
                """))
        .isEqualTo(
            """
            select A from t where b = $1 and c = {ANY:value}
            SELECT X FROM T\
            """);
  }

  @Test
  void a_text_that_is_sent_and_not_known_is_a_query_too() {
    assertThat(
            Scanned.ts(
                """
                const run = (db, statement) => db.$executeRawUnsafe(statement);
                """))
        .isEqualTo("{SQL:statement}");
  }

  @Test
  void a_tag_that_is_a_parameter_is_not_what_its_name_says() {
    assertThat(
            Scanned.ts(
                """
                sql.begin((t) => t`select a from t where b = ${b}`);
                t.$executeRaw`update t set a = ${a}`;
                """))
        .isEqualTo(
            """
            select a from t where b = {VALUE:b}
            update t set a = {VALUE:a}\
            """);
  }
}
