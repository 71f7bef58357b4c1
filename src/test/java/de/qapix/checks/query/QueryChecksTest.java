package de.qapix.checks.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.fix.Edit;
import de.qapix.checks.fix.Fix;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is found in queries, where, and what it says was meant. */
class QueryChecksTest {

  private static Corpus corpus;

  @BeforeAll
  static void open() throws Exception {
    corpus = new Corpus();
  }

  @AfterAll
  static void close() throws Exception {
    corpus.close();
  }

  /** A line for each finding: rule, place, what is written, what was meant. */
  private static String sql(String text) {
    return told(corpus.check("q.sql", text));
  }

  private static String typescript(String text) {
    return told(corpus.check("q.ts", text));
  }

  private static String told(FileReport report) {
    return report.findings().stream().map(QueryChecksTest::told).collect(joining("\n"));
  }

  private static String told(Finding finding) {
    return finding.rule().substring("query/".length())
        + " "
        + finding.place().orElseThrow().toString().replaceFirst("^q\\.\\w+:", "")
        + " "
        + finding.subject()
        + finding.expected().map(meant -> " -> " + meant).orElse("");
  }

  @Test
  void all_that_is_wrong_in_a_query_is_found_and_not_only_the_first() {
    assertThat(
            sql(
                """
                select ca.calendly_event_id, u.display_name, ca.resultvalue
                from custom_activity ca
                join users u on u.id = ca.user_id
                where ca.lead_email = 'x' and u."isActiv";
                """))
        .isEqualTo(
            """
            unknown-table 2:6 custom_activity -> "CustomActivity"
            unknown-table 3:6 users -> "User"
            unknown-column 3:27 ca.user_id -> ca."userId"
            unknown-column 1:11 ca.calendly_event_id -> ca."calendlyEventId"
            unknown-column 1:32 u.display_name -> u."displayName"
            unknown-column 1:49 ca.resultvalue -> ca."resultValue"
            unknown-column 4:10 ca.lead_email -> ca."leadEmail"
            unknown-column 4:33 u."isActiv" -> u."isActive\"\
            """);
  }

  @Test
  void names_in_lists_that_are_written_to_are_told_too() {
    assertThat(sql("insert into \"Tag\" (tag_label) values ('x');"))
        .isEqualTo("unknown-column 1:20 tag_label");
    assertThat(sql("insert into \"Deal\" (id, lead_id, stage_id) values ('1', '2', '3');"))
        .isEqualTo(
            """
            unknown-column 1:25 lead_id -> "leadId"
            unknown-column 1:34 stage_id -> "stageId\"\
            """);
    assertThat(sql("update \"Deal\" set lost_reason = null, amountCents = 1;"))
        .isEqualTo(
            """
            unknown-column 1:19 lost_reason -> "lostReason"
            unknown-column 1:39 amountCents -> "amountCents\"\
            """);
  }

  @Test
  void a_column_of_another_table_of_the_query_is_pointed_to() {
    assertThat(
            sql(
                "select d.\"displayName\" from \"Deal\" d join \"User\" u on u.id = d.\"ownerId\";"))
        .isEqualTo("unknown-column 1:10 d.\"displayName\" -> u.\"displayName\"");
  }

  @Test
  void a_column_like_it_in_its_own_table_comes_before_the_same_name_in_another() {
    assertThat(
            sql(
                "select d.owner_idd, d.display from \"Deal\" d join \"User\" u on u.id = d.\"ownerId\";"))
        .startsWith("unknown-column 1:10 d.owner_idd -> d.\"ownerId\"");
  }

  @Test
  void the_cause_is_the_column_of_the_table_whatever_the_query_calls_it() {
    assertThat(
            corpus
                .check(
                    "q.sql",
                    """
                    select u.display_name from "User" u;
                    select "User".display_name from "User";
                    select display_name from "User";
                    select x.display_name from (select "displayName" from "User") x;
                    """)
                .findings())
        .extracting(finding -> finding.cause().orElseThrow())
        .containsExactly(
            "\"User\".\"displayName\"",
            "\"User\".\"displayName\"",
            "\"User\".\"displayName\"",
            "x.\"displayName\"");
  }

