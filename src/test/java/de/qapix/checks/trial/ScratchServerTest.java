package de.qapix.checks.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.qapix.catalog.CatalogReader;
import de.qapix.checks.scratch.FolderReader;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.ScratchException;
import de.qapix.postgres.Connector;
import de.qapix.postgres.Database;
import de.qapix.postgres.EmbeddedServer;
import de.qapix.postgres.ScratchDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations of others on a real embedded server. */
final class ScratchServerTest {

  private static final List<String> PUBLIC = List.of("public");

  private static final Function<ScratchCatalog, String> ALL =
      rows("select count(*) from pg_database where datname like 'qapix\\_scratch\\_%'");

  private static final List<String> BEYOND =
      List.of(
          "copy (select 1) to program 'touch was-here'",
          "copy (select 1) to '/tmp/was-here'",
          "create table t (line text); copy t from '/etc/passwd'",
          "select pg_read_file('/etc/passwd')",
          "select pg_ls_dir('.')",
          "select lo_import('/etc/passwd')",
          "alter system set fsync = off",
          "set session authorization qapix_admin",
          "set role qapix",
          "create role friend",
          "create database other",
          "drop database precious",
          "create extension file_fdw",
          "create extension dblink",
          "create extension plpython3u",
          "create function f() returns int language c as 'libc', 'getpid'",
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'qapix_admin'",
          "set temp_file_limit = -1");

  @TempDir static Path home;
  private static EmbeddedServer server;
  private static int port;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws Exception {
    server = EmbeddedServer.open(home.resolve("postgres"), "17.11.0", step -> {});
    String address = server.database("precious").servers();
    port = Integer.parseInt(address.replaceAll(".*:", ""));
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @Test
  void our_own_migrations_apply() throws Exception {
    MigrationFolder ours = FolderReader.read(Path.of("sql/migrations"), Map.of("shared", "public"));
    assertThat(scratch().with(ours, List.of("qapix"), ScratchServerTest::tables))
        .contains("public.calendly_events", "qapix.run", "qapix.calendly_event");
  }

  @Test
  void a_prisma_folder_applies_with_the_table_that_prisma_makes() throws Exception {
    write("20240101_a/migration.sql", "CREATE TABLE \"User\" (id int);");
    write("20240102_b/migration.sql", "ALTER TABLE \"User\" RENAME TO \"Person\";");
    assertThat(scratch().with(read(), List.of("app"), ScratchServerTest::tables))
        .containsExactly("app.Person", "app._prisma_migrations");
  }

  @Test
  void the_second_version_comes_before_the_tenth() throws Exception {
    write("V2__x.sql", "create table t (id int)");
    write("V10__x.sql", "alter table t add column second int");
    assertThat(with(ScratchServerTest::tables)).containsExactly("public.t");
  }

  @Test
  void what_reaches_beyond_the_database_is_refused() throws Exception {
    try (ScratchDatabase database = server.scratch();
        Connection connection = database.scripts().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : BEYOND) {
        SQLException refused =
            catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        assertThat(refused.getSQLState()).as(sql).isEqualTo("42501");
      }
    }
  }

  @Test
  void its_role_cannot_connect_to_any_other_database() throws Exception {
    write("V1__x.sql", "select 1");
    List<String> refused =
        with(
            scratch -> {
              String role = knownRole(scratch);
              return Stream.of("precious", "postgres", "template1")
                  .map(database -> stateOf(database, role))
                  .toList();
            });
    assertThat(refused).containsExactly("42501", "42501", "42501");
  }

