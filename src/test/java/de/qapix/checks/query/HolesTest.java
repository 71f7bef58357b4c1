package de.qapix.checks.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.finding.Extent;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is checked around pieces of a query that are known only when the program runs. */
class HolesTest {

  private static Corpus corpus;

  @BeforeAll
  static void open() throws Exception {
    corpus = new Corpus();
  }

  @AfterAll
  static void close() throws Exception {
    corpus.close();
  }

  /** How many queries were checked, and a line for each finding. */
  private static String check(String... lines) {
    FileReport report = corpus.check("q.ts", String.join("\n", lines));
    Extent extent = report.extent();
    Stream<String> findings =
        report.findings().stream()
            .map(
                each ->
                    each.rule().substring("query/".length())
                        + " "
                        + each.place().orElseThrow().toString().substring("q.ts:".length())
                        + " "
                        + each.subject());
    return Stream.concat(
            Stream.of("checked " + extent.checked() + " of " + extent.queries()), findings)
        .collect(joining("\n"));
  }

  @Test
  void a_hole_behind_a_point_is_a_column_and_what_follows_is_none() {
    assertThat(
            check(
                "pool.query(`SELECT d.${c} AS x, d.titel FROM \"Deal\" d ORDER BY d.${c} DESC`);",
                "pool.query(`SELECT d.${c} utm FROM \"Deal\" d WHERE coalesce(d.${c}, '') != ''`);",
                "pool.query('SELECT d.' + c + ' AS x FROM \"Deal\" d GROUP BY d.' + c);",
                "pool.query(`SELECT d.\"id\" FROM \"Deal\" d ORDER BY d.${c} NULLS LAST`);",
                "pool.query(`UPDATE \"Deal\" SET ${c} = $1 WHERE \"id\" = $2`);"))
        .isEqualTo("checked 5 of 5\nunknown-column 1:35 d.titel");
  }

  @Test
  void a_hole_can_be_a_part_of_the_name_of_a_column() {
    assertThat(check("pool.query(`SELECT t.title, l.${kind}_id FROM call_log l, \"Deal\" t`);"))
        .isEqualTo("checked 1 of 1");
  }

  @Test
  void a_hole_can_be_a_collation() {
    assertThat(
            check(
                "pool.query(`SELECT title FROM \"Deal\" ORDER BY title COLLATE \"${c}\", titel`);",
                "pool.query(`SELECT title FROM \"Deal\" ORDER BY title COLLATE ${c}`);"))
        .isEqualTo("checked 2 of 2\nunknown-column 1:69 titel");
  }

  @Test
  void names_in_two_braces_are_values_that_a_helper_of_the_project_puts_in() {
    assertThat(
            check(
                "rawQuery(`SELECT titel FROM \"Deal\" WHERE \"id\" = {{id}}",
                "  AND \"createdAt\" > {{ since::timestamptz }} AND \"title\" ilike"
                    + " '%{{text}}%'`);"))
        .isEqualTo("checked 1 of 1\nunknown-column 1:18 titel");
  }

  @Test
  void a_name_in_two_braces_can_be_made_when_the_program_runs() {
    assertThat(
            check(
                "rawQuery(`SELECT titel FROM \"Deal\" WHERE \"id\" = ANY({{${name}}})",
                "  AND \"createdAt\" > {{from_${name}::date}}`);"))
        .isEqualTo("checked 1 of 1\nunknown-column 1:18 titel");
  }

  @Test
  void a_branch_that_makes_no_sql_hides_nothing_of_the_others() {
    assertThat(
            check(
                "const clause = (by) => { switch (by) {",
                "  case 'a': return 'title = $1'; case 'b': return 'titel = $1'; default: return"
                    + " ''; } };",
                "const list = (by) => pool.query(`SELECT id FROM \"Deal\" WHERE ${clause(by)} LIMIT"
                    + " 1`);"))
        .isEqualTo("checked 1 of 1\nunknown-column 2:52 titel");
  }

