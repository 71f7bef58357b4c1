package de.qapix.checks.schema;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.TestDatabase;
import de.qapix.catalog.ComparedRights;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.scratch.FolderReader;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.MigrationFolderException;
import de.qapix.checks.scratch.PendingScripts;
import de.qapix.checks.trial.FolderCatalogs;
import de.qapix.checks.trial.ScratchCache;
import de.qapix.postgres.EmbeddedServer;
import de.qapix.postgres.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of migrations that other tools apply, or refuse, and that were once told otherwise. */
final class AppliedCasesTest {

  private static final Path CASES =
      Path.of("src", "test", "resources", "de", "qapix", "cases", "applied");

  @TempDir static Path home;
  private static EmbeddedServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws Exception {
    server = EmbeddedServer.open(home.resolve("postgres"), "17.11.0", step -> {});
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E200 | note migration/role-stand-in reporting",
        "E201 | note migration/role-stand-in app",
        "E202 | note migration/role-stand-in late",
        "E203 | note migration/left-out create event trigger et",
        "E204 | ''",
        "E205 | note migration/left-out create publication p for",
        "E206 | note migration/extension-stand-in postgres_fdw",
        "B32  | error migration/in-transaction 20240103000000_drop/migration.sql",
        "B46  | error migration/mixed-transaction V2__i.sql",
        "B48  | ''",
        "B54  | note migration/role-stand-in app_owner, note migration/role-stand-in late,"
            + " note migration/role-stand-in reporting",
      })
  void a_public_case_is_told_as_it_is(String name, String findings) throws Exception {
    assertThat(told(read(name), Optional.empty())).isEqualTo(findings);
  }

  @Test
  void a_placeholder_without_a_value_is_told_unless_the_script_has_none() throws Exception {
    assertThatThrownBy(() -> read("B41")).isInstanceOf(MigrationFolderException.class);
    Files.copy(CASES.resolve("B41/mig/V1__a.sql"), folder.resolve("V1__a.sql"));
    Files.writeString(folder.resolve("V1__a.sql.conf"), "placeholderReplacement=false\n");
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty())).isEmpty();
  }

  @Test
  void a_placeholder_that_follows_a_dollar_has_its_value() throws Exception {
    MigrationFolder migrations =
        FolderReader.read(CASES.resolve("B42").resolve("mig"), Map.of("pw", "foo"));
    assertThat(told(migrations, Optional.empty())).isEmpty();
  }

  @Test
  void partitions_that_are_made_at_run_time_are_one_note() throws Exception {
    try (TestDatabase live = TestDatabase.empty()) {
      live.sql().execute(Files.readString(CASES.resolve("B19/mig/V1__init.sql")));
      live.sql().execute(Files.readString(CASES.resolve("B19/live.sql")));
      assertThat(told(read("B19"), Optional.of(live.sql())))
          .isEqualTo("note migration/partitions-at-run-time public.ev");
    }
  }

  @Test
  void what_callbacks_make_is_expected() throws Exception {
    try (TestDatabase live = TestDatabase.empty()) {
      for (String name :
          List.of(
              "V1__a",
              "V1_1__b",
              "V2__c",
              "V10__d",
              "sub/V11__e",
              "R__a_view",
              "R__b_view",
              "afterMigrate")) {
        live.sql().execute(Files.readString(CASES.resolve("B48/mig/" + name + ".sql")));
      }
      assertThat(told(read("B48"), Optional.of(live.sql()))).isEmpty();
    }
  }

  @Test
  void what_flyway_has_taken_for_applied_is_not_pending() throws Exception {
    write("V1__a.sql", "create table t (a int)");
    write("V2__b.sql", "alter table t add b int");
    write("V3__c.sql", "create table u (a int)");
    try (TestDatabase live = TestDatabase.empty()) {
      live.sql().execute("create table t (a int, b int)");
      live.sql().execute("create table u (a int)");
      live.sql()
          .execute(
              """
              create table flyway_schema_history (installed_rank int, version text,
                description text, type text, script text, checksum int, success boolean);
              insert into flyway_schema_history values
                (1, '2', '', 'BASELINE', '<< Flyway Baseline >>', null, true),
                (2, '2.5', '', 'JDBC', 'db.migration.V2_5__Fill', null, true),
                (3, '3', '', 'SQL', 'V3__c.sql', 1405846613, true)
              """);
      assertThat(told(FolderReader.read(folder, Map.of()), Optional.of(live.sql())))
          .doesNotContain("pending")
          .contains("note flyway/not-sql db.migration.V2_5__Fill");
    }
  }

  @Test
  void a_script_is_applied_as_its_tool_does_it() throws Exception {
    write("20240101_a/migration.sql", "create type e as enum ('a'); create table t (s e, b int);");
    write(
        "20240102_b/migration.sql",
        "create index concurrently i on t (b);\nalter table t add z int;");
    write(
        "20240103_c/migration.sql",
        "alter type e add value 'z';\nalter table t alter s set default 'z';");
    write("20240104_d/migration.sql", "-- alone\ncreate index concurrently j on t (b);");
    write(
        "20240105_e/migration.sql",
        "begin;\nset transaction isolation level repeatable read;\nupdate t set b = 1;\ncommit;");
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .isEqualTo(
            "error migration/in-transaction 20240102_b/migration.sql,"
                + " error migration/new-enum-value 20240103_c/migration.sql");
  }

  @Test
  void drizzle_applies_all_that_are_pending_in_one_transaction() throws Exception {
    write(
        "meta/_journal.json",
        """
        {"dialect": "postgresql", "entries": [
          {"when": 1, "tag": "0_a"}, {"when": 2, "tag": "1_b"}, {"when": 3, "tag": "2_c"},
          {"when": 4, "tag": "3_d"}, {"when": 5, "tag": "4_e"}]}
        """);
    write(
        "0_a.sql",
        "create type e as enum ('a'); create type f as enum ('a'); create table t (s e)");
    write("1_b.sql", "alter table t owner to somebody; create table u (a int)");
    write("2_c.sql", "alter type e add value 'z'");
    write("3_d.sql", "alter table t alter s set default 'z'; alter table u add b int");
    write("4_e.sql", "alter type f add value 'z'; create table v (s f default 'z')");
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .isEqualTo(
            "error migration/new-enum-value 4_e.sql, warning migration/with-others 3_d.sql,"
                + " note migration/role-stand-in somebody");
  }

  @Test
  void what_only_a_transaction_bears_runs_in_flyway() throws Exception {
    write("V1__a.sql", "create table t (a int)");
    write("V2__a.sql", "lock table t");
    write("V3__a.sql", "savepoint a");
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty())).isEmpty();
  }

  @Test
  void what_a_restricted_role_may_not_do_stops_nothing() throws Exception {
    write(
        "001_a.sql",
        """
        create role a; create user b password 'secret' in role a; alter role b set search_path = x;
        grant a to b with admin option; revoke a from b; alter user b rename to c;
        do $$
        begin
          execute format('create role %I', 'made');
          if true then create user again; end if;
          grant made to again;
        end $$;
        set role a; create table t (x int); reset role;
        set local session authorization b; alter table t add y int;
        alter default privileges for role c grant select on tables to made;
        create subscription s connection 'host=x' publication p;
        alter system set work_mem = '1GB'; alter database app set timezone = 'UTC';
        grant connect on database app to a; comment on database app is 'x';
        create tablespace fast location '/tmp'; load 'auto_explain';
        set session_replication_role = replica;
        drop role if exists a, b; reassign owned by c to a; drop owned by again;
        comment on role a is 'x';
        create function f() returns event_trigger language plpgsql as 'begin end';
        create event trigger et on ddl_command_end execute function f(); drop event trigger et;
        create publication p for all tables; alter publication p add table t; drop publication p;
        create extension vector; create table v (h halfvec(3), e vector(3), s sparsevec(9));
        create index on v using hnsw (e vector_l2_ops) with (m = 16, ef_construction = 64);
        create index on v using ivfflat (h halfvec_cosine_ops) with (lists = 100);
        create index on v using hnsw ((e::halfvec(3)) halfvec_l2_ops);
        """);
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .doesNotContain("error")
        .doesNotContain("not-checked")
        .contains("note migration/role-stand-in again", "note migration/role-stand-in made");
    assertThat(told(read("E200"), Optional.empty()))
        .isEqualTo("note migration/role-stand-in reporting");
  }

  @Test
  void a_stand_in_for_what_reaches_beyond_the_database_is_all_that_can_be_made() throws Exception {
    write("001_a.sql", "create extension dblink; create extension plpython3u;");
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .isEqualTo(
            "note migration/extension-stand-in dblink, note migration/extension-stand-in"
                + " plpython3u");

    try (ScratchDatabase database = server.scratch();
        Connection connection = database.scripts().getConnection();
        Statement statement = connection.createStatement()) {
      for (String real :
          List.of(
              "create extension dblink version '1.2'",
              "create extension plpython3u version '1.0'",
              "create function f() returns int language c as '$libdir/dblink', 'dblink_connect'")) {
        assertThatThrownBy(() -> statement.execute(real)).as(real).isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void what_cannot_be_tried_is_not_checked_and_its_consequences_are_not_told_as_mistakes()
      throws Exception {
    write(
        "V1__a.sql",
        """
        create extension strange_thing;
        create table t (x strange_thing.kind);
        create index on t (x);
        create table u (a int);
        """);
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .isEqualTo(
            "warning migration/not-checked V1__a.sql,"
                + " note migration/extension-stand-in strange_thing");
  }

  @Test
  void what_code_may_have_made_is_not_told_as_missing() throws Exception {
    write("001_a.sql", "create table t (a int)");
    write("002_b.go", "package migrations");
    write("002_b_test.go", "package migrations");
    write("003_c.sql", "alter table made_by_code add b int; alter table t add c int");
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .isEqualTo(
            "warning migration/not-checked 003_c.sql, note migration/code-migration 002_b.go");
  }

  @Test
  void a_pending_script_is_rehearsed_as_its_tool_applies_it() throws Exception {
    write("20240101_a/migration.sql", "create type e as enum ('a'); create table t (s e, b int);");
    write("20240102_b/migration.sql", "create index concurrently i on t (b); select 1;");
    PendingScripts pending =
        PendingScripts.of(FolderReader.read(folder, Map.of()), Optional.empty(), "public");
    assertThat(new Rehearsal(catalogs(), List.of("public"), Path.of("")).findings(pending))
        .extracting(Finding::rule)
        .containsExactly("migration/in-transaction");
  }

  @Test
  void what_supabase_brings_with_it_is_there() throws Exception {
    write(
        "001_a.sql",
        """
        create extension if not exists pgcrypto with schema extensions;
        create table public.profile (id uuid primary key references auth.users on delete cascade);
        alter table public.profile enable row level security;
        create policy own on public.profile for all to authenticated using ((select auth.uid()) = id);
        create function public.made() returns trigger language plpgsql security definer as
          $$ begin insert into public.profile (id) values (new.id); return new; end $$;
        create trigger made after insert on auth.users for each row execute function public.made();
        insert into storage.buckets (id, name) values ('a', 'a');
        create policy mine on storage.objects for select to anon
          using ((storage.foldername(name))[1] = auth.uid()::text and auth.role() = 'x');
        alter publication supabase_realtime add table public.profile;
        grant all on all tables in schema public to service_role;
        """);
    assertThat(told(FolderReader.read(folder, Map.of()), Optional.empty()))
        .doesNotContain("error")
        .doesNotContain("not-checked")
        .contains("note migration/platform-stand-in Supabase");
  }

  private static MigrationFolder read(String name) {
    return FolderReader.read(CASES.resolve(name).resolve("mig"), Map.of());
  }

  private String told(MigrationFolder migrations, Optional<DSLContext> live) throws Exception {
    FolderCheck check =
        new FolderCheck(
            catalogs(), migrations, List.of("public"), ComparedRights.NONE, Path.of(""));
    Stream<Finding> findings = check.findings(live).all().stream();
    return findings
        .map(
            finding ->
                finding.severity().name().toLowerCase(Locale.ROOT)
                    + " "
                    + finding.rule()
                    + " "
                    + finding.subject())
        .collect(joining(", "));
  }

  private FolderCatalogs catalogs() {
    return new FolderCatalogs(() -> server, "17.11.0", new ScratchCache(folder.resolve(".cache")));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