  @Test
  void a_query_in_which_something_is_wrong_was_checked_and_not_skipped() {
    String wrong = "pool.query(`select u.display_name from \"User\" u join ${table} t on true`);";
    FileReport report = corpus.check("q.ts", wrong);
    FileReport right = corpus.check("q.ts", wrong.replace("display_name", "\"displayName\""));

    assertThat(told(report)).startsWith("unknown-column");
    assertThat(report.extent().checked()).isEqualTo(1);
    assertThat(report.extent().skipped()).isEmpty();
    assertThat(right.extent().skipped()).containsEntry("table-at-run-time", 1);
  }

  @Test
  void what_a_common_table_expression_returns_is_known() {
    assertThat(
            sql(
                """
                with won as (select "ownerId", sum("amountCents") as "wonCents" from "Deal" group by 1)
                select w.owner_id, w.won_cents from won w;
                """))
        .isEqualTo(
            """
            unknown-column 2:10 w.owner_id -> w."ownerId"
            unknown-column 2:22 w.won_cents -> w."wonCents\"\
            """);
  }

  @Test
  void a_table_that_is_called_like_a_keyword_needs_its_quotes() {
    assertThat(sql("select u.email from user u;")).isEqualTo("unknown-table 1:21 user -> \"User\"");
  }

  @Test
  void an_alias_that_is_not_there_is_told() {
    assertThat(sql("select ev.id from \"CalendlyEvent\" e;")).isEqualTo("missing-from 1:8 ev -> e");
  }

  @Test
  void functions_types_and_operators_are_told() {
    assertThat(sql("select date_trunk('day', now());"))
        .isEqualTo("unknown-function 1:8 date_trunk -> date_trunc");
    assertThat(sql("select 'WON'::dealstatus;"))
        .isEqualTo("unknown-type 1:15 dealstatus -> \"DealStatus\"");
    assertThat(sql("select * from \"Deal\" where \"createdAt\" > 5;"))
        .isEqualTo("wrong-type 1:40 >");
    assertThat(sql("select * from \"Deal\" where status = 'won';"))
        .isEqualTo("wrong-type 1:37 'won' -> 'WON'");
    assertThat(sql("select id from \"Deal\" d join \"Lead\" l on l.id = d.\"leadId\";"))
        .isEqualTo("ambiguous-column 1:8 id");
  }

  @Test
  void a_value_that_an_enum_does_not_have_is_told_with_the_one_that_was_meant() {
    assertThat(sql("update \"Deal\" set status = 'LOSST';\nselect 'nothing'::\"DealStatus\";"))
        .isEqualTo("wrong-type 1:28 'LOSST' -> 'LOST'\nwrong-type 2:8 'nothing'");
  }

  @Test
  void a_name_of_a_column_with_capitals_is_returned_without_them() {
    FileReport report =
        corpus.check(
            "q.ts",
            """
            const { rows } = await pool.query('SELECT count(*) AS totalEvents FROM "Deal"');
            return rows[0].totalEvents;
            """);
    assertThat(told(report)).isEqualTo("folded-alias 1:55 totalEvents -> \"totalEvents\"");
    assertThat(report.findings().get(0).arguments())
        .containsExactly("totalevents", "q.ts:2:16", "read");
  }

  @Test
  void places_are_right_behind_emoji_tabs_and_carriage_returns() {
    assertThat(
            typescript(
                "// ä\r\nconst s = '😀'; const t = sql`\tselect '👍',\r\n\tu.display_name from \"User\" u`;\r\n"))
        .isEqualTo("unknown-column 3:4 u.display_name -> u.\"displayName\"");
    assertThat(typescript("const s = '😀'; pool.query('select emial from \"User\"');"))
        .isEqualTo("unknown-column 1:35 emial -> email");
  }

