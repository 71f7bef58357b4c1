package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code qapix schema check --migrations}: any project's migrations. */
class SchemaFolderTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String USER =
      "create table \"User\" (id text not null primary key, \"displayName\" text);";

  /** The embedded server is unpacked there once. */
  @TempDir private static Path home;

  @TempDir private Path folder;
  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  @Test
  void a_database_is_compared_with_what_the_migrations_make() throws Exception {
    prisma("1_init", USER);
    database.sql().execute(USER);

    assertThat(check().out()).contains("no problems found");
    database.sql().execute("alter table \"User\" rename \"displayName\" to display_name");

    Run run = check();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("public.\"User\".\"displayName\"  drift/column-missing")
        .contains("found     public.\"User\".display_name")
        .contains("2 errors");
  }

  @Test
  void what_flyway_has_written_down_is_compared_with_the_files() throws Exception {
    Files.writeString(folder.resolve("V1__user.sql"), USER);
    Files.writeString(folder.resolve("V2__edited.sql"), "select 1;\n");
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + folder)
        .load()
        .migrate();
    assertThat(check().out()).contains("no problems found");

    Files.writeString(folder.resolve("V2__edited.sql"), "select 2;\n");
    Files.writeString(folder.resolve("V3__new.sql"), "create table t (i int);\n");

    assertThat(check().out())
        .contains("error    V2__edited.sql  flyway/changed")
        .contains("error    V3__new.sql     flyway/pending")
        .contains("2 errors");
  }

  @Test
  void pending_migrations_are_judged_by_what_they_do_to_tables_that_are_there() throws Exception {
    prisma("1_init", USER);
    prisma(
        "2_index",
        "create index i on \"User\" (id); create table t (i int); create index on t (i);");

    Run run = run(new HashMap<>(), "migrate", "lint", folder.toString(), "--format", "json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("findings")).hasSize(1);
    assertThat(run.json().path("findings").path(0).path("rule").stringValue())
        .isEqualTo("lint/require-concurrent-index-creation");
    assertThat(run.json().path("findings").path(0).path("line").intValue()).isEqualTo(1);
  }

  @Test
  void the_statements_that_make_a_database_what_the_migrations_say_are_printed() throws Exception {
    prisma("1_init", USER);
    database.sql().execute("create table stray (i int)");

    Run run =
        run(
            new HashMap<>(Map.of("DATABASE_URL", database.url())),
            "schema",
            "diff",
            "env:DATABASE_URL",
            folder.toString(),
            "--sql");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("-- loses data:\ndrop table public.stray;\n");
    for (String statement : run.out().split(";", -1)) {
      if (!statement.isBlank()) {
        database.sql().execute(statement);
      }
    }
    assertThat(check().code()).isZero();
  }

  @Test
  void a_plan_is_tried_before_it_is_printed() throws Exception {
    Path one = Files.writeString(folder.resolve("a.sql"), "create table t (words tsvector);");
    Path other = Files.writeString(folder.resolve("b.sql"), "create table t (words int);");
    String statement = "alter table public.t alter column words type integer using words::integer";

    Run run = diff(one, other);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            -- the server refused this statement on a copy of A: %1$s
            -- PostgreSQL: cannot cast type tsvector to integer
            -- lock: ACCESS EXCLUSIVE on public.t while all of its rows are written again
            -- loses data:
            %1$s;
            """
                .formatted(statement));
    assertThat(diff(one, other, "--no-verify").out()).doesNotContain("refused");
    Run json = diff(one, other, "--format", "json");
    assertThat(json.json().path("trial").path("result").stringValue()).isEqualTo("refused");
    assertThat(json.json().path("plan").path(0).path("sql").stringValue()).isEqualTo(statement);
    assertThat(json.json().path("plan").path(0).path("locks").path(0).toString())
        .contains("\"mode\":\"ACCESS EXCLUSIVE\"", "\"work\":\"rewrite\"");
  }

  @Test
  void a_plan_can_be_made_of_steps_that_let_others_work() throws Exception {
    Path one =
        Files.writeString(
            folder.resolve("a.sql"),
            "create table t (i int, j int, k int);"
                + "create table u (i int primary key); create index gone on t (i);");
    Path other =
        Files.writeString(
            folder.resolve("b.sql"),
            "create table u (i int primary key);"
                + "create table t (i int not null, j int unique, k int references u,"
                + " constraint positive check (i > 0)); create index fresh on t (k);");

    Run run = diff(one, other, "--concurrently", "--lock-timeout", "3s");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> !line.startsWith("-- ")))
        .containsExactly(
            "set lock_timeout = '3000ms';",
            "drop index concurrently public.gone;",
            "alter table public.t add constraint i_is_not_null CHECK (i IS NOT NULL) NOT VALID;",
            "alter table public.t validate constraint i_is_not_null;",
            "alter table public.t alter column i set not null;",
            "alter table public.t drop constraint i_is_not_null;",
            "CREATE UNIQUE INDEX CONCURRENTLY t_j_key ON public.t (j);",
            "alter table public.t add constraint t_j_key UNIQUE using index t_j_key;",
            "alter table public.t add constraint positive CHECK ((i > 0)) NOT VALID;",
            "alter table public.t validate constraint positive;",
            "CREATE INDEX CONCURRENTLY fresh ON public.t USING btree (k);",
            "alter table public.t add constraint t_k_fkey FOREIGN KEY (k) REFERENCES public.u(i)"
                + " NOT VALID;",
            "alter table public.t validate constraint t_k_fkey;");
    assertThat(run.out()).doesNotContain("refused", "different", "not tried");
  }

  @Test
  void a_plan_is_tried_on_all_that_it_concerns() throws Exception {
    Path one =
        Files.writeString(
            folder.resolve("a.sql"),
            "create schema s; create sequence s.q; create table s.t (i int default nextval('s.q'));"
                + "create function s.f() returns int language sql as 'select 1';"
                + "create aggregate total(int) (sfunc = int4pl, stype = int);");
    Path other =
        Files.writeString(
            folder.resolve("b.sql"),
            "create aggregate total(int) (sfunc = int4pl, stype = int);"
                + "comment on aggregate total(int) is 'all';");

    assertThat(diff(one, other).out())
        .contains("drop schema s;", "comment on aggregate public.total(integer) is 'all';")
        .doesNotContain("refused", "different");
  }

  @Test
  void files_in_any_order_make_a_schema_together() throws Exception {
    Path one = Files.createDirectories(folder.resolve("one/tables")).getParent();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(one.resolve("tables/a.sql"), "create table a (b int references b, c mood);");
    Files.writeString(one.resolve("tables/b.sql"), "create table b (i int primary key);");
    Files.writeString(one.resolve("types.sql"), "create type mood as enum ('ok');");
    Files.writeString(
        other.resolve("all.sql"),
        "create type mood as enum ('ok'); create table b (i int primary key);"
            + "create table a (b int references b, c mood);");

    assertThat(diff(one, other).code()).isZero();

    Files.writeString(one.resolve("views.sql"), "create view v as select * from gone;");
    Files.writeString(one.resolve("c.sql"), "create table c (i int);");
    Run run = diff(one, other);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("views.sql", "relation \"gone\" does not exist");
  }

  private Run diff(Path one, Path other, String... options) {
    return run(
        new HashMap<>(),
        Stream.concat(
                Stream.of("schema", "diff", one.toString(), other.toString(), "--sql"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void without_a_database_it_is_told_whether_and_where_the_migrations_fail() throws Exception {
    prisma("1_init", USER);
    prisma("2_index", "-- größer 😀\ncreate index i on \"User\" (display_name);");

    Run run = alone();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("migration/does-not-apply")
        .contains("column \"display_name\" does not exist (SQLSTATE 42703)")
        .contains("2_index/migration.sql:2:1");
  }

  @Test
  void a_folder_whose_migrations_fail_cannot_be_compared() throws Exception {
    prisma("1_init", USER);
    prisma("2_index", "create index i on \"User\" (display_name);");

    Run run = run(new HashMap<>(), "schema", "diff", folder.toString(), folder.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "error: migration "
                + folder
                + "/2_index/migration.sql:1:1 fails on an empty database:"
                + " column \"display_name\" does not exist (SQLSTATE 42703)\n"
                + "hint: fix the statement\n");
  }

  @Test
  void extensions_that_are_stood_in_for_are_named() throws Exception {
    prisma("1_init", "create extension vector; create table t (v vector(3));");

    Run run = alone();

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("note     vector  migration/extension-stand-in");
  }

  @Test
  void our_own_migrations_can_be_applied() {
    Run run =
        run(
            new HashMap<>(),
            "schema",
            "check",
            "--migrations",
            "sql/migrations",
            "--schemas",
            "public,qapix",
            "--placeholder",
            "shared=public");

    assertThat(run.out()).startsWith("sql/migrations: no problems found");
  }

  @Test
  void a_folder_without_migrations_is_no_success() {
    Run run = alone();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is empty");
  }

  @Test
  void drizzles_migrations_are_applied_in_the_order_of_the_journal() throws Exception {
    write(
        "drizzle/meta/_journal.json",
        """
        {"version": "7", "dialect": "postgresql", "entries": [
          {"idx": 0, "when": 1, "tag": "0000_b"}, {"idx": 1, "when": 2, "tag": "0001_a"}]}
        """);
    write("drizzle/0000_b.sql", USER + "\n--> statement-breakpoint\ncreate table t (i int);\n");
    write("drizzle/0001_a.sql", "alter table \"User\" add column age int;\n");
    database.sql().execute(USER);
    database.sql().execute("create table t (i int); alter table \"User\" add column age int");

    Run run = check(folder.resolve("drizzle"));

    assertThat(run.out()).contains("no problems found");
  }

  @Test
  void prisma_8_migrations_are_applied_on_the_way_to_the_contract() throws Exception {
    write("contract.json", "{\"target\": \"postgres\", \"storage\": {\"storageHash\": \"b\"}}");
    prisma8("1_later", "\"a\"", "b", "alter table \\\"User\\\" add column age int");
    prisma8("2_first", "null", "a", USER.replace("\"", "\\\""));
    prisma8("3_elsewhere", "\"a\"", "c", "drop table \\\"User\\\"");
    database.sql().execute(USER);

    Run run = check();

    assertThat(run.out()).contains("public.\"User\".age  drift/column-missing").contains("1 error");
  }

  @Test
  void a_prisma_8_migration_that_fails_is_found_in_its_json() throws Exception {
    prisma8("1_first", "null", "a", "select 1; select i from nowhere");

    Run run = alone();

    assertThat(run.out())
        .contains("1_first/ops.json  migration/does-not-apply")
        .contains("1_first/ops.json:4:40");
  }

  @Test
  void what_prisma_8_cannot_apply_is_an_error() throws Exception {
    write(
        "app/1_first/migration.json",
        "{\"from\": null, \"to\": \"a\", \"migrationHash\": \"sha256:0\"}");
    write("app/1_first/ops.json", "[]");

    Run run = alone();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("error    app/1_first/ops.json  migration/unfinished");
  }

  @Test
  void numbered_migrations_are_applied_without_their_way_back() throws Exception {
    write("1_user.sql", "-- migrate:up\n" + USER + "\n-- migrate:down\ndrop table \"User\";\n");
    write("2_t.up.sql", "create table t (i int);\n");
    write("2_t.down.sql", "drop table t;\n");
    write("10_broken.sql", "-- +goose Up\nalter table t\n  add column i int;\n");

    Run run = alone();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("10_broken.sql  migration/does-not-apply")
        .contains("column \"i\" of relation \"t\" already exists")
        .contains("10_broken.sql:2:1");
  }

  @Test
  void the_tables_in_which_tools_keep_their_history_are_no_drift() throws Exception {
    write("1_user.sql", USER);
    database.sql().execute(USER);
    database.sql().execute("create table schema_migrations (version varchar(255) primary key)");
    database.sql().execute("create table pgmigrations (id serial primary key, name text)");

    assertThat(check().out()).contains("no problems found");
  }

  @Test
  void a_dump_of_the_schema_is_enough() throws Exception {
    write(
        "schema.sql",
        """
        \\restrict abc
        select pg_catalog.set_config('search_path', '', false);
        create table public.t (i int);
        \\unrestrict abc
        """);
    write("seed.sql", "insert into t values ('none');\n");
    database.sql().execute("create table t (i bigint)");

    Run run = check(folder.resolve("schema.sql"));

    assertThat(run.out()).contains("public.t.i  drift/column-type").contains("1 error");
  }

  @Test
  void what_was_passed_over_is_told_with_what_was_found() throws Exception {
    prisma("1_init", USER);
    write("2_program/migration.ts", "export const migrate = 1;\n");
    write("V1__other.sql", "create table other (i int);\n");

    Run run = alone();

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("note     2_program      migration/no-script")
        .contains("note     V1__other.sql  migration/other-layout")
        .contains("1_init/migration.sql and those like it were applied");
  }

  @Test
  void where_no_layout_is_known_the_known_ones_are_listed() throws Exception {
    write("20240101_user.ts", "export const up = 1;\n");

    Run run = alone();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("error: no migrations in " + folder + "\n")
        .contains("meta/_journal.json (Drizzle)")
        .contains("set DATABASE_URL instead of --migrations");
  }

  @Test
  void migrations_for_sqlite_are_refused_in_one_sentence() throws Exception {
    write("meta/_journal.json", "{\"dialect\": \"sqlite\", \"entries\": []}");

    Run run = alone();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "error: the migrations in "
                + folder.resolve("meta/_journal.json")
                + " are for sqlite\nhint: qapix checks PostgreSQL only\n");
  }

  private void prisma8(String name, String from, String to, String sql) throws IOException {
    String folder = "migrations/app/" + name + "/";
    write(
        folder + "migration.json",
        """
        {"from": %s, "to": "%s", "migrationHash": "sha256:0"}
        """
            .formatted(from, to));
    write(
        folder + "ops.json",
        """
        [
          {
            "execute": [
              {"sql": "%s"}
            ]
          }
        ]
        """
            .formatted(sql));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void prisma(String name, String sql) throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(name)).resolve("migration.sql"), sql + "\n");
  }

  private Run check() {
    return check(folder);
  }

  private Run check(Path path) {
    return run(
        new HashMap<>(Map.of("DATABASE_URL", database.url())),
        "schema",
        "check",
        "--migrations",
        path.toString());
  }

  private Run alone() {
    return run(new HashMap<>(), "schema", "check", "--migrations", folder.toString());
  }

  private static Run run(Map<String, String> environment, String... arguments) {
    environment.put("HOME", home.toString());
    return Run.command(environment, () -> NOW, arguments);
  }
}