  /** The role, whose password is now known. */
  private static String knownRole(ScratchCatalog scratch) {
    try (Connection connection = scratch.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("begin read write");
      statement.execute("alter role current_user password 'known'");
      statement.execute("commit");
      return connection.getMetaData().getUserName();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String stateOf(String database, String role) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    try (Connection connection = DriverManager.getConnection(url, role, "known")) {
      return connection.getCatalog();
    } catch (SQLException refused) {
      return refused.getSQLState();
    }
  }

  @Test
  void the_connections_for_reading_do_not_write() throws Exception {
    write("V1__x.sql", "create table t (id int)");
    assertThat(
            catchThrowableOfType(
                    DataAccessException.class,
                    () ->
                        with(
                            scratch ->
                                DSL.using(scratch.dataSource(), SQLDialect.POSTGRES)
                                    .execute("drop table t")))
                .sqlState())
        .isEqualTo("25006");
  }

  @Test
  void migrations_that_shut_the_door_do_not_keep_us_out() throws Exception {
    write(
        "V1__x.sql",
        """
        create table t (id int);
        alter role current_user password 'mine';
        do $$ begin execute format('alter database %I connection limit 0', current_database()); end $$;
        """);
    assertThat(with(ScratchServerTest::tables)).containsExactly("public.t");
  }

  @Test
  void an_error_is_placed_where_the_server_points_counted_in_characters() throws Exception {
    write("V1__x.sql", "-- Größe 🙂\r\nselect 1;\r\nselect '🙂ü', wrong from pg_class;\r\n");
    assertThat(failure())
        .returns("42703", ScratchException::sqlState)
        .returns("column \"wrong\" does not exist", ScratchException::serverMessage)
        .returns(3, failure -> failure.place().line())
        .returns(14, failure -> failure.place().column())
        .returns(folder.resolve("V1__x.sql"), ScratchException::file);
  }

  @Test
  void an_error_without_a_position_is_placed_where_its_statement_begins() throws Exception {
    write("V1__x.sql", "create table t (id int);\n\n/* again; */\n  create table t (id int);\n");
    assertThat(failure())
        .returns("42P07", ScratchException::sqlState)
        .returns(4, failure -> failure.place().line())
        .returns(3, failure -> failure.place().column());
  }

  @Test
  void an_error_in_a_script_with_its_own_transactions_is_placed_too() throws Exception {
    write("V1__x.sql", "begin;\nselect 1;\ncommit;\n  selct 'ü;';\n");
    assertThat(failure())
        .returns("42601", ScratchException::sqlState)
        .returns(4, failure -> failure.place().line())
        .returns(3, failure -> failure.place().column());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "commit;",
        "insert into t values (1); commit and chain; insert into u values (2);"
      })
  void what_the_server_refuses_to_commit_is_not_applied(String end) throws Exception {
    write(
        "V1__x.sql",
        """
        create table t (id int primary key);
        create table u (id int references t deferrable initially deferred);
        """);
    write("V2__x.sql", "begin;\ninsert into u values (1);\n" + end);
    assertThat(failure())
        .returns("23503", ScratchException::sqlState)
        .returns(folder.resolve("V2__x.sql"), ScratchException::file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (id int); create index concurrently i on t (id)",
        "create table t (id int); vacuum t; reindex table concurrently t",
        "begin; create table t (id int); commit; create index concurrently i on t (id)",
        "create type t as enum ('a'); alter type t add value 'b'; select 'b'::t",
        "begin; create type t as enum ('a'); commit; begin; alter type t add value 'b'; commit;"
            + " select 'b'::t",
        "create function t(x int) returns int language sql begin atomic select case x when 1 then 2"
            + " end; select 3; end; create table u (id int); create index concurrently on u (id)",
        "do $a$ begin perform ';'; end $a$; set statement_timeout = 0; begin; select $$;$$; end"
      })
  void statements_that_bear_no_transaction_run(String script) throws Exception {
    write("V1__x.sql", script);
    assertThat(with(ScratchCatalog::stubbed)).isEmpty();
  }

  @Test
  void a_script_that_fails_halfway_is_not_applied_twice() throws Exception {
    write(
        "V1__x.sql",
        "create table t (id int); insert into t values (1); vacuum t; create table u (id int)");
    assertThat(with(rows("select count(*) from t"))).isEqualTo("1");
  }

  @Test
  void settings_of_one_script_do_not_reach_the_next_one() throws Exception {
    write("V1__x.sql", "select set_config('search_path', '', false); set time zone 'Asia/Tokyo'");
    write(
        "V2__x.sql",
        "create table t (zone text default current_setting('timezone')); insert into t default"
            + " values");
    assertThat(with(rows("select zone from t"))).isEqualTo("UTC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select pg_sleep(3600)",
        "set statement_timeout = 0; select count(*) from generate_series(1, 1000000000000)",
        "do $$ begin loop begin perform pg_sleep(3600); exception when query_canceled then null;"
            + " end; end loop; end $$"
      })
  void migrations_that_take_too_long_are_ended_whatever_they_try(String script) throws Exception {
    write("V1__x.sql", "select 1");
    write("V2__x.sql", script);
    assertThat(
            catchThrowableOfType(
                ScratchException.class,
                () ->
                    new ScratchServer(server, Duration.ofMillis(500))
                        .with(read(), PUBLIC, ScratchCatalog::stubbed)))
        .returns(ScratchException.Kind.TOO_SLOW, ScratchException::kind)
        .returns(folder.resolve("V2__x.sql"), ScratchException::file);
  }