  @Test
  void parameters_of_all_libraries_are_understood() {
    assertThat(
            sql(
                """
                select * from "Deal" where id = $1 and "leadId" = $2 and "ownerId" = $1;
                select * from "Deal" where id = ? and "leadId" in (?, ?) limit ?;
                select * from "Deal" where id = :id and "createdAt"::date > :day::date and "stageHistory" ? 'x';
                select * from "Deal" where id = @id and "stageHistory" @> @part;
                select "tagNames"[1:2] from "Lead" where "customFields" ?| array['a', 'b'];
                """))
        .isEmpty();
  }

  @Test
  void placeholders_of_another_language_are_told() {
    assertThat(sql("select * from \"Deal\" where id = %s;")).isEqualTo("placeholder 1:33 %");
  }

  @Test
  void a_question_mark_is_no_parameter_of_node_postgres() {
    assertThat(
            typescript(
                """
                import { Pool } from 'pg';
                const pool = new Pool();
                pool.query('select * from "Lead" where "customFields" ? $1', ['x']);
                pool.query('select * from "Lead" where id = ?', [id]);
                """))
        .isEqualTo("placeholder 4:45 ?");
  }

  @Test
  void a_value_that_a_library_binds_cannot_stand_between_quotes() {
    assertThat(
            typescript(
                """
                import { PrismaClient } from '@prisma/client';
                const prisma = new PrismaClient();
                prisma.$queryRaw`select 1 from "Lead" where "createdAt" > now() - interval '${days} days'`;
                """))
        .isEqualTo("quoted-value 3:79 days");
  }

  @Test
  void the_tags_of_neon_and_vercel_bind_values_too() {
    String query = "await sql`select id from \"Lead\" where \"fullName\" = '${name}'`;";

    assertThat(typescript("import { sql } from '@vercel/postgres';\n" + query))
        .isEqualTo("quoted-value 2:55 name");
    assertThat(
            typescript(
                "import { neon } from '@neondatabase/serverless';\nconst sql = neon(url);\n"
                    + query))
        .isEqualTo("quoted-value 3:55 name");
  }

  @Test
  void a_file_of_sql_is_known_by_each_of_its_endings() {
    for (String ending : List.of("sql", "SQL", "psql", "pgsql")) {
      assertThat(told(corpus.check("q." + ending, "select id from \"Deal\" where")))
          .as(ending)
          .isEqualTo("syntax 1:1 select");
    }
  }

  @Test
  void what_a_client_of_another_database_sends_is_left_out_whatever_it_looks_like() {
    for (String client : List.of("alasql", "cassandra-driver", "mariadb", "mssql")) {
      FileReport report =
          corpus.check(
              "q.ts",
              "import db from '%s';\ndb.execute('SELECT name FROM orders');".formatted(client));
      assertThat(report.findings()).as(client).isEmpty();
      assertThat(report.extent().skipped()).containsEntry("other-database", 1);
    }
  }

  @Test
  void whatever_node_postgres_is_given_is_meant_to_be_sql() {
    assertThat(
            typescript(
                """
                import { Pool } from 'pg';
                const pool = new Pool();
                pool.query(`delete "Lead" where id = $1`, [id]);
                pool.query('selct * from "Lead"');
                pool.query('select `id` from "Lead"');
                """))
        .isEqualTo("syntax 3:20 \"Lead\"\nsyntax 4:13 selct\nsyntax 5:25 from");
  }

  @Test
  void parameters_of_single_libraries_are_understood() {
    assertThat(
            sql(
                """
                select * from "Deal" where "ownerId" = $owner and id = $<id> and title = $/title/;
                select * from "Deal" where id = sqlc.arg(id) and title = sqlc.narg('title');
                """))
        .isEmpty();
  }

  @Test
  void a_parameter_of_no_type_does_not_make_others_texts() {
    assertThat(sql("select concat(\"firstName\", $1), \"leadScore\" + $2 from \"Lead\";"))
        .isEmpty();
  }

  @Test
  void rows_that_are_given_to_copy_are_no_sql() {
    assertThat(sql("copy \"Tag\" (label) from stdin;\na's\nb\n\\.\nselect tag from \"Tag\";\n"))
        .isEqualTo("unknown-column 5:8 tag");
  }

  @Test
  void a_text_in_double_quotes_takes_single_ones() {
    assertThat(sql("select id from \"Deal\" where status = \"OPEN\";"))
        .isEqualTo("unknown-column 1:38 \"OPEN\" -> 'OPEN'");
  }

