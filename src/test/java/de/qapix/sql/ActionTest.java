package de.qapix.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionTest {

  @Test
  void a_concurrent_index_is_known_by_its_name_and_its_table() {
    assertThat(action("create index concurrently a on b (c)"))
        .isEqualTo(new Action.CreateIndex(Optional.of("a"), "b"));
    assertThat(
            action(
                "CREATE UNIQUE INDEX /* x */ CONCURRENTLY IF NOT EXISTS \"A b\" ON ONLY s . \"T\" (c)"))
        .isEqualTo(new Action.CreateIndex(Optional.of("\"A b\""), "s.\"T\""));
    assertThat(action("create index concurrently on s.t using gin (c)"))
        .isEqualTo(new Action.CreateIndex(Optional.empty(), "s.t"));
  }

  @Test
  void the_other_concurrent_ones_are_known_by_what_they_are_about() {
    assertThat(action("drop index concurrently if exists s.a"))
        .isEqualTo(new Action.DropIndex("s.a"));
    assertThat(action("reindex index concurrently a")).isEqualTo(new Action.Reindex("index", "a"));
    assertThat(action("REINDEX (VERBOSE, CONCURRENTLY true) TABLE s.t"))
        .isEqualTo(new Action.Reindex("table", "s.t"));
    assertThat(action("alter table if exists only s.p detach partition s.c concurrently"))
        .isEqualTo(new Action.DetachPartition("s.p", "s.c"));
    assertThat(action("alter type mood add value if not exists 'glad' before 'sad'"))
        .isEqualTo(new Action.AddEnumValue());
  }

  @Test
  void a_setting_tells_its_words() {
    assertThat(action("SET local \"lock_timeout\" = '5s'"))
        .isEqualTo(new Action.Setting(Set.of("set", "local", "lock_timeout", "=", "5s"), true));
    assertThat(action("reset all")).isInstanceOf(Action.Setting.class);
    assertThat(action("select pg_catalog.set_config('search_path', '', false)"))
        .isInstanceOf(Action.Setting.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vacuum t", "create database d", "alter system set a = 1", "cluster"})
  void some_stand_alone(String sql) {
    assertThat(action(sql)).isEqualTo(new Action.Alone());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index a on b (concurrently)",
        "create table concurrently (a int)",
        "drop index a",
        "alter table p detach partition c",
        "alter table p detach partition c finalize",
        "alter type mood rename value 'a' to 'b'",
        "set transaction isolation level serializable",
        "set constraints all deferred",
        "select 'create index concurrently a on b (c)'",
        "comment on table t is 'vacuum'",
        "cluster t using a",
        "'create'"
      })
  void the_rest_is_ordinary(String sql) {
    assertThat(action(sql)).isEqualTo(new Action.Ordinary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "START TRANSACTION", "commit", "end"})
  void transactions_begin_and_end(String sql) {
    assertThat(action(sql)).isEqualTo(new Action.Boundary());
  }

  private static Action action(String sql) {
    return SqlStatements.of(sql).get(0).action();
  }
}
