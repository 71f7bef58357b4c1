package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogReader;
import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database or a role sets for all of its sessions changes nothing for us. */
class DatabaseDefaultsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final List<String> DEFAULTS =
      List.of(
          "quote_all_identifiers = on",
          "search_path = evil, pg_catalog",
          "bytea_output = escape",
          "intervalstyle = sql_standard",
          "extra_float_digits = -15",
          "datestyle = 'German, DMY'",
          "timezone = 'Asia/Kathmandu'",
          "standard_conforming_strings = off",
          "escape_string_warning = off",
          "array_nulls = off",
          "transform_null_equals = on",
          "xmlbinary = hex",
          "lc_messages = 'C'",
          "default_transaction_isolation = serializable",
          "default_transaction_deferrable = on",
          "idle_in_transaction_session_timeout = '20s'",
          "client_min_messages = debug1",
          "row_security = off",
          "check_function_bodies = off",
          "exit_on_error = on");

  private static final String OBJECTS =
      """
      create schema evil;
      create function evil.quote_ident(text) returns text language sql return 'wrong';
      create function evil.format_type(oid, integer) returns text language sql return 'wrong';
      create table evil.pg_class (oid int, relname text);
      create table things (
        "Name" text default 'a\\b',
        lasts interval default '1 day 02:03:04' check (lasts < '1 year 2 mons'),
        made timestamptz default '2026-02-03 04:05:06+00',
        born date default '2026-02-03',
        bytes bytea default '\\xdead',
        ratio float8 default 0.1,
        tags text[] default '{a,NULL}');
      create index on things (lower("Name")) where ratio > 0.3;
      create view seen as select "Name", interval '1 year 2 mons' as since from things where "Name" like 'x\\_%';
      """;

  @ParameterizedTest
  @EnumSource
  void no_command_sees_or_does_anything_else(TestServer server) throws Exception {
    try (TestDatabase database = TestDatabase.empty(server);
        TestDatabase usual = TestDatabase.empty(server);
        SandboxServer sandbox = SandboxServer.start(SandboxOptions.of(60, 5), () -> NOON)) {
      database.sql().execute(OBJECTS);
      Catalog before = CatalogReader.read(database.sql());
      DEFAULTS.forEach(
          each -> database.sql().execute("alter database " + database.name() + " set " + each));

      assertThat(CatalogComparison.between(before, CatalogReader.read(database.sql()))).isEmpty();

      new Migrations(usual.dataSource(), "public").migrate(MigrationWatch.none());
      for (TestDatabase each : List.of(database, usual)) {
        Map<String, String> environment = Run.environment(each, sandbox.address().toString());
        assertDone(environment, "migrate", "--yes");
        assertDone(environment, "sync", "--max-duration", "0");
        assertDone(environment, "schema", "check");
        assertDone(environment, "verify");
      }
      assertThat(rows(database)).isEqualTo(rows(usual)).contains("cal_");
    }
  }

  private static void assertDone(Map<String, String> environment, String... command) {
    Run run = Run.command(environment, () -> NOON, command);
    assertThat(run.code()).as(String.join(" ", command) + run.out() + run.err()).isZero();
  }

  private static String rows(TestDatabase database) {
    return String.valueOf(
        database
            .sql()
            .fetchValue(
                "select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(e) - 'createdAt' order by"
                    + " e.id)::text from public.calendly_events e"));
  }
}