  @Test
  void nothing_is_told_of_what_was_only_guessed() {
    assertThat(sql("select 1 from \"Deal\" d where d.stat = 1;"))
        .isEqualTo("unknown-column 1:32 d.stat -> d.status");
    assertThat(sql("select u.\"displayName\" from \"Lead\" l;")).isEqualTo("missing-from 1:8 u");
    assertThat(sql("select 1 from \"Lead\" l join call_log c on c.lead_id = l.\"leadId\";"))
        .isEqualTo("unknown-column 1:57 l.\"leadId\"");
  }

  @Test
  void a_column_that_the_file_adds_is_there() {
    assertThat(
            sql(
                """
                alter table "Lead" add column "newColumn" text;
                update "Lead" set "newColumn" = 'x';
                """))
        .isEmpty();
  }

  @Test
  void what_a_file_makes_itself_is_no_mistake_and_counted() {
    FileReport report =
        corpus.check(
            "q.sql",
            """
            create temp table staged (mail text);
            insert into staged select email from "User";
            select s.mail, u.display_name from staged s join "User" u on u.email = s.mail;
            """);
    assertThat(told(report)).isEqualTo("unknown-column 3:18 u.display_name -> u.\"displayName\"");
    assertThat(report.extent().skipped())
        .containsEntry("definition", 1)
        .containsEntry("own-table", 1);
  }

  @Test
  void sql_of_other_databases_is_left_out_and_counted() {
    FileReport report =
        corpus.check(
            "q.ts",
            """
            import mysql from 'mysql2/promise';
            await mysql.query('SELECT `id` FROM `orders` WHERE total > ? LIMIT 5, 10');
            """);
    assertThat(report.findings()).isEmpty();
    assertThat(report.extent().skipped()).containsEntry("other-database", 1);
  }

  @Test
  void where_a_table_is_not_known_the_rest_is_looked_up_all_the_same() {
    String query =
        "pool.query(`select u.display_name from ${table} t join \"User\" u on u.id = t.user`);";
    assertThat(typescript(query))
        .isEqualTo("unknown-column 1:22 u.display_name -> u.\"displayName\"");
  }

  @Test
  void a_piece_of_sql_that_is_not_known_hides_nothing_else() {
    assertThat(
            typescript(
                "pool.query(`select u.display_name from \"User\" u ${joins} where ${where} and x.y = 1`);"))
        .isEqualTo("unknown-column 1:22 u.display_name -> u.\"displayName\"");
  }

  @Test
  void a_comment_passes_over_a_rule_and_is_told_when_it_passes_over_nothing() {
    assertThat(
            sql(
                """
                -- qapix-ignore unknown-column
                select nothing from "User";
                select nobody from "User"; -- qapix-ignore unknown-column
                -- qapix-ignore unknown-table
                select noone from "User";
                """))
        .isEqualTo(
            """
            unknown-column 5:8 noone
            unused-ignore 4:1 qapix-ignore unknown-table\
            """);
    assertThat(
            typescript(
                """
                // qapix-ignore unknown-column
                pool.query(`
                  select nothing
                  from "User"`);
                """))
        .isEmpty();
  }

  @Test
  void a_comment_without_rules_passes_over_nothing_and_one_of_a_file_over_all_of_it() {
    assertThat(
            sql(
                """
                -- qapix-ignore: the view comes later
                -- qapix-ignore unknown-column: and has these columns
                select nothing,
                  nobody from "User";
                select noone from "User";
                -- qapix-ignore
                select 1;
                -- qapix-ignore lint/ban-drop-table
                select 2;
                """))
        .isEqualTo(
            """
            unknown-column 5:8 noone
            unused-ignore 1:1 qapix-ignore
            unused-ignore 6:1 qapix-ignore\
            """);
    assertThat(
            typescript(
                """
                pool.query(`select nothing from "User"`);
                // qapix-ignore-file unknown-column, unknown-table
                pool.query(`select nobody from "User"`);
                """))
        .isEqualTo("unused-ignore 2:1 qapix-ignore unknown-table");
  }