  @Test
  void all_else_in_two_braces_may_be_anything() {
    FileReport report =
        corpus.check(
            "model.sql",
            """
            select titel from "Deal" where {{ var('filter') }};
            select id from {{ ref('deals') }} where true;
            """);

    assertThat(report.findings()).extracting(each -> each.subject()).containsExactly("titel");
    assertThat(report.extent().checked()).isEqualTo(1);
  }

  @Test
  void the_formats_of_pg_promise_are_lists_names_and_pieces() {
    assertThat(
            check(
                "db.any('SELECT titel FROM \"Deal\" WHERE \"id\" IN ($1:csv)', [ids]);",
                "db.any('SELECT ${columns^} FROM \"Deal\" WHERE \"id\" IN (${ids:csv})', all);",
                "db.any('SELECT ${columns:name} FROM \"Deal\" WHERE \"id\" = $<id>', all);",
                "db.any('SELECT \"id\" FROM \"Lead\" ORDER BY ${by~} ${dir:raw}', all);",
                "db.none('UPDATE \"User\" SET \"settings\" = ${settings:json} WHERE \"id\" ="
                    + " ${id}', u);",
                "db.none('INSERT INTO \"Tag\" (${this:name}) VALUES (${this:csv})', tag);"))
        .isEqualTo("checked 6 of 6\nunknown-column 1:16 titel");
  }

  @Test
  void what_has_an_exclamation_mark_in_pgtyped_is_a_value_and_what_has_names_is_a_list() {
    assertThat(
            check(
                "sql`INSERT INTO \"Team\" (\"id\", \"name\") VALUES $$teams(id, name)`;",
                "sql`INSERT INTO \"Team\" (\"id\", \"name\") VALUES $team(id, name) RETURNING"
                    + " nam`;",
                "sql`SELECT \"id\" FROM \"Team\" WHERE \"name\" IN $$names AND \"budgetCents\" >"
                    + " $min!`;",
                "sql`UPDATE \"Team\" SET \"name\" = $name WHERE \"id\" = $id! AND $on != true`;",
                "sql`SELECT \"id\" FROM \"Team\" WHERE \"id\" = :id! OR \"id\" IN :ids`;"))
        .isEqualTo("checked 5 of 5\nunknown-column 2:72 nam");
  }

  @Test
  void marks_in_what_a_helper_of_the_project_gets_are_no_mistakes() {
    assertThat(
            check(
                "run('SELECT title FROM \"Deal\" WHERE \"id\" = {id}');",
                "run('SELECT d.titel FROM \"Deal\" d WHERE \"id\" = #{id}');",
                "run('SELECT title FROM \"Deal\" WHERE \"id\" = %(id)s');",
                "run('SELECT title FROM \"Deal\" WHERE \"id\" = %s');",
                "run('SELECT title FROM \"Deal\" WHERE \"id\" = <%= id %>');"))
        .isEqualTo("checked 1 of 5\nunknown-column 2:15 d.titel");
  }

  @Test
  void what_a_client_sends_itself_has_no_such_marks() {
    assertThat(
            check(
                "import { Pool } from 'pg';",
                "new Pool().query(`SELECT title FROM \"Deal\" WHERE \"id\" = {id}`);",
                "new Pool().query(`SELECT title FROM \"Deal\" WHERE \"id\" = %s`);"))
        .isEqualTo("checked 2 of 2\nsyntax 2:57 {\nplaceholder 3:57 %");
  }

  @Test
  void psql_puts_in_tables_too() {
    assertThat(
            corpus
                .check("q.sql", "SELECT d.titel FROM :tab t, \"Deal\" d WHERE d.title = :'x';")
                .findings())
        .extracting(Object::toString)
        .hasSize(1)
        .first()
        .asString()
        .contains("d.titel");
  }
}
