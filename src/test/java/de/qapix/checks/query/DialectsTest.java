package de.qapix.checks.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.source.SourceScanner;
import de.qapix.checks.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which queries are for the database that they are checked against, and which for another. */
class DialectsTest {

  private static final Path FILES =
      Path.of("src", "test", "resources", "de", "qapix", "checks", "query", "dialects");

  private static TestDatabase database;
  private static ServerDescriber server;
  private static QueryChecks checks;

  @BeforeAll
  static void open() throws Exception {
    database = TestDatabase.empty();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create schema agent;
          create table agent.chats (id text primary key, "lastRead" timestamp);
          create table "User" (id text primary key, "emailVerified" boolean, "createdAt" timestamp);
          create table event_log (id int primary key, page text, session_id int);
          create table visit (id int primary key, city text);
          """);
    }
    server = ServerDescriber.connect(database.dataSource());
    checks = QueryChecks.against(server);
  }

  @AfterAll
  static void close() throws Exception {
    server.close();
    database.close();
  }

  private static FileReport check(String name, String text) {
    SourceText source = new SourceText(name, text);
    return checks.check(
        new SourceScanner(file -> Optional.empty()).scan(Path.of("/project", name), source));
  }

  private static FileReport file(String name) throws Exception {
    return check(name, Files.readString(FILES.resolve(name)));
  }

  private static String told(FileReport report) {
    return report.findings().stream()
        .map(
            finding ->
                finding.rule().substring("query/".length())
                    + " "
                    + finding.subject()
                    + finding.expected().map(meant -> " -> " + meant).orElse(""))
        .collect(joining("\n"));
  }

  /** What is said about one query that is written in no special place. */
  private static String sql(String query) {
    FileReport report = FileReport.of(List.of(check("q.ts", "db.query(`" + query + "`)")));
    return report.extent().skipped().isEmpty()
        ? told(report)
        : report.extent().skipped().keySet().toString();
  }

  @Test
  void the_function_that_sends_a_query_tells_where_it_goes() throws Exception {
    FileReport report = file("mirrored.ts");

    assertThat(told(report))
        .isEqualTo(
            """
            unknown-column pages -> page
            wrong-type count\
            """);
    assertThat(report.extent().skipped()).isEqualTo(Map.of("other-database", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM visit WHERE id = {id: UInt32}",
        "SELECT id FROM visit WHERE id IN {ids:Array(String)}",
        "SELECT id FROM visit FINAL WHERE id = 1",
        "SELECT id FROM agent.chats c FINAL",
        "SELECT id FROM visit PREWHERE id = 1",
        "SELECT city FROM visit ORDER BY id LIMIT 1 BY city",
        "SELECT id FROM visit LIMIT 5, 10",
        "SELECT toInt64(id) FROM visit",
        "SELECT countIf(id > 1) FROM visit",
        "SELECT quantile(0.9)(id) FROM visit",
        "SELECT id FROM visit SETTINGS max_threads = 2",
        "SELECT city AS cityName FROM visit FORMAT JSONEachRow",
        "SELECT \\`id\\` FROM \\`visit\\`",
        "INSERT INTO visit (id) VALUES (1) ON DUPLICATE KEY UPDATE id = 2",
        "INSERT OR IGNORE INTO visit (id) VALUES (1)",
        "PRAGMA foreign_keys = ON",
        "SELECT name FROM sqlite_master",
        "SELECT TOP 5 id FROM visit",
        "SELECT [id] FROM [dbo].[visit]",
        "SELECT id FROM visit WITH (NOLOCK)"
      })
  void what_postgresql_has_no_meaning_for_is_for_another_database(String query) {
    assertThat(sql(query)).isEqualTo("[other-database]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT final.id FROM visit final WHERE final.id = 1",
        "SELECT settings.id FROM visit settings WHERE settings.id = 1",
        "UPDATE visit SET city = upper(city) WHERE id = any(array[1, 2])",
        "INSERT INTO visit(id)(SELECT 1)",
        "WITH seen(id) AS (SELECT 1) SELECT id FROM seen",
        "SELECT (array_agg(id))[1], count(*) FROM visit LIMIT 5 OFFSET 10",
        "SELECT '{id: 1}', interval '1 day' FROM visit",
        "SELECT sum(id) FILTER (WHERE id > 1), rank() OVER (ORDER BY id) FROM visit GROUP BY id"
      })
  void what_postgresql_accepts_is_not(String query) {
    assertThat(sql(query)).isEmpty();
  }

  @Test
  void what_may_be_a_mistake_is_one_where_the_tables_are_known() {
    assertThat(sql("SELECT count() FROM visit")).isEqualTo("wrong-type count");
    assertThat(sql("SELECT ifnull(city, '') FROM visit")).startsWith("unknown-function ifnull");
    assertThat(sql("SELECT count() FROM persons")).isEqualTo("[other-database]");
  }

  @Test
  void a_table_that_is_not_there_is_one_error_where_other_tables_of_the_file_are()
      throws Exception {
    assertThat(told(file("dropped.ts"))).isEqualTo("unknown-table dropped_places");
  }

  @Test
  void a_query_of_which_no_table_is_there_is_for_this_database_if_its_client_is() throws Exception {
    String client = "import { agent } from './agent';\n";
    FileReport own = check("own.ts", client + "agent.query('SELECT city FROM visit')");
    FileReport other = check("other.ts", client + "agent.query('SELECT id FROM visit WHERE x')");
    FileReport query = file("stranger.ts");

    assertThat(told(FileReport.of(List.of(own, query))))
        .isEqualTo("unknown-table trigger_agent.threads");
    FileReport alone = FileReport.of(List.of(query));
    assertThat(told(alone)).isEmpty();
    assertThat(alone.inDoubt()).hasSize(1);
    assertThat(alone.extent().skipped()).isEqualTo(Map.of("other-database", 1));
    assertThat(FileReport.of(List.of(other, query)).inDoubt()).isEmpty();
  }

  @Test
  void tables_of_every_server_tell_nothing_about_those_beside_them() {
    String client = "import { open } from 'local-store';\nconst store = open();\n";
    FileReport index = check("index.ts", client + "store.query('SELECT indexdef FROM pg_indexes')");
    FileReport ticket = check("ticket.ts", client + "store.query('SELECT title FROM ticket')");
    FileReport both =
        check(
            "both.ts",
            """
            store.query('SELECT table_name FROM information_schema.tables');
            store.query('SELECT title FROM ticket');
            store.query('SELECT t.title FROM ticket t, pg_class c');
            """);

    assertThat(told(FileReport.of(List.of(index, ticket, both)))).isEmpty();
    assertThat(FileReport.of(List.of(index, ticket, both)).inDoubt()).hasSize(3);
    assertThat(sql("SELECT i.indexdeff FROM pg_indexes i"))
        .isEqualTo("unknown-column i.indexdeff -> i.indexdef");
  }

  @Test
  void prisma_sends_nothing_to_another_database() {
    FileReport report = check("q.ts", "prisma.$queryRaw`SELECT a, b FROM gone_places`");

    assertThat(told(report)).isEqualTo("unknown-table gone_places");
  }

  @Test
  void a_schema_that_is_not_there_is_another_databases_even_through_prisma() {
    FileReport report =
        check(
            "q.ts",
            "prisma.$queryRaw`SELECT a FROM billing.invoice`;\n"
                + "prisma.$queryRaw`SELECT id FROM visit`");

    assertThat(told(report)).isEmpty();
    assertThat(report.inDoubt()).hasSize(1);
  }

  @Test
  void columns_of_a_table_that_is_only_guessed_are_silent() {
    assertThat(sql("SELECT e.other, e.page FROM event_logs e JOIN visit v ON v.id = e.visitId"))
        .isEqualTo("unknown-table event_logs -> event_log");
  }

  @Test
  void columns_of_a_table_that_is_missing_are_silent_beside_those_of_others() {
    assertThat(sql("SELECT v.citty, g.a, b FROM visit v JOIN gone_places g ON g.visit = v.id"))
        .isEqualTo(
            """
            unknown-table gone_places
            unknown-column v.citty -> v.city\
            """);
  }

  @Test
  void a_text_that_nobody_sends_is_wrong_only_where_its_tables_are_there() {
    assertThat(told(check("q.ts", "const story = { run: 'SELECT * FROM visits WHERE id = 3' }")))
        .isEmpty();
    assertThat(told(check("q.ts", "span.set('statement', 'SELECT nothing_known(1, 2)')")))
        .isEmpty();
    assertThat(told(check("q.ts", "const cities = 'SELECT v.citty FROM visit v'")))
        .isEqualTo("unknown-column v.citty -> v.city");
  }

  @Test
  void a_text_that_nobody_sends_is_wrong_where_most_tables_of_its_file_are_there() {
    String known = "export const a = 'SELECT city FROM visit', b = 'SELECT page FROM event_log';\n";
    String unknown = "export const c = 'SELECT v.id FROM visits v';\n";

    assertThat(told(check("q.ts", known + unknown))).isEqualTo("unknown-table visits -> visit");
    FileReport mostly =
        check(
            "q.ts",
            "const q = ['SELECT v.citty FROM visit v', 'SELECT x.a FROM spans x',"
                + " 'SELECT x.a FROM traces x'];");
    assertThat(told(mostly)).isEmpty();
    assertThat(mostly.inDoubt()).hasSize(3);
  }

  @Test
  void a_schema_that_only_a_deployment_has_is_not_looked_at() {
    assertThat(sql("SELECT v.city FROM mydb.visit v JOIN mydb.\"User\" u ON true")).isEmpty();
    assertThat(sql("SELECT v.citty FROM mydb.visit v"))
        .isEqualTo("unknown-column v.citty -> v.city");
    assertThat(sql("UPDATE mydb.visit SET citty = 'x'")).isEqualTo("unknown-column citty -> city");
    assertThat(sql("SELECT v.city FROM agnet.visit v JOIN visit w ON true"))
        .startsWith("unknown-table agnet.visit");
  }

  @Test
  void functions_of_a_provider_are_not_known_here() {
    FileReport report =
        check("q.ts", "prisma.$queryRaw`SELECT server_id FROM aurora_replica_status()`");

    assertThat(told(report)).isEmpty();
    assertThat(report.extent().skipped()).isEqualTo(Map.of("provider", 1));
  }

  @Test
  void a_query_in_parentheses_is_a_value_in_another_one() {
    String drizzle = "import { sql } from 'drizzle-orm';\n";

    assertThat(told(check("q.ts", drizzle + "x = sql`(SELECT count(*) FROM visit) >= ${least}`")))
        .isEmpty();
    assertThat(told(check("q.ts", drizzle + "x = sql`(SELECT v.citty FROM visit v) AS city`")))
        .isEqualTo("unknown-column v.citty -> v.city");
    assertThat(
            told(
                check(
                    "q.ts",
                    drizzle
                        + "x = sql`(SELECT max(e.page) FROM event_log e"
                        + " WHERE e.session_id = visit.id)`")))
        .isEmpty();
    assertThat(sql("(SELECT id FROM visit) UNION (SELECT e.idd FROM event_log e) ORDER BY 1"))
        .isEqualTo("unknown-column e.idd -> e.id");
  }

  @Test
  void a_table_that_is_changed_has_to_be_there() {
    assertThat(sql("ALTER TABLE visit ADD COLUMN country text")).isEmpty();
    assertThat(sql("CREATE UNIQUE INDEX IF NOT EXISTS visits ON event_log (page)")).isEmpty();
    assertThat(sql("ALTER TABLE EventLog REPLICA IDENTITY FULL"))
        .isEqualTo("unknown-table EventLog -> event_log");
    assertThat(sql("DROP TABLE visits_of_old_times")).isEqualTo("[definition]");
    assertThat(sql("DROP TABLE IF EXISTS visit")).isEqualTo("[definition]");
    assertThat(sql("CREATE DATABASE visit")).isEqualTo("[definition]");
  }

  @Test
  void a_query_of_a_migration_that_is_still_right_is_checked() {
    FileReport report =
        check(
            "migrations/20250101120000_fill/migration.ts",
            "tx.$queryRaw`SELECT city FROM visit`; tx.$executeRaw`UPDATE visit SET gone = 1`");

    assertThat(told(report)).isEmpty();
    assertThat(report.extent().checked()).isOne();
    assertThat(report.extent().skipped()).isEqualTo(Map.of("migration", 1));
  }

  @Test
  void what_nobody_sends_beside_queries_for_another_database_is_for_that() {
    FileReport report =
        check(
            "q.ts",
            "const q = ['SELECT a FROM traces', 'DROP TABLE traces', `SELECT a FROM x_${y}`]");

    assertThat(FileReport.of(List.of(report)).extent().skipped())
        .isEqualTo(Map.of("other-database", 3));
    assertThat(sql("SELECT count() FROM x_${y}")).isEqualTo("[other-database]");
    assertThat(check("q.ts", "await chQuery(`SELECT a FROM ${TABLES.x}`)").extent().skipped())
        .isEqualTo(Map.of("other-database", 1));
  }

  @Test
  void in_a_test_a_text_that_nobody_sends_is_an_input() {
    String text = "expect(parse('SELECT v.citty FROM visit v')).toBe(1)";

    assertThat(told(check("src/parse.test.ts", text))).isEmpty();
    assertThat(told(check("test/parse.ts", text))).isEmpty();
    assertThat(told(check("packages/a/tests/parse.ts", text))).isEmpty();
    assertThat(told(check("src/parse.ts", text))).startsWith("unknown-column");
    assertThat(told(check("a.test.ts", "prisma.$queryRaw`SELECT v.citty FROM visit v`")))
        .startsWith("unknown-column");
  }

  @Test
  void a_text_that_nobody_sends_may_be_anything_that_is_not_almost_right() {
    assertThat(told(check("q.ts", "const a = ['SELECT city FROM visit', 'SELECT FROM (visit']")))
        .isEmpty();
  }

  @Test
  void a_table_that_the_file_makes_is_not_the_one_of_the_database() {
    FileReport report =
        check(
            "q.ts",
            "db.query('CREATE TABLE event_log (id int)');"
                + " db.query('INSERT INTO event_log (idd) VALUES (1)');"
                + " db.query(\"INSERT INTO event_log (page) VALUES ('x')\")");

    assertThat(told(report)).isEmpty();
    assertThat(report.extent().skipped()).isEqualTo(Map.of("definition", 1, "own-table", 2));
  }

  @Test
  void a_client_is_not_prismas_because_its_function_is_called_query() {
    assertThat(check("q.ts", "await ch.$query`SELECT a FROM spans`").extent().skipped())
        .isEqualTo(Map.of("other-database", 1));
  }

  @Test
  void a_hole_as_schema_is_the_schema_of_the_table_behind_it() {
    assertThat(sql("SELECT c.id FROM ${schema}.chats c")).isEmpty();
    assertThat(sql("SELECT c.idd FROM ${schema}.chats c"))
        .isEqualTo("unknown-column c.idd -> c.id");
    assertThat(sql("SELECT v.id FROM ${schema}.visit v")).isEmpty();
  }

  @Test
  void what_is_right_with_the_types_that_prisma_may_send_is_no_mistake() {
    String query = "SELECT id FROM \"User\" WHERE \"createdAt\" > (${at} - INTERVAL '1 minute')";

    assertThat(told(check("q.ts", "prisma.$queryRaw`" + query + "`"))).isEmpty();
    assertThat(
            told(check("q.ts", "prisma.$queryRaw`SELECT id FROM visit WHERE city = id + ${at}`")))
        .startsWith("wrong-type");
  }

  @Test
  void what_is_refused_without_a_place_is_not_the_fault_of_a_value() {
    assertThat(
            told(
                check(
                    "q.ts",
                    "prisma.$queryRaw`SELECT sum(id) FROM visit WHERE city = ${a}::text FOR"
                        + " UPDATE`")))
        .isEqualTo("refused SELECT");
  }

  @Test
  void the_columns_of_an_index_have_to_be_there() {
    assertThat(sql("CREATE INDEX ON event_log (page, (lower(page)), session_id DESC)")).isEmpty();
    assertThat(sql("CREATE INDEX pages ON event_log USING btree (sessionid, page)"))
        .isEqualTo("unknown-column sessionid -> session_id");
  }

  @Test
  void a_name_that_is_almost_one_which_is_there_is_wrong_whatever_is_in_holes() {
    assertThat(sql("SELECT event_lgo.page FROM event_log ${join} WHERE ${where}"))
        .isEqualTo("missing-from event_lgo -> event_log");
    assertThat(sql("SELECT event_lgo.page FROM event_log JOIN ${other} ON true"))
        .isEqualTo("missing-from event_lgo -> event_log");
    assertThat(sql("SELECT event_logs.page, level2.page FROM event_log level1 ${join}"))
        .doesNotContain("missing-from");
    assertThat(sql("SELECT sesion_id FROM event_log ${join}"))
        .isEqualTo("unknown-column sesion_id -> session_id");
    assertThat(sql("SELECT other.page, anything FROM event_log ${join}")).doesNotContain("other.");
  }

  @Test
  void what_is_assigned_is_looked_up_where_the_server_cannot_be_asked() {
    assertThat(
            told(
                check(
                    "q.ts",
                    "prisma.$executeRaw`UPDATE visit AS v SET citty = 'x', id = 1 FROM"
                        + " unnest(${ids}) AS t(i) WHERE v.id = t.i`")))
        .isEqualTo("unknown-column citty -> city");
  }

  @Test
  void a_column_that_no_table_of_a_query_has_is_wrong_even_if_nobody_sends_it() {
    assertThat(told(check("q.ts", "read(`SELECT city FROM visit WHERE nothing_alike IS NULL`)")))
        .isEqualTo("unknown-column nothing_alike");
  }
}