  @Test
  void several_statements_in_one_string_are_all_looked_at() {
    assertThat(typescript("pool.query('select 1; select emial from \"User\"; select 2');"))
        .isEqualTo("unknown-column 1:30 emial -> email");
  }

  @Test
  void a_query_of_thousands_of_lines_is_looked_at_to_its_end() {
    String rows = "  or (id = ? and \"leadId\" = 'x')\n".repeat(5_000);
    assertThat(sql("select * from \"Deal\" where false\n" + rows + "or lead_id = '1';"))
        .isEqualTo("unknown-column 5002:4 lead_id -> \"leadId\"");
  }

  @Test
  void what_can_be_meant_in_one_way_only_can_be_mended() {
    FileReport report = corpus.check("q.sql", "select u.display_name, u.emial from \"User\" u;");
    assertThat(report.fixes())
        .flatExtracting(fixes -> fixes.due(false))
        .flatExtracting(Fix::edits)
        .extracting(Edit::text, Edit::start, Edit::end)
        .containsExactly(tuple("\"displayName\" AS display_name", 9, 21));
  }

  @Test
  void what_is_wrong_only_where_two_branches_meet_that_may_not_is_no_finding() {
    String query =
        """
        const from = joined ? '"Deal" d JOIN "Lead" l ON l."id" = d."leadId"' : '"Deal" d';
        pool.query(`SELECT d."id" ${full ? ', l."fullName"' : ''} FROM ${from}`);
        """;

    assertThat(typescript(query)).isEmpty();
    assertThat(typescript(query.replace("full ?", "!joined ?"))).isEqualTo("missing-from 2:42 l");
  }

  @Test
  void what_is_wrong_in_one_of_the_values_is_found_at_it() {
    assertThat(
            typescript(
                """
                const COLUMNS = { title: '"title"', owner: 'd."owner"' };
                pool.query(`SELECT d."id" FROM "Deal" d ORDER BY ${COLUMNS[by]}`);
                """))
        .isEqualTo("unknown-column 1:47 d.\"owner\" -> d.\"ownerId\"");
  }

  @Test
  void sql_that_comes_from_a_parameter_is_counted_as_not_checked_at_its_place() {
    FileReport report =
        corpus.check("q.ts", "const run = (db, sent) =>\n  db.$executeRawUnsafe(sent);");

    assertThat(report.skipped())
        .extracting(skipped -> skipped.place() + " " + skipped.why())
        .containsExactly("q.ts:2:24 SQL_AT_RUN_TIME");
  }

  @Test
  void a_query_with_more_variants_than_can_be_tried_is_named_with_its_place() {
    StringBuilder code =
        new StringBuilder("let q = 'SELECT d.\"id\" FROM \"Deal\" d WHERE true';\n");
    for (int i = 0; i < 24; i++) {
      code.append("if (x")
          .append(i)
          .append(") q += ' AND d.\"title\" <> $")
          .append(i + 1)
          .append("';\n");
    }

    FileReport report = corpus.check("q.ts", code + "pool.query(q);");

    assertThat(report.findings()).isEmpty();
    assertThat(report.extent().branches()).isEqualTo(1);
    assertThat(report.skipped())
        .extracting(skipped -> skipped.place() + " " + skipped.why())
        .containsExactly("q.ts:1:10 MORE_VARIANTS");
  }

  @Test
  void a_hole_as_the_schema_of_a_table_hides_nothing() {
    assertThat(
            typescript(
                "prisma.$queryRaw`SELECT title FROM ${schema}.\"Deal\" WHERE leadid = ${id}`"))
        .isEqualTo("unknown-column 1:59 leadid -> \"leadId\"");
  }

  @Test
  void a_script_in_the_folder_of_a_migration_is_one_of_it() {
    String code = "tx.$queryRaw`select gone from events`;";

    assertThat(corpus.check("data/20241209104738_users/migration.ts", code).extent().skipped())
        .containsEntry("migration", 1);
    assertThat(corpus.check("data/20241209104738_users/app.ts", code).extent().skipped()).isEmpty();
  }
}