  @Test
  void a_script_that_selects_without_end_does_not_fill_the_memory() throws Exception {
    write("V1__x.sql", "select repeat('x', 1000), generate_series(1, 1000000000)");
    assertThat(failure().serverMessage()).contains("maxResultBuffer");
  }

  @Test
  void the_usual_extensions_are_real() throws Exception {
    write(
        "V1__x.sql",
        Stream.of(
                "pgcrypto",
                "uuid-ossp",
                "citext",
                "pg_trgm",
                "hstore",
                "btree_gist",
                "unaccent",
                "ltree",
                "pg_stat_statements",
                "moddatetime")
            .map(name -> "create extension \"" + name + "\";\n")
            .collect(
                joining(
                    "",
                    "",
                    "create table t (id uuid default uuid_generate_v4(), name citext unique)")));
    assertThat(with(ScratchCatalog::stubbed)).isEmpty();
  }

  @Test
  void a_missing_extension_is_replaced_and_told() throws Exception {
    write(
        "V1__x.sql",
        """
        create schema ext;
        CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA ext VERSION '0.7.0';
        create extension "pg_cron";
        create table t (e ext.vector(1536) not null);
        create index on t using hnsw (e ext.vector_cosine_ops);
        insert into t values ('[1,2]');
        set search_path = public, ext;
        select * from t order by e <-> '[1]';
        """);
    assertThat(with(ScratchCatalog::stubbed)).containsExactly("pg_cron", "vector");
    assertThat(
            with(
                rows(
                    "select format_type(atttypid, atttypmod) from pg_attribute where attrelid ="
                        + " 't'::regclass and attname = 'e'")))
        .isEqualTo("ext.vector(1536)");
  }

  @Test
  void tables_with_shapes_can_be_made_without_postgis() throws Exception {
    write(
        "V1__x.sql",
        """
        create schema ext;
        create extension postgis with schema ext;
        set search_path = public, ext;
        create table place (
          id int primary key,
          geom geometry(Point, 4326) not null,
          area geography,
          flat geometry generated always as (st_transform(geom, 3857)) stored,
          check (st_isvalid(geom)));
        create index on place using gist (geom);
        create index on place using gist (area);
        create index on place using gist ((geom::geography));
        insert into place (id, geom) select n, 'POINT(1 2)' from generate_series(1, 1000) n;
        select st_astext(geom), st_distance(geom, st_setsrid(st_makepoint(1, 2), 4326)) from place
          where st_dwithin(geom::geography, area, 500) order by geom <-> flat;
        """);
    assertThat(with(ScratchCatalog::stubbed)).containsExactly("postgis");
    assertThat(
            with(
                rows(
                    "select format_type(atttypid, atttypmod) from pg_attribute where attrelid ="
                        + " 'place'::regclass and attname = 'geom'")))
        .startsWith("ext.geometry");
  }

