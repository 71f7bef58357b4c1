package de.qapix.checks.lint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScriptMeasurementTest {

  private final TestDatabase database = TestDatabase.empty();

  @BeforeAll
  void tables() {
    database.sql().execute("create table r (id int primary key)");
    database.sql().execute("create table p (id int) partition by range (id)");
    database.sql().execute("create table p1 partition of p for values from (1) to (9)");
    database
        .sql()
        .execute(
            "create table t (id int, a varchar(10), n int, r_id int, w timestamp, x int not null)");
    database.sql().execute("create function f() returns trigger language plpgsql as 'begin end'");
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table t add c int default 5 | t ACCESS EXCLUSIVE",
        "alter table t add c timestamptz default now() | t ACCESS EXCLUSIVE",
        "alter table t add c timestamptz default clock_timestamp()"
            + " | t ACCESS EXCLUSIVE rewrite scan",
        "alter table t add c uuid default gen_random_uuid() | t ACCESS EXCLUSIVE rewrite scan",
        "alter table t add c serial | t ACCESS EXCLUSIVE rewrite scan",
        "alter table t add c int generated always as (n * 2) stored"
            + " | t ACCESS EXCLUSIVE rewrite scan",
        "alter table t alter a type varchar(20) | t ACCESS EXCLUSIVE",
        "alter table t alter a type text | t ACCESS EXCLUSIVE",
        "alter table t alter a type varchar(5) | t ACCESS EXCLUSIVE rewrite scan",
        "alter table t alter n type bigint | t ACCESS EXCLUSIVE rewrite scan",
        "alter table t alter n set not null | t ACCESS EXCLUSIVE scan",
        "alter table t add check (n > 0) | t ACCESS EXCLUSIVE scan",
        "alter table t add check (n > 0) not valid | t ACCESS EXCLUSIVE",
        "alter table t add foreign key (r_id) references r"
            + " | r SHARE ROW EXCLUSIVE, t SHARE ROW EXCLUSIVE scan",
        "alter table t add foreign key (r_id) references r not valid"
            + " | r SHARE ROW EXCLUSIVE, t SHARE ROW EXCLUSIVE",
        "alter table t add unique (n) | t ACCESS EXCLUSIVE scan",
        "create index on t (n) | t SHARE scan",
        "create trigger g before insert on t for each row execute function f()"
            + " | t SHARE ROW EXCLUSIVE",
        "comment on table t is 'x' | t SHARE UPDATE EXCLUSIVE",
        "alter table t set (fillfactor = 70) | t SHARE UPDATE EXCLUSIVE",
        "analyze t | t SHARE UPDATE EXCLUSIVE",
        "alter table p detach partition p1 | p ACCESS EXCLUSIVE, p1 ACCESS EXCLUSIVE",
        "truncate t | t ACCESS EXCLUSIVE rewrite",
        "drop table t | t ACCESS EXCLUSIVE",
        "set timezone = 'UTC'; alter table t alter w type timestamptz | t ACCESS EXCLUSIVE",
        "set timezone = 'Asia/Tokyo'; alter table t alter w type timestamptz"
            + " | t ACCESS EXCLUSIVE rewrite scan",
        "select 1 | ''",
      })
  void locks_rewrites_and_scans_are_those_of_the_server(String sql, String effects)
      throws SQLException {
    assertThat(words(last(run(sql + "; rollback").subList(0, sql.split(";").length))))
        .isEqualTo(effects);
  }

  @Test
  void a_lock_of_an_earlier_statement_is_still_held() throws SQLException {
    List<StatementMeasurement> measured =
        run("alter table t add d int; update t set d = 1; rollback");
    assertThat(words(measured.get(1))).isEqualTo("t ACCESS EXCLUSIVE scan");
  }

  @Test
  void a_commit_in_the_script_lets_go_of_locks_and_the_measuring_goes_on() throws SQLException {
    List<StatementMeasurement> measured =
        run(
            """
            begin; alter table r add e int; commit;
            alter table r drop e; rollback; release s; update r set e = 1; abort work;
            """);
    assertThat(measured)
        .extracting(ScriptMeasurementTest::words)
        .containsExactly(
            "", "r ACCESS EXCLUSIVE", "", "r ACCESS EXCLUSIVE", "", "", "r ROW EXCLUSIVE scan", "");
  }

  @Test
  void a_statement_that_ends_the_session_ends_the_measuring_only() throws SQLException {
    List<StatementMeasurement> measured =
        run("do 'begin commit; end'; select pg_terminate_backend(pg_backend_pid()); analyze t");
    assertThat(measured).extracting(StatementMeasurement::ran).containsExactly(false, false, false);
    assertThat(measured)
        .extracting(any -> any.refusal().map(ServerRefusal::message).orElse(""))
        .containsExactly(
            "invalid transaction termination",
            "terminating connection due to administrator command",
            "");
  }

  @Test
  void what_fails_is_taken_back_and_what_comes_before_and_after_it_stays() throws SQLException {
    List<StatementMeasurement> measured =
        run("create table n (i int); insert into n values ('x'); analyze n; rollback");
    assertThat(measured.get(1).refusal())
        .contains(new ServerRefusal("22P02", "invalid input syntax for type integer: \"x\"", 23));
    assertThat(words(measured.get(2))).isEqualTo("n ACCESS EXCLUSIVE");
  }

  private List<StatementMeasurement> run(String sql) throws SQLException {
    List<StatementMeasurement> measured = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      ScriptMeasurement measurement =
          new ScriptMeasurement(
              connection, Long.MAX_VALUE, (failure, scratch) -> false, MeasuredObjects.NONE);
      for (SqlStatement statement : SqlStatements.of(sql)) {
        measured.add(measurement.run(statement));
      }
    }
    return measured;
  }

  private static StatementMeasurement last(List<StatementMeasurement> measured) {
    return measured.get(measured.size() - 1);
  }

  private static String words(StatementMeasurement measured) {
    return measured.effects().stream()
        .sorted(Comparator.comparing(effect -> effect.table().name()))
        .map(
            effect ->
                effect.table().name()
                    + effect.mode().map(mode -> " " + mode.words()).orElse("")
                    + (effect.rewritten() ? " rewrite" : "")
                    + (effect.scanned() ? " scan" : ""))
        .collect(joining(", "));
  }
}
