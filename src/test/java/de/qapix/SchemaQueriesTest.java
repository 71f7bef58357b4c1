package de.qapix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code qapix schema check --sql} and {@code --source}: the queries of any application. */
class SchemaQueriesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static final String OUTAGE =
      """
      import { prisma } from '../db';

      export async function totals(leadId: string) {
        const rows = await prisma.$queryRaw`
          SELECT
            ce.id,
            ca."activityType",
            ca."leadId",
            count(*) AS "totalEvents"
          FROM calendly_events ce
          LEFT JOIN custom_activities ca
            ON ce.id = ca.calendly_event_id
          WHERE ce."leadId" = ${leadId}
          GROUP BY 1, 2, 3`;
        return rows.map((row) => row.totalEvents);
      }
      """;

  private static final String WRONG = "pool.query('select a.matched_at from custom_activities a');";
  private static final String RIGHT =
      "pool.query('select a.\"matchedAt\" from custom_activities a');";

  /** The embedded server is unpacked there once. */
  @TempDir private static Path home;

  @TempDir private Path folder;
  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  @Test
  void the_query_of_the_outage_is_found_with_its_place_and_what_to_write_instead()
      throws Exception {
    Path file = write("app/api/x.ts", OUTAGE);

    Run run = check("--source", folder + "/app/**/*.ts");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().replace(folder + "/", ""))
        .isEqualTo(
            """
            Queries that fail or return something else than intended
              error    app/api/x.ts:12:21  query/unknown-column
                       12 |       ON ce.id = ca.calendly_event_id
                          |                     ^^^^^^^^^^^^^^^^^
                       PostgreSQL: column ca.calendly_event_id does not exist
                       did you mean ca."calendlyEventId"?

            checked 1 of 1 query in 1 file
            queries against the tables of qapix: 1 error (0.0 s)
            """);

    Files.writeString(file, OUTAGE.replace("calendly_event_id", "\"calendlyEventId\""));
    Run mended = check("--source", folder + "/app/**/*.ts");
    assertThat(mended.code()).as(mended.out()).isZero();
    assertThat(mended.out()).contains("no problems found");
  }

  @Test
  void the_same_is_told_in_german() throws Exception {
    write("app/api/x.ts", OUTAGE);

    assertThat(check("--source", folder.toString(), "--lang", "de").out())
        .contains("Abfragen, die scheitern oder etwas anderes liefern als beabsichtigt")
        .contains("Fehler   " + folder + "/app/api/x.ts:12:21")
        .contains("meinten Sie ca.\"calendlyEventId\"?\n")
        .contains("1 von 1 Abfrage in 1 Datei geprüft")
        .contains("Abfragen gegen die Tabellen von qapix: 1 Fehler (0,0 s)");
  }

  @Test
  void what_the_server_was_not_asked_is_told_in_our_own_words() throws Exception {
    write(
        "x.ts",
        """
        import { Pool } from 'pg';
        const pool = new Pool();
        pool.query(`SELECT a.nothing FROM ${table} t JOIN custom_activities a ON true`);
        pool.query('SELECT id FROM custom_activities WHERE id = ?', [id]);
        pool.query('LOCK TABLE custom_activity');
        """);

    assertThat(check("--source", folder.toString()).out())
        .contains("column a.nothing does not exist\n")
        .contains(
            "node-postgres sends ? as it is written, and PostgreSQL takes it for an operator\n")
        .contains("table custom_activity does not exist\n")
        .doesNotContain("PostgreSQL: ");
    assertThat(check("--source", folder.toString(), "--lang", "de").out())
        .contains("Spalte a.nothing existiert nicht\n")
        .contains(
            "node-postgres schickt ? unverändert, und PostgreSQL hält es für einen Operator\n")
        .contains("Tabelle custom_activity existiert nicht\n")
        .doesNotContain("PostgreSQL: ");
  }

  @Test
  void a_table_that_is_called_like_a_value_is_told_in_the_language_that_was_asked_for()
      throws Exception {
    write("db/V1__user.sql", "create table \"user\" (id text);");
    write("q.sql", "select id from user;");
    String migrations = folder.resolve("db").toString();
    String queries = folder.resolve("q.sql").toString();

    assertThat(check("--migrations", migrations, "--sql", queries).out())
        .contains(
            "user without quotes is not a table, but a value such as the current user's name\n")
        .contains("did you mean \"user\"?\n");
    assertThat(check("--migrations", migrations, "--sql", queries, "--lang", "de").out())
        .contains(
            "user ohne Anführungszeichen ist keine Tabelle,"
                + " sondern ein Wert wie der Name des aktuellen Benutzers\n");
  }

  @Test
  void programs_get_the_same_with_the_line_and_how_much_was_checked() throws Exception {
    write("x.ts", OUTAGE);
    write("m.min.js", "x");

    JsonNode report = check("--source", folder.toString(), "--format", "json").json();

    JsonNode finding = report.path("findings").path(0);
    assertThat(finding.path("line").intValue()).isEqualTo(12);
    assertThat(finding.path("column").intValue()).isEqualTo(21);
    assertThat(finding.path("endColumn").intValue()).isEqualTo(38);
    assertThat(finding.path("expected").stringValue()).isEqualTo("ca.\"calendlyEventId\"");
    assertThat(finding.path("source").stringValue())
        .isEqualTo("      ON ce.id = ca.calendly_event_id");
    assertThat(report.path("coverage").toString())
        .isEqualTo(
            "{\"files\":1,\"queries\":1,\"checked\":1,\"skipped\":{},\"branches\":0,"
                + "\"unread\":{\""
                + folder
                + "/m.min.js\":\"minified\"}}");
  }

  @Test
  void files_are_found_by_patterns_and_what_is_installed_or_hidden_is_left_out() throws Exception {
    write("app/[id]/(group)/x.ts", WRONG);
    write("app/y.test.ts", WRONG);
    write("app/node_modules/z.ts", WRONG);
    write("app/.next/z.ts", WRONG);
    write("app/old/z.js", WRONG);
    Files.createSymbolicLink(folder.resolve("app/loop"), folder.resolve("app"));

    assertThat(files("--source", folder.toString()))
        .containsExactly("app/[id]/(group)/x.ts", "app/old/z.js", "app/y.test.ts");
    assertThat(files("--source", folder + "/app/**/*.{ts,tsx}", "--exclude", "*.test.ts"))
        .containsExactly("app/[id]/(group)/x.ts");
    assertThat(files("--source", folder + "/app/[id]/(group)/*", "--exclude", "old"))
        .containsExactly("app/[id]/(group)/x.ts");
    assertThat(files("--source", folder + "/**/node_modules/**"))
        .containsExactly("app/node_modules/z.ts");
    assertThat(files("--source", folder + "/app/y.test.ts", folder + "/app/old"))
        .containsExactly("app/old/z.js", "app/y.test.ts");
  }

  @Test
  void a_pattern_that_matches_nothing_is_a_mistake_unless_it_may() throws Exception {
    write("x.ts", RIGHT);

    Run run = check("--source", folder + "/*.js");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no file matches " + folder + "/*.js");
    assertThat(check("--source", folder + "/*.js", "--allow-empty").code()).isZero();
  }

  @Test
  void files_that_cannot_be_read_are_counted_with_the_reason() throws Exception {
    write("latin1.ts", "pool.query('select \u00e4 from x');", ISO_8859_1);
    write("utf16.ts", "\uFEFF" + WRONG, UTF_16LE);
    write("marked.sql", "\uFEFFselect matched_at from custom_activities");
    write("bundle.js", "function a(b){return c(b);}".repeat(2_000) + WRONG);
    write("huge.js", " ".repeat(6_000_000) + WRONG);
    write("data.js", "const d = '" + "A".repeat(40_000) + "';\n" + WRONG);

    Run run = check("--source", folder.toString(), "--sql", folder.toString());

    assertThat(run.out().replace(folder + "/", ""))
        .contains("utf16.ts:1:22", "marked.sql:1:8", "data.js:2:22")
        .contains("1 file not read (minified): bundle.js\n")
        .contains("1 file not read (not UTF-8 or UTF-16): latin1.ts\n")
        .contains("1 file not read (larger than 5 MB): huge.js\n")
        .contains("3 errors");
  }

  @Test
  void what_was_not_checked_is_counted_and_can_be_too_much() throws Exception {
    write("x.ts", RIGHT + "\npool.query(`select id from ${name()} where id = $1`);\n");

    Run run = check("--source", folder.toString(), "--min-coverage", "90%", "-v");

    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out())
        .contains("checked 1 of 2 queries in 1 file; 1 skipped: 1 with a table name known only")
        .contains("only 50 % of the queries could be checked; --min-coverage requires 90 %");
    assertThat(run.err())
        .containsPattern("skipped .*/x\\.ts:2:\\d+: table name known only at run time\n");
    assertThat(check("--source", folder.toString(), "--min-coverage", "50%").code()).isZero();
    write("mysql.ts", "import mysql from 'mysql2';\nmysql.query('select `id` from `x`');\n");
    assertThat(check("--source", folder.toString(), "--min-coverage", "50%").code())
        .as("others' queries do not count")
        .isZero();
  }

  @Test
  void names_that_can_only_be_meant_in_one_way_are_put_right() throws Exception {
    Path file =
        write(
            "x.js",
            "const a = \"select ca.matched_at\" +\r\n  \" from custom_activities ca\";\r\n"
                + "pool.query(a);\r\n"
                + WRONG
                + "\r\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    String before = Files.readString(file);

    Run dry = check("--source", folder.toString(), "--fix", "--dry-run");
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(dry.code()).isEqualTo(1);
    assertThat(dry.err()).contains("1 file would be changed.");

    Run run = check("--source", folder.toString(), "--fix");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("--- a/")
        .contains("-const a = \"select ca.matched_at\" +\n")
        .contains("+const a = \"select ca.\\\"matchedAt\\\" AS matched_at\" +\n")
        .contains("no problems found");
    assertThat(Files.readString(file))
        .isEqualTo(
            before
                .replace("ca.matched_at", "ca.\\\"matchedAt\\\" AS matched_at")
                .replace("a.matched_at from", "a.\"matchedAt\" AS matched_at from"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void after_a_fix_the_program_reads_what_it_has_always_read() throws Exception {
    write("db/V1__user.sql", "create table \"User\" (id text, \"createdAt\" timestamptz);");
    String source =
        """
        import { PrismaClient } from '@prisma/client';
        const prisma = new PrismaClient();
        export async function f() {
          const rows = await prisma.$queryRaw<any[]>`SELECT id, created_at, count(*) AS totalUsers FROM "User" GROUP BY id, created_at ORDER BY totalUsers`;
          for (const row of rows) console.log(row.created_at, row.totalUsers);
        }
        """;
    Path file = write("x.ts", source);

    Run run = check("--migrations", folder + "/db", "--source", file.toString(), "--fix");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(file)
        .hasContent(
            source
                .replace(
                    ", created_at, count(*) AS totalUsers",
                    ", \"createdAt\" AS created_at, count(*) AS \"totalUsers\"")
                .replace(
                    "id, created_at ORDER BY totalUsers",
                    "id, \"createdAt\" ORDER BY \"totalUsers\""));
  }

  @Test
  void tables_that_are_spelt_otherwise_are_put_right_only_if_that_is_asked_for() throws Exception {
    write("db/V1__user.sql", "create table \"User\" (id text, \"createdAt\" timestamptz);");
    Path file = write("x.ts", "pool.query('select id from users where created_at < now()');\n");
    String[] arguments = {"--migrations", folder + "/db", "--source", file.toString(), "--fix"};

    assertThat(check(arguments).err()).contains("Nothing was changed.");
    arguments[4] = "--fix=tables";
    assertThat(check(arguments).code()).isZero();
    assertThat(file)
        .hasContent("pool.query('select id from \"User\" where \"createdAt\" < now()');");
    arguments[4] = "--fix=all";
    assertThat(check(arguments).code()).isEqualTo(2);
  }

  @Test
  void a_file_that_may_not_be_changed_is_named_with_the_reason() throws Exception {
    Path file = write("app/x.ts", WRONG);
    Files.createSymbolicLink(folder.resolve("link.ts"), file);
    write("y.sql", "insert into custom_activities (matched_at) values (now());");

    Run run = check("--source", folder + "/link.ts", "--sql", folder + "/y.sql", "--fix");

    assertThat(run.err().replace(folder + "/", ""))
        .contains("link.ts was not changed: a symbolic link leads there\n")
        .contains(
            "y.sql was not changed: with the corrections there would be a new problem at y.sql:1:");
    assertThat(file).hasContent(WRONG);
    Path here = Path.of("").toAbsolutePath();
    Run outside = check("--source", here.relativize(file).toString(), "--fix", "--lang", "de");
    assertThat(outside.err())
        .contains("wurde nicht geändert: die Datei liegt außerhalb des aktuellen Verzeichnisses\n");
    assertThat(file).hasContent(WRONG);
  }

  @Test
  void the_same_mistake_in_several_places_is_told_once_with_all_of_them() throws Exception {
    write(
        "x.ts",
        """
        pool.query('select a.matched_at from custom_activities a');
        pool.query('select ca.matched_at from custom_activities ca');
        pool.query('select nothing from custom_activities');
        """);
    write("y.ts", "pool.query('select matched_at from custom_activities');");

    assertThat(check("--source", folder.toString()).out().replace(folder + "/", ""))
        .isEqualTo(
            """
            Queries that fail or return something else than intended
              error    custom_activities."matchedAt" written matched_at: 3 places in 2 files  query/unknown-column
                       x.ts:1:22
                       1 | pool.query('select a.matched_at from custom_activities a');
                         |                      ^^^^^^^^^^
                       PostgreSQL: column a.matched_at does not exist
                       did you mean a."matchedAt"?
                       x.ts:2:23
                       y.ts:1:20

              error    x.ts:3:20  query/unknown-column
                       3 | pool.query('select nothing from custom_activities');
                         |                    ^^^^^^^
                       PostgreSQL: column "nothing" does not exist

            checked 4 of 4 queries in 2 files
            queries against the tables of qapix: 4 errors (0.0 s)
            """);
    assertThat(check("--source", folder.toString(), "--lang", "de").out())
        .contains("\"matchedAt\" geschrieben als matched_at: 3 Stellen in 2 Dateien");
  }

  @Test
  void a_piece_that_several_queries_use_is_one_problem_that_names_them() throws Exception {
    write("columns.ts", "export const COLUMNS = 'a.id, a.matched_at';\n");
    write(
        "x.ts",
        """
        import { COLUMNS } from './columns';
        pool.query(`select ${COLUMNS} from custom_activities a`);
        pool.query(`select ${COLUMNS} from custom_activities a where a.id = $1`);
        """);
    write(
        "y.ts",
        """
        import { COLUMNS } from './columns';
        pool.query(`select ${COLUMNS} from custom_activities a limit 1`);
        """);

    String out = check("--source", folder.toString()).out().replace(folder + "/", "");

    assertThat(out)
        .contains("  error    columns.ts:1:33  query/unknown-column\n")
        .contains("  breaks 3 queries: x.ts:2:13, x.ts:3:13, y.ts:2:13\n")
        .contains(": 1 error (");
    assertThat(check("--source", folder.toString(), "--lang", "de").out())
        .contains("  betrifft 3 Abfragen: ");
  }

  @Test
  void all_queries_are_listed_each_with_one_verdict() throws Exception {
    write(
        "x.ts",
        """
        import { Pool } from 'pg';
        const pool = new Pool();
        pool.query('select id from custom_activities');
        pool.query(`select id from ${table}`);
        pool.query(`select a.nothing from ${table} t join custom_activities a on true`);
        pool.query('create table t (id int)');
        """);
    write("y.ts", "import mysql from 'mysql2';\nmysql.query('select `id` from `x`');\n");

    Run run = check("--source", folder.toString(), "--list");

    assertThat(run.out().replace(folder + "/", ""))
        .startsWith(
            """
            x.ts:3:13  pg     checked                                     select id from custom_activities
            x.ts:4:13  pg     skipped: table name known only at run time  select id from ${table}
            x.ts:5:13  pg     checked                                     select a.nothing from ${table} t join custom_activities a on...
            x.ts:6:13  pg     skipped: DDL statement                      create table t (id int)
            y.ts:2:14  mysql  other database                              select `id` from `x`

            """)
        .contains(
            "checked 2 of 5 queries in 2 files; 2 skipped: 1 DDL statement, 1 with a table name"
                + " known only at run time; 1 for another database system\n");
    JsonNode queries =
        check("--source", folder.toString(), "--list", "--format", "json").json().path("queries");
    assertThat(queries.valueStream().map(query -> query.path("verdict").stringValue()))
        .containsExactly("checked", "skipped", "checked", "skipped", "other-database");
    assertThat(check("--source", folder.toString(), "--format", "json").json().path("queries"))
        .isEqualTo(JsonNodeFactory.instance.nullNode());
  }

  @Test
  void the_tables_of_another_application_come_from_its_migrations() throws Exception {
    write("db/V1__user.sql", "create table \"User\" (id int, \"displayName\" text);");
    write("db/seed.sql", "select nothing;");
    write("x.sql", "select display_name from \"User\";\nselect * from users;");

    assertThat(check("--sql", folder + "/x.sql").out())
        .contains("give --migrations DIR (its migrations) or --database-url (its database)");
    Run run = check("--migrations", folder + "/db", "--sql", folder + "/*.sql", folder + "/db");
    assertThat(run.out())
        .contains("did you mean \"displayName\"?")
        .contains("did you mean \"User\"?")
        .contains("checked 2 of 2 queries in 1 file")
        .contains(folder + "/db: 2 errors");
  }

  @Test
  void what_only_a_plan_the_catalog_or_the_values_tell_is_told_in_both_languages()
      throws Exception {
    write("db/V1__item.sql", "create table item (id text primary key, value int not null);");
    write(
        "x.ts",
        """
        import { Pool } from 'pg';
        import { PrismaClient } from '@prisma/client';
        const pool = new Pool();
        const prisma = new PrismaClient();
        pool.query('insert into item (id, value) values ($1, $2) on conflict (value) do nothing', [a, b]);
        pool.query("insert into item (id) values ('x')");
        pool.query("insert into item (id, value) values ('x', null)");
        pool.query('select concat($1, id) from item', [a]);
        pool.query('select id from item where id = $2', [a, b]);
        pool.query('select id from item where id = $1', [a, b]);
        pool.query("select id from item where id like '%$1%'", [a]);
        export const f = (dir: string) => prisma.$queryRaw`select id from item order by id ${dir}`;
        """);
    String[] arguments = {"--migrations", folder + "/db", "--source", folder + "/x.ts"};

    assertThat(check(arguments).out())
        .contains("no unique or exclusion constraint matching the ON CONFLICT specification")
        .contains("name the columns of one unique index or constraint")
        .contains("left out of the INSERT, though NOT NULL and without a default: value")
        .contains("NULL for value, which is NOT NULL")
        .contains("add a cast, such as $1::text")
        .contains("a parameter before $2 is not used")
        .contains("parameters of the query: 1; values given: 2")
        .contains("a parameter inside quotes is literal text")
        .contains("${dir} is sent as a parameter, which cannot stand here")
        .contains("checked 8 of 8 queries");
    Map<String, String> german = new HashMap<>();
    german.put("LANG", "de_DE.UTF-8");
    assertThat(run(german, arguments).out())
        .contains("fehlt im INSERT, obwohl NOT NULL und ohne Vorgabewert: value")
        .contains("eine Typumwandlung ergänzen, etwa $1::text")
        .contains("ein Parameter vor $2 wird nicht verwendet")
        .contains("Parameter der Abfrage: 1; angegebene Werte: 2")
        .contains("${dir} wird als Parameter gesendet, und hier kann keiner stehen");
  }

  @Test
  void a_table_that_migrations_have_dropped_or_renamed_is_an_error_and_one_of_others_is_not()
      throws Exception {
    write("db/V1__a.sql", "create table visits (id int); create table \"Place\" (id int);");
    write("db/V2__b.sql", "drop table visits; alter table \"Place\" rename to \"Address\";");
    write(
        "q.ts",
        """
        import { Pool } from 'pg';
        const pool = new Pool();
        pool.query('select id, page from visits');
        pool.query('select id from "Place"');
        """);
    write(
        "other.ts",
        """
        import { Pool } from 'pg';
        const billing = new Pool({ connectionString: process.env.BILLING_URL });
        billing.query('select id from invoices');
        """);
    String migrations = folder.resolve("db").toString();

    assertThat(check("--migrations", migrations, "--source", folder + "/q.ts").out())
        .contains("q.ts:3:34  query/unknown-table")
        .contains("q.ts:4:28  query/unknown-table")
        .contains("did you mean \"Address\"?")
        .contains(": 2 errors (");
    Run others = check("--migrations", migrations, "--source", folder + "/other.ts");
    assertThat(others.code()).as(others.out()).isZero();
    assertThat(others.out()).contains("(invoices): another database?");
  }

  @Test
  void the_tables_of_another_application_come_from_its_database() throws Exception {
    database.sql().execute("create table \"User\" (id int, \"displayName\" text)");
    write("x.sql", "select display_name from \"User\";");
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", database.url());

    Run run = run(environment, "--sql", folder + "/x.sql");

    assertThat(run.out())
        .contains("did you mean \"displayName\"?")
        .contains(": 1 error (")
        .doesNotContain("migration/pending");
    assertThat(run.err()).contains("not planned on a live database");
  }

  @Test
  void the_tables_of_qapix_in_a_live_database_are_checked_in_the_same_run() throws Exception {
    write("x.sql", "select matched_at from custom_activities;");
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", database.url());
    Run.command(environment, InstantSource.system(), "migrate", "--quiet");
    database.sql().execute("alter table qapix.run alter column host drop not null");

    Run run = run(environment, "--sql", folder + "/x.sql");

    assertThat(run.out())
        .contains("did you mean \"matchedAt\"?")
        .contains("qapix.run.host  drift/column-nullability")
        .contains(": 2 errors (");
  }

  @Test
  void a_live_database_runs_nothing_even_when_its_address_asks_for_the_simple_protocol()
      throws Exception {
    write("x.sql", "select 1 / 0;");
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", database.url() + "?preferQueryMode=simple");

    Run run = run(environment, "--sql", folder + "/x.sql");

    assertThat(run.out()).contains("checked 1 of 1 query in 1 file").doesNotContain("division");
    assertThat(run.code()).isZero();
  }

  @Test
  void queries_are_not_checked_against_migrations_that_do_not_work() throws Exception {
    write("db/V1__user.sql", "create table oops;");
    write("x.sql", "select 1;");

    Run run = check("--migrations", folder + "/db", "--sql", folder + "/x.sql");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("migration/does-not-apply")
        .contains("the queries were not checked, because the migrations fail");
  }

  @Test
  void a_file_that_changes_is_checked_again_with_those_that_import_it() throws Exception {
    Path table = write("app/table.ts", "export const COLUMNS = 'a.\"matchedAt\"';\n");
    write(
        "app/x.ts",
        """
        import { COLUMNS } from './table';
        pool.query(`select a.id, ${COLUMNS} from custom_activities a`);
        """);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "de.qapix.Main",
            "schema",
            "check",
            "--source",
            "app",
            "--watch");
    RunningProgram program = RunningProgram.start(folder, Map.of("HOME", home.toString()), command);
    try {
      program.awaitErrors("Watching for changes").awaitOutput("no problems found");

      Files.writeString(table, "export const COLUMNS = 'a.matched_at';\n");
      program.awaitOutput("app/table.ts:1:27").awaitOutput("did you mean a.\"matchedAt\"?");
      write("app/new/y.ts", WRONG);
      program.awaitOutput("app/new/y.ts:1:22").awaitOutput("2 errors");
    } finally {
      program.process().destroy();
      program.awaitEnd();
    }
    assertThat(program.process().exitValue())
        .as("output: %s; errors: %s", program.output(), program.errors())
        .isEqualTo(143);
    assertThat(program.errors()).doesNotContain("bug");
  }

  private List<String> files(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--format", "json"));
    return check(all.toArray(String[]::new))
        .json()
        .path("findings")
        .valueStream()
        .map(
            finding -> finding.path("file").stringValue().substring(folder.toString().length() + 1))
        .toList();
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text, UTF_8);
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(charset));
  }

  private static Run check(String... options) {
    return run(new HashMap<>(), options);
  }

  private static Run run(Map<String, String> environment, String... options) {
    environment.put("HOME", home.toString());
    List<String> arguments = new ArrayList<>(List.of("schema", "check"));
    arguments.addAll(List.of(options));
    return Run.command(environment, () -> NOW, arguments.toArray(String[]::new));
  }
}
