package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code qapix.toml}: several databases in one repository. */
class SchemaProjectTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static final String TWO =
      """
      [[database]]
      name = "shop"
      migrations = "packages/shop/prisma/migrations"
      source = ["packages/shop"]

      [[database]]
      name = "mail"
      migrations = "packages/mail/sql"
      source = "packages/mail/**/*.ts"
      """;

  /** The embedded server is unpacked there once. */
  @TempDir private static Path home;

  @TempDir private Path folder;
  @RegisterExtension private final TestDatabase database = TestDatabase.empty();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void each_database_is_checked_against_its_own_migrations_and_there_is_one_summary()
      throws Exception {
    twoDatabases();
    project(TWO);

    Run run = check();

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out().replace(folder + "/", ""))
        .isEqualTo(
            """
            == shop (packages/shop/prisma/migrations)
            checked 1 of 1 query in 1 file
            shop (packages/shop/prisma/migrations): no problems found (0.0 s)

            == mail (packages/mail/sql)
            Queries that fail or return something else than intended
              error    packages/mail/queries.ts:2:27  query/unknown-table
                       2 | pool.query('select * from orders');
                         |                           ^^^^^^
                       PostgreSQL: relation "orders" does not exist

            checked 2 of 2 queries in 1 file
            mail (packages/mail/sql): 1 error (0.0 s)

            2 databases: 1 error (0.0 s)
            """);
  }

  @Test
  void the_same_is_told_in_german() throws Exception {
    twoDatabases();
    project(TWO);

    assertThat(check("--lang", "de").out()).endsWith("\n2 Datenbanken: 1 Fehler (0,0 s)\n");
  }

  @Test
  void programs_get_one_report_in_which_each_finding_knows_its_database() throws Exception {
    twoDatabases();
    project(TWO);

    JsonNode report = check("--format", "json").json();

    assertThat(report.path("checked").stringValue()).isEqualTo("2 databases");
    assertThat(report.path("findings").size()).isEqualTo(1);
    assertThat(report.path("findings").path(0).path("database").stringValue()).isEqualTo("mail");
    assertThat(report.path("findings").path(0).path("message").stringValue()).startsWith("mail: ");
  }

  @Test
  void the_queries_of_each_database_are_listed_under_its_name() throws Exception {
    twoDatabases();
    project(TWO);

    JsonNode queries = check("--list", "--format", "json").json().path("queries");

    assertThat(queries.size()).isEqualTo(3);
    assertThat(queries.path(0).path("database").stringValue()).isEqualTo("shop");
    assertThat(queries.path(1).path("database").stringValue()).isEqualTo("mail");
    assertThat(check("--list").out())
        .containsSubsequence("== shop (", "queries.ts:2:", "== mail (", "queries.ts:2:");
    assertThat(check("--list", "--format", "sarif").code()).isEqualTo(2);
  }

  @Test
  void a_file_may_hold_rules_only() throws Exception {
    twoDatabases();
    project("[rules]\n\"query/folded-alias\" = \"off\"\n");

    Run run = check("--migrations", folder + "/packages/shop/prisma/migrations");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("no problems found");
  }

  @Test
  void one_of_them_can_be_picked() throws Exception {
    twoDatabases();
    project(TWO);

    Run run = check("--database", "shop");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out().replace(folder + "/", ""))
        .endsWith("shop (packages/shop/prisma/migrations): no problems found (0.0 s)\n");
    assertThat(check("--database", "shops").err())
        .contains("has no database \"shops\"")
        .contains("hint: one of: shop, mail");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_file() throws Exception {
    twoDatabases();
    project("\uFEFF" + TWO);

    Run run = check("--database", "shop");

    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void options_win_over_the_file() throws Exception {
    twoDatabases();
    project(TWO);

    Run run = check("--database", "shop", "--migrations", folder + "/packages/mail/sql");

    assertThat(run.out()).contains("migrations do not make (orders)").contains("shop (");
    assertThat(check("--migrations", "x"))
        .satisfies(several -> assertThat(several.code()).isEqualTo(2))
        .satisfies(several -> assertThat(several.err()).contains("pick one with --database NAME"));
  }

  @Test
  void a_file_belongs_to_every_database_whose_patterns_take_it() throws Exception {
    twoDatabases();
    project(TWO.replace("packages/mail/**/*.ts", "packages/**/*.ts"));

    JsonNode coverage = check("--format", "json").json().path("coverage");

    assertThat(coverage.path("queries").intValue()).isEqualTo(4);
    assertThat(coverage.path("checked").intValue()).isEqualTo(3);
  }

  @Test
  void severities_and_the_baseline_are_those_of_the_file() throws Exception {
    twoDatabases();
    project("[rules]\n\"query/unknown-table\" = \"warning\"\n" + TWO);
    Run warned = check();
    assertThat(warned.code()).isZero();
    assertThat(warned.out()).contains("2 databases: 1 warning");

    project("[rules]\n\"query/unknown-table\" = \"off\"\n" + TWO);
    assertThat(check().out()).contains("2 databases: no problems found");

    project("baseline = \"accepted.json\"\n" + TWO);
    assertThat(check("--update-baseline").code()).isZero();
    assertThat(folder.resolve("accepted.json")).content().contains("query/unknown-table");
    assertThat(check().out()).contains("2 databases: no problems found, 1 accepted");
  }

  @Test
  void too_few_checked_queries_fail() throws Exception {
    twoDatabases();
    write(
        "packages/shop/more.ts",
        "import { pool } from './pg';\npool.query(`select * from ${t}`);\n");
    project("minimum-coverage = 80\n" + TWO);

    assertThat(check("--database", "shop").out())
        .contains("query/low-coverage")
        .contains("; minimum-coverage requires 80 %");
    assertThat(check("--database", "shop", "--min-coverage", "10%").out())
        .doesNotContain("query/low-coverage");
  }

  @Test
  void a_variable_names_the_live_database_to_compare_with() throws Exception {
    twoDatabases();
    project(TWO.replace("name = \"mail\"", "name = \"mail\"\nenv = \"MAIL_URL\""));
    environment.put("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/other");
    assertThat(check().err()).contains("MAIL_URL is not set; not compared with a live database");

    environment.put("MAIL_URL", database.url());

    assertThat(check().out())
        .contains("== mail (postgresql://")
        .contains("public.mails  drift/table-missing")
        .contains("2 databases: 2 errors");
  }

  @Test
  void without_migrations_the_variable_has_to_be_set() throws Exception {
    project("[[database]]\nname = \"live\"\nenv = \"LIVE_URL\"\n");

    Run run = check();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("LIVE_URL is not set, and the database \"live\" has no migrations");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nmae = "x"                        | 2:1: unknown key "nmae"                           | did you mean name?
          name = "x"; y = 1                 | 2:11: not valid TOML                              | toml.io
          name = 1                          | 2:1: the value of "name" has to be a string       | double quotes
          sql = "s"                         | 1:1: the database has no "name"                   | needs a name
          name = "x"                        | 1:1: nothing to check for the database "x"        | add migrations
          env = "postgres://u:pw@h/d"       | 2:1: no addresses, passwords or tokens            | env = "DATABASE_URL"
          env = "not a name"                | 2:1: "env" has to be the name of                  | env = "DATABASE_URL"
          database-url = "x"                | 2:1: no addresses, passwords or tokens            | env = "DATABASE_URL"
          api_token = "s3cret"              | 2:1: no addresses, passwords or tokens            | env = "DATABASE_URL"
          name="x"\\nmigrations = "../up"    | 3:1: ../up is not below the folder                | without ..
          name="x"\\nsource = "/etc/*.ts"    | 3:1: /etc/*.ts is not below the folder            | without ..
          name="x"\\nsource = "a/{b,..}/*"   | 3:1: a/{b,..}/* is not below the folder           | without ..
          name="x"\\nsql = [1]               | 3:1: the value of "sql" has to be a string or a   | for example
          name="x"\\nsql = "link/a.sql"      | link is a symbolic link                           | links are not followed
          """)
  void what_is_wrong_in_the_file_is_told_with_its_place(String text, String error, String hint)
      throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), home);
    project("[[database]]\n" + text.replace("\\n", "\n") + "\n");

    Run run = check();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().replace(folder + "/", ""))
        .contains("error: qapix.toml:")
        .contains(error)
        .contains(hint)
        .doesNotContain("s3cret")
        .doesNotContain("pw@h");
    assertThat(check("--lang", "de").err()).contains("qapix.toml:").isNotEqualTo(run.err());
  }

  @Test
  void the_top_of_the_file_is_read_as_strictly() throws Exception {
    assertThat(mistake("minimum-coverage = 101\n" + TWO)).contains("1:1: the value of");
    assertThat(mistake("base-line = \"x\"\n" + TWO)).contains("did you mean baseline?");
    assertThat(mistake("[rules]\n\"query/folded-alia\" = \"off\"\n" + TWO))
        .contains("2:1: unknown rule \"query/folded-alia\"")
        .contains("did you mean query/folded-alias");
    assertThat(mistake("[rules]\n\"query/folded-alias\" = \"warn\"\n" + TWO))
        .contains("2:1: unknown severity \"warn\"")
        .contains("off, error, warning, note");
    assertThat(mistake(TWO.replace("mail\"", "shop\""))).contains("two databases are called");
    assertThat(mistake("")).contains("no database");
    assertThat(check("--project", folder + "/none.toml").err()).contains("none.toml: no such file");
  }

  @Test
  void links_are_not_followed() throws Exception {
    twoDatabases();
    Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("x.ts"), "import 'pg';\nq('select * from nowhere');\n");
    Files.createSymbolicLink(folder.resolve("packages/shop/linked"), elsewhere);
    project(TWO);
    assertThat(check("--database", "shop").out()).contains("in 1 file");

    Files.createSymbolicLink(
        folder.resolve("packages/mail/sql/V2__more.sql"), elsewhere.resolve("x.ts"));
    Run run = check("--database", "mail");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("V2__more.sql is a symbolic link");
  }

  @Test
  void init_finds_the_folders_of_migrations_and_writes_a_file_that_can_be_used() throws Exception {
    twoDatabases();
    write("node_modules/x/V1__no.sql", "select 1;");
    write(".hidden/V1__no.sql", "select 1;");
    Files.createSymbolicLink(folder.resolve("packages/again"), folder.resolve("packages/mail"));

    Run run = init();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replace(folder + "/", ""))
        .isEqualTo(
            """
            mail: packages/mail/sql (flyway, 1 migration), queries in packages/mail
            shop: packages/shop/prisma/migrations (prisma, 1 migration), queries in packages/shop
            qapix.toml written; qapix schema check uses it now
            """);
    assertThat(folder.resolve("qapix.toml"))
        .content()
        .contains("[[database]]\nname = \"mail\"\nmigrations = \"packages/mail/sql\"\n")
        .contains("# minimum-coverage = 80\n")
        .contains("# env = \"DATABASE_URL\"\n");
    assertThat(check().out()).contains("2 databases: 1 error");
  }

  @Test
  void a_query_that_is_right_for_one_database_is_not_wrong_for_another() throws Exception {
    write("a/1_init.sql", "create table task (id int); create table run (id int, task_id int);");
    write("b/1_init.sql", "create table task (id int); create table link (task_id int);");
    write(
        "app/queries.ts",
        """
        prisma.$queryRaw`select r.id from task t join run r on r.task_id = t.id`;
        prisma.$queryRaw`select l.task_id from task t join link l on l.task_id = t.id`;
        prisma.$queryRaw`select l.idd from task t join link l on l.task_id = t.id`;
        prisma.$executeRaw`alter table link add column note text`;
        """);
    project(
        """
        [[database]]
        name = "a"
        migrations = "a"
        source = ["app"]

        [[database]]
        name = "b"
        migrations = "b"
        source = ["app"]
        """);

    JsonNode report = check("--list", "--format", "json").json();

    assertThat(report.path("findings").valueStream())
        .extracting(finding -> finding.path("message").stringValue())
        .containsExactlyInAnyOrder(
            "a: PostgreSQL: relation \"link\" does not exist",
            "b: PostgreSQL: column l.idd does not exist");
    assertThat(report.path("queries").valueStream())
        .extracting(query -> query.path("verdict").stringValue())
        .containsExactly(
            "checked",
            "other-database",
            "checked",
            "other-database",
            "other-database",
            "checked",
            "checked",
            "checked");
    assertThat(report.path("coverage").path("checked").intValue()).isEqualTo(5);
    assertThat(report.path("coverage").path("skipped").size()).isOne();
  }

  @Test
  void init_looks_for_queries_in_all_packages_that_use_the_one_of_the_migrations()
      throws Exception {
    twoDatabases();
    write("packages/shop/package.json", "{\"name\": \"@team/shop\"}");
    write(
        "packages/api/package.json",
        "{\"name\": \"api\", \"dependencies\": {\"@team/shop\": \"workspace:*\"}}");
    write("packages/api/orders.ts", "import { pool } from '@team/shop';\n");
    write("packages/mail/package.json", "{\"name\": \"mail\"}");
    write(
        "packages/post/package.json", "{\"name\": \"post\", \"dependencies\": {\"mail\": \"*\"}}");
    write("packages/post/send.ts", "import { pool } from 'mail';\n");
    write(
        "apps/web/package.json",
        "{\"devDependencies\": {\"api\": \"workspace:*\", \"post\": \"*\", \"@team/shop\":"
            + " \"*\"}}");
    write("apps/admin/package.json", "{\"dependencies\": {\"@team/shop\": \"workspace:*\"}}");
    write("apps/web/page.ts", "import { orders } from 'api';\n");
    write("apps/docs/package.json", "{}");
    write("apps/docs/page.ts", "export {};\n");

    assertThat(init().out())
        .contains("(flyway, 1 migration), queries in apps/web, packages/mail, packages/post\n")
        .contains("(prisma, 1 migration), queries in .\n");
    assertThat(folder.resolve("qapix.toml"))
        .content()
        .contains("source = [\"apps/web\", \"packages/mail\", \"packages/post\"]\n")
        .contains("source = [\".\"]\nexclude = [\"packages/mail\"]\n");
  }

  @Test
  void init_looks_everywhere_for_the_queries_of_the_only_database() throws Exception {
    write("packages/shop/package.json", "{}");
    write("packages/shop/sql/V1__orders.sql", "create table orders (id int primary key);");
    write("apps/web/page.ts", "export {};\n");
    write("packages/shop/tests/sql/V1__other.sql", "create table other (id int primary key);");
    write("examples/mail/sql/V1__mails.sql", "create table mails (id int primary key);");

    assertThat(init().out())
        .startsWith("shop: packages/shop/sql (flyway, 1 migration), queries in .\n")
        .hasLineCount(2);
  }

  @Test
  void init_passes_over_migrations_for_another_database_system() throws Exception {
    twoDatabases();
    write(
        "packages/events/sql/1_events.up.sql",
        "CREATE TABLE events (id UUID) ENGINE = ReplacingMergeTree ORDER BY id;");

    Run run = init();

    assertThat(run.out().replace(folder + "/", ""))
        .contains("skipped: the migrations in packages/events/sql are for ClickHouse")
        .contains("mail: ", "shop: ")
        .doesNotContain("events: ");
  }

  @Test
  void init_overwrites_nothing_unless_it_is_told_to() throws Exception {
    twoDatabases();
    project("# mine\n");

    Run run = init();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("qapix.toml already exists").contains("--force");
    Run dry = init("--dry-run", "--lang", "de");
    assertThat(dry.out()).startsWith("# Die Datenbanken dieses Repositorys");
    assertThat(dry.err()).contains("Abfragen in packages/mail");
    assertThat(folder.resolve("qapix.toml")).hasContent("# mine\n");

    assertThat(init("--force").code()).isZero();
    assertThat(folder.resolve("qapix.toml")).content().contains("[[database]]");
  }

  @Test
  void init_without_migrations_says_so() {
    Run run = init();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no migrations found below " + folder);
  }

  /** A package with Prisma's migrations, and one with Flyway's whose query asks for the other's. */
  private void twoDatabases() throws IOException {
    write("packages/shop/package.json", "{}");
    write(
        "packages/shop/prisma/migrations/1_init/migration.sql",
        "create table orders (id int primary key);");
    write(
        "packages/shop/queries.ts",
        "import { pool } from './pg';\npool.query('select id from orders');\n");
    write("packages/mail/package.json", "{}");
    write("packages/mail/sql/V1__mails.sql", "create table mails (id int primary key);");
    write(
        "packages/mail/queries.ts",
        """
        import { pool } from './pg';
        pool.query('select * from orders');
        pool.query('select id from mails');
        """);
  }

  private void project(String toml) throws IOException {
    write("qapix.toml", toml);
  }

  private String mistake(String toml) throws IOException {
    project(toml);
    Run run = check();
    assertThat(run.code()).isEqualTo(2);
    return run.err();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run check(String... options) {
    return run("check", options);
  }

  private Run init(String... options) {
    return run("init", options);
  }

  private Run run(String command, String... options) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("HOME", home.toString());
    List<String> arguments = new ArrayList<>(List.of("schema", command));
    if (!List.of(options).contains("--project")) {
      arguments.addAll(List.of("--project", folder.resolve("qapix.toml").toString()));
    }
    arguments.addAll(List.of(options));
    return Run.command(all, () -> NOW, arguments.toArray(String[]::new));
  }
}