  @Test
  void a_stand_in_is_of_no_use_in_a_database_of_the_user() throws Exception {
    write("V1__x.sql", "create extension vector");
    assertThat(with(ScratchCatalog::stubbed)).containsExactly("vector");
    try (var database = Database.open(server.database("precious"), new Connector())) {
      assertThat(
              catchThrowableOfType(
                  DataAccessException.class,
                  () ->
                      DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                          .execute("create extension vector")))
          .hasMessageContaining("only a stand-in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "begin; %s commit;", "do $do$ begin %s end $do$;"})
  void roles_that_are_missing_are_stood_in_for_and_gone_afterwards(String form) throws Exception {
    write(
        "V1__roles.sql",
        form.formatted(
            """
            create schema app; create table app.t (i int);
            grant select on app.t to app_readonly, "App $$ Writer", "it's ""odd""\";
            alter table app.t owner to app_owner;
            create policy p on app.t to authenticated using (true);
            """));
    write("V2__again.sql", "alter table app.t add j int;");

    assertThat(with(ScratchServerTest::roles))
        .containsExactly(
            "App $$ Writer", "app_owner", "app_readonly", "authenticated", "it's \"odd\"");
    assertThat(standIns()).isEmpty();
  }

  @Test
  void roles_that_are_stood_in_for_have_the_rights_that_migrations_give_them_and_no_others()
      throws Exception {
    write(
        "V1__roles.sql",
        """
        create schema app; create schema theirs; create table public.t (i int);
        create role app_owner; grant create on schema theirs to app_owner;
        grant create on schema app to app_owner;
        alter table public.t owner to app_owner;
        set role app_owner; create table app.made (i int); reset role;
        create schema later; create table later.t (i int); alter table later.t owner to app_owner;
        alter schema later owner to app_owner;
        """);

    assertThat(with(ScratchServerTest::granted))
        .containsExactlyInAnyOrder("theirs app_owner: create", "app app_owner: create");
  }

  @Test
  void a_role_that_several_databases_want_goes_with_the_last_one() throws Exception {
    write("V1__roles.sql", "create table t (i int); alter table t owner to shared_owner;");

    with(
        first -> {
          try {
            assertThat(with(ScratchServerTest::roles)).containsExactly("shared_owner");
            assertThat(standIns()).containsExactly("shared_owner");
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
          return first;
        });

    assertThat(standIns()).isEmpty();
  }

  @Test
  void rows_that_a_dump_has_are_passed_over() throws Exception {
    write(
        "V1__dump.sql",
        """
        create table t (a text, b text);
        COPY public.t (a, b) FROM stdin;
        it's; "x\t\\N
        \\.

        create table u (i int);
        copy u from stdin with (format csv);
        \\.
        """);
    assertThat(with(ScratchServerTest::tables)).containsExactly("public.t", "public.u");
  }

  @Test
  void a_command_of_psql_is_told_with_its_place() throws Exception {
    write("V1__x.sql", "select 1;\n  \\connect other\nselect 2;");
    ScratchException failure = failure();
    assertThat(failure.kind()).isEqualTo(ScratchException.Kind.PSQL_COMMAND);
    assertThat(failure.serverMessage()).isEqualTo("\\connect");
    assertThat(failure.place().line()).isEqualTo(2);
    assertThat(failure.place().column()).isEqualTo(3);
  }

  @Test
  void eight_hundred_migrations_apply() throws Exception {
    for (int i = 1; i <= 800; i++) {
      write(
          "V" + i + "__x.sql",
          "create table t%d (id int primary key, name text not null);\ncreate index on t%1$d (name);\nalter table t%d add column if not exists c%1$d int;\n"
              .formatted(i, 1 + i / 2));
    }
    assertThat(with(ScratchServerTest::tables)).hasSize(800);
  }

  @Test
  void a_database_in_use_is_left_alone_while_others_come_and_go() throws Exception {
    write("V1__x.sql", "create table t (id int)");
    try (ScratchDatabase inUse = server.scratch()) {
      assertThat(with(ALL)).isEqualTo("2");
      try (Connection connection = inUse.reading().getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
    assertThat(with(ALL)).isEqualTo("1");
  }

  @Test
  void what_a_killed_process_has_left_is_dropped_by_the_next_one() throws Exception {
    write("V1__x.sql", "create table t (id int)");
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ScratchCatalogProbe.class.getName(),
                home.resolve("postgres").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = killed.inputReader(UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("made");
    }
    assertThat(with(ALL)).isEqualTo("2");
    killed.destroyForcibly().waitFor();
    assertThat(with(ALL)).isEqualTo("1");
  }

  private static List<String> roles(ScratchCatalog scratch) {
    return scratch.roles().names();
  }

  private static List<String> granted(ScratchCatalog scratch) {
    return CatalogReader.read(DSL.using(scratch.dataSource(), SQLDialect.POSTGRES))
        .objects()
        .stream()
        .filter(object -> object.trait("privileges").isPresent())
        .map(object -> object.name().sql() + " " + object.trait("privileges").orElseThrow())
        .toList();
  }

  private static List<String> standIns() throws Exception {
    try (var database = Database.open(server.database("precious"), new Connector())) {
      return DSL.using(database.dataSource(), SQLDialect.POSTGRES)
          .fetch(
              "select rolname::text from pg_roles where shobj_description(oid, 'pg_authid') like"
                  + " 'stand-in%'")
          .getValues(0, String.class);
    }
  }

  private ScratchServer scratch() {
    return new ScratchServer(server, Duration.ofMinutes(1));
  }

  private <T> T with(Function<ScratchCatalog, T> work) throws Exception {
    return scratch().with(read(), PUBLIC, work::apply);
  }

  private ScratchException failure() {
    return catchThrowableOfType(ScratchException.class, () -> with(ScratchCatalog::stubbed));
  }

  private static Function<ScratchCatalog, String> rows(String sql) {
    return scratch ->
        String.valueOf(DSL.using(scratch.dataSource(), SQLDialect.POSTGRES).fetchValue(sql));
  }

  private static List<String> tables(ScratchCatalog scratch) {
    return DSL.using(scratch.dataSource(), SQLDialect.POSTGRES)
        .fetch(
            "select schemaname || '.' || tablename from pg_tables where schemaname !~"
                + " '^(pg_|information)' order by 1")
        .getValues(0, String.class);
  }

  private MigrationFolder read() {
    return FolderReader.read(folder, Map.of());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
