package de.qapix.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlStatementsTest {

  @Test
  void each_statement_has_its_text_its_offset_and_its_line() {
    String sql = "-- first\nselect 1 ; \n\n  select\n2 -- second\n;;\n/* none */ select 3";
    assertThat(SqlStatements.of(sql))
        .extracting(SqlStatement::text)
        .containsExactly("select 1", "select\n2", "select 3");
    assertThat(SqlStatements.of(sql)).extracting(SqlStatement::line).containsExactly(2, 4, 7);
    assertThat(SqlStatements.of(sql))
        .allSatisfy(
            statement ->
                assertThat(sql.substring(statement.offset())).startsWith(statement.text()));
  }

  @Test
  void a_position_of_the_server_becomes_a_line_also_after_characters_beyond_the_first_plane() {
    SqlStatement statement = SqlStatements.of("\n\nselect '\uD83D\uDE00',\n  nowhere").get(0);
    assertThat(statement.lineAt(0)).isEqualTo(3);
    assertThat(statement.lineAt(15)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select ';', 'it''s;', '\\'",
        "select E'\\';', e'a''b\\\\'",
        "select E'a' -- ;\n 'b\\';'",
        "select E'a'\n'b\\';'",
        "select U&'\\0061;', U&\";\", B'01', X';', n';'",
        "select \"a;\"\"b\" from t",
        "select $$;$$, $a$ $$ ; $b$ $a$, $Größe$;$Größe$",
        "select a$b;c$d",
        "do $body$ begin perform 1; end; $body$",
        "select /* ; /* ; */ ; */ 1",
        "select 1 -- ;",
        "select 1 -- ;\r, 2",
        "select $1, $2::text, 1.5e10, .5, 0x1F, 1_000",
        "create rule r as on insert to t do (delete from a; delete from b)",
        "create function f() returns int begin atomic select 1; select case when true then 2 end; end",
        "create or replace procedure p() begin atomic insert into t values (1); end",
        "create function f(a int default (1)) returns int language sql begin atomic; select (case when a > 1 then 1 else 2 end); end",
        "select 'never closed ;",
        "select $a$ never closed ;",
        "select /* never closed ;",
        "select \"never closed ;"
      })
  void a_semicolon_inside_ends_nothing(String sql) {
    if (sql.startsWith("select a$b")) {
      assertThat(texts(sql)).containsExactly("select a$b", "c$d");
      return;
    }
    if (sql.contains("never closed")) {
      assertThat(texts(sql)).hasSize(1);
      return;
    }
    assertThat(texts(sql + "\n;select 2")).hasSize(2).last().isEqualTo("select 2");
  }

  @Test
  void begin_and_end_outside_a_routine_are_statements() {
    assertThat(texts("begin; select 1; end; commit")).hasSize(4);
    assertThat(texts("create table t (atomic int, begin int); select 1")).hasSize(2);
  }

  @Test
  void a_mark_of_byte_order_is_no_part_of_a_statement() {
    assertThat(texts("\ufeffselect 1;")).containsExactly("select 1");
  }

  @Test
  void nothing_has_no_statements() {
    assertThat(SqlStatements.of("")).isEmpty();
    assertThat(SqlStatements.of(" ;; -- only this\n")).isEmpty();
  }

  private static List<String> texts(String sql) {
    return SqlStatements.of(sql).stream().map(SqlStatement::text).toList();
  }
}
