package de.qapix.checks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import de.qapix.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is described, nothing of it runs, though the connection is a superuser's. */
class ServerDescriberTest {

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into traces values ('insert')",
        "select trace('select')",
        "select 1 where trace('where') is not null",
        "select frozen('constant folding')",
        "select 1 limit length(frozen('limit'))",
        "do $$ begin perform trace('do'); end $$",
        "call traces_by_call()",
        "select 1; insert into traces values ('chained')",
        "select 1; commit; insert into traces values ('chained')",
        "select 1); insert into traces values ('closed'); --",
        "commit",
        "create table made (id int)",
        "explain analyze insert into traces values ('explain')",
        "prepare p as select trace('prepare')",
        "create function f() returns int language sql as 'select 1'",
        "truncate traces",
        "drop table traces",
        "alter system set work_mem = '1MB'",
        "set session characteristics as transaction read write",
        "copy traces from program 'echo copied'"
      })
  void nothing_of_a_statement_is_run(String sql) throws Exception {
    database.sql().execute("create table traces (what text)");
    database
        .sql()
        .execute(
            "create function trace(text) returns text language sql volatile"
                + " as 'insert into traces values ($1) returning what'");
    database
        .sql()
        .execute(
            "create function frozen(text) returns text language plpgsql immutable"
                + " as $$ begin insert into traces values ($1); return $1; end $$");
    database
        .sql()
        .execute(
            "create procedure traces_by_call() language sql"
                + " as 'insert into traces values (''call'')'");
    String before = catalog();
    try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
      server.refusal(sql);
      assertThat(server.refusal("select 1")).isEmpty();
    }
    assertThat(database.sql().fetchCount(org.jooq.impl.DSL.table("traces"))).isZero();
    assertThat(catalog()).isEqualTo(before);
  }

  private String catalog() {
    return database.sql().fetch("select oid, relname, xmin from pg_class order by oid").formatCSV();
  }

  @Test
  void no_program_is_started() throws Exception {
    Path trace = folder.resolve("trace");
    try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
      server.refusal("copy (select 1) to program 'touch " + trace + "'");
      server.refusal("select 1; copy (select 1) to program 'touch " + trace + "'");
    }
    assertThat(Files.exists(trace)).isFalse();
  }

  @Test
  void several_statements_at_once_are_refused() throws Exception {
    try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
      assertThat(server.refusal("select 1; select 2").map(Refusal::state)).contains("42601");
    }
  }

  @Test
  void a_position_counts_chars_though_the_server_counts_code_points() throws Exception {
    String sql = "select '😀ü', nowhere";
    try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
      assertThat(server.refusal(sql).map(Refusal::position)).contains(sql.indexOf("nowhere"));
    }
  }

  @Test
  void a_parameter_whose_type_nothing_tells_is_taken_for_text() throws Exception {
    try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
      ServerDescriber.Answer answer = server.describe("select $1 is null", 1);
      assertThat(answer.refusal()).isEmpty();
      assertThat(answer.untyped())
          .containsExactly(entry(1, "could not determine data type of parameter $1"));
    }
  }
}
