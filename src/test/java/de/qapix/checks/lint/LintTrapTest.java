package de.qapix.checks.lint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.text.SourceText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ways to lose data or to make others wait, each beside a harmless twin. */
final class LintTrapTest {

  /** What each script has in a schema of its own. */
  private static final String WORLD =
      """
      create table a (id int primary key, code text, n int default 1, w timestamp, d text not null);
      create table b (id int primary key, a_id int constraint fk references a, n int);
      create index on b (a_id);
      create table c (id int constraint ck check (id > 0), code text constraint uq unique);
      create unique index ux on c (id);
      create unique index ua on a (id);
      insert into c select i, i::text from generate_series(1, 5) as i;
      create table p (id int) partition by range (id);
      create table p1 partition of p for values from (1) to (9);
      create table loose (id int);
      create type mood as enum ('sad', 'ok');
      create domain pos as int check (value > 0);
      create table u (m mood, q pos);
      create view v as select id, code from a;
      create materialized view mv as select id from a;
      create unique index on mv (id);
      create sequence sq;
      create function f() returns int language sql as 'select 1';
      create function noop() returns trigger language plpgsql as 'begin return new; end';
      create trigger tg before update on a for each row execute function noop();
      create procedure wipe() language plpgsql as $$ begin delete from b; end $$;
      create procedure tidy() language plpgsql as $$ begin delete from b where n > 9; end $$;
      create function drops() returns void language plpgsql
        as $$ begin execute 'drop table ' || 'b'; end $$;
      """;

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  /**
   * A way to harm and one that does not.
   *
   * @param found the rules that tell of it
   */
  private record Pair(String found, String trap, String twin) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("ban-drop-table", "drop table b", "create table z (); drop table z"),
          new Pair(
              "ban-drop-table",
              "do $$ begin execute format('drop %s %I', 'table', 'b'); end $$",
              "do $$ begin execute 'create table z ()'; execute 'drop table z'; end $$"),
          new Pair("ban-drop-table", "select drops()", "select f()"),
          new Pair(
              "ban-set-schema ban-drop-table",
              "create schema \"x.$\"; alter table b set schema \"x.$\"; drop schema \"x.$\""
                  + " cascade",
              "create schema \"y.$\"; drop schema \"y.$\""),
          new Pair("ban-drop-column", "alter table a drop n", "alter table a add z int"),
          new Pair(
              "ban-drop-column ban-drop-type",
              "drop type mood cascade",
              "create type z as enum (); drop type z"),
          new Pair(
              "ban-drop-column ban-drop-domain",
              "drop domain pos cascade",
              "create domain z as int; drop domain z"),
          new Pair(
              "ban-drop-view", "drop view v", "drop view v; create view v as select id from a"),
          new Pair(
              "ban-drop-view",
              "drop materialized view mv",
              "create or replace view v as select id, code, n from a"),
          new Pair(
              "ban-drop-constraint",
              "alter table b drop constraint fk",
              "alter table b drop constraint fk, add constraint fk foreign key (a_id)"
                  + " references a on delete cascade not valid"),
          new Pair(
              "ban-drop-constraint",
              "alter table c drop constraint ck",
              "alter table c drop constraint uq; create unique index concurrently on c (code)"),
          new Pair(
              "ban-drop-constraint",
              "do $$ begin alter table c drop constraint uq; end $$",
              "alter table c rename constraint uq to uq2"),
          new Pair(
              "require-concurrent-index-deletion ban-drop-constraint",
              "drop index ux",
              "drop index concurrently ua"),
          new Pair(
              "ban-drop-default",
              "alter table a alter n drop default",
              "alter table a alter n drop default; alter table a alter n set default 2"),
          new Pair(
              "ban-drop-not-null",
              "alter table a alter d drop not null",
              "alter table a add z int not null default 1"),
          new Pair(
              "ban-drop-object",
              "drop function f()",
              "create or replace function f()" + " returns int language sql as 'select 2'"),
          new Pair("ban-drop-object", "drop sequence sq", "create sequence z; drop sequence z"),
          new Pair(
              "ban-drop-object",
              "drop trigger tg on a",
              "drop trigger tg on a; create trigger tg before insert on a for each row"
                  + " execute function noop()"),
          new Pair(
              "ban-disable",
              "alter table a disable trigger tg",
              "alter table a disable trigger tg; alter table a enable trigger tg"),
          new Pair(
              "ban-set-schema",
              "create schema \"x.$\"; alter table b set schema \"x.$\"",
              "create schema \"y.$\"; create table z (); alter table z set schema \"y.$\""),
          new Pair(
              "renaming-table",
              "alter table b rename to b2",
              "alter table b rename to b2; create view b as select * from b2"),
          new Pair(
              "renaming-column",
              "do $$ begin alter table a rename code to code2; end $$",
              "create table z (i int); alter table z rename i to j"),
          new Pair(
              "renaming-object",
              "alter type mood rename value 'sad' to 'blue'",
              "alter type mood add value 'blue'"),
          new Pair(
              "renaming-object", "alter function f() rename to g", "alter index ux rename to ux2"),
          new Pair("ban-truncate", "truncate b", "create temp table z (); truncate z"),
          new Pair(
              "ban-truncate",
              "do $$ begin execute 'trunc' || 'ate c'; end $$",
              "do $$ begin if false then truncate c; end if; end $$"),
          new Pair(
              "ban-truncate-cascade",
              "truncate a cascade",
              "create table z (); truncate z cascade"),
          new Pair("ban-delete-without-where", "delete from b", "delete from b where n > 7"),
          new Pair(
              "ban-delete-without-where",
              "with gone as (delete from b where true returning 1) select from gone",
              "with gone as (delete from b where n = 1 returning 1) select from gone"),
          new Pair("ban-delete-without-where", "call wipe()", "call tidy()"),
          new Pair(
              "ban-delete-without-where",
              "delete from c where id > 0",
              "delete from c where id > 1"),
          new Pair(
              "ban-delete-without-where",
              "do $$ declare t text; begin for t in values ('b') loop"
                  + " execute format('delete from %I', t); end loop; end $$",
              "do $$ begin execute format('delete from %I where n = 1', 'b'); end $$"),
          new Pair(
              "ban-update-without-where",
              "update a set code = lower(code)",
              "update a set code = lower(code) where id = 1"),
          new Pair(
              "changing-column-type",
              "alter table a alter w type timestamptz",
              "set timezone = 'UTC'; create table z (w timestamp);"
                  + " alter table z alter w type timestamptz"),
          new Pair(
              "changing-column-type",
              "do $$ begin alter table b alter n type smallint; end $$",
              "create table z (n int); alter table z alter n type smallint"),
          new Pair(
              "long-lock",
              "do $$ begin lock table b in exclusive mode; end $$",
              "lock table b in row exclusive mode"),
          new Pair("long-lock", "vacuum full b", "vacuum b"),
          new Pair("long-lock", "cluster b using b_pkey", "alter table b cluster on b_pkey"),
          new Pair(
              "long-lock",
              "refresh materialized view mv",
              "refresh materialized view concurrently mv"),
          new Pair(
              "long-lock",
              "create table q (id int) partition by range (id);"
                  + " alter table q attach partition loose for values from (1) to (9)",
              "create table q (id int) partition by range (id); create table q1 (id int);"
                  + " alter table q attach partition q1 for values from (1) to (9)"),
          new Pair(
              "require-concurrent-index-creation",
              "create index on p (id)",
              "create index on only p (id)"),
          new Pair(
              "long-lock", "alter table b set unlogged", "alter table b set (fillfactor = 70)"),
          new Pair(
              "require-foreign-key-index",
              "alter table c add a_id int;"
                  + " alter table c add constraint fk2 foreign key (a_id) references a not valid",
              "alter table c add a_id int; create index concurrently on c (a_id);"
                  + " alter table c add constraint fk2 foreign key (a_id) references a not valid"));

  @Test
  void each_harm_is_found_and_no_harmless_twin() throws SQLException {
    List<SourceText> scripts = new ArrayList<>();
    Map<String, String> expected = new TreeMap<>();
    for (int number = 0; number < PAIRS.size(); number++) {
      Pair pair = PAIRS.get(number);
      expected.put("trap" + number, pair.found());
      scripts.add(script("trap" + number, pair.trap()));
      scripts.add(script("twin" + number, pair.twin()));
    }

    Map<String, String> found =
        new Linter(
                database.dataSource(),
                (failure, scratch) -> false,
                TableSizes.UNKNOWN,
                Rule.usual())
            .lint(scripts).findings().stream()
                .collect(
                    groupingBy(
                        finding -> finding.place().orElseThrow().file(),
                        TreeMap::new,
                        mapping(LintTrapTest::rule, joining(" "))));

    assertThat(found).isEqualTo(expected);
  }

  private static String rule(Finding finding) {
    return finding.rule().substring("lint/".length());
  }

  private SourceText script(String name, String sql) {
    String schema = "create schema " + name + "; set search_path to " + name + ";";
    database.sql().execute(schema + WORLD + "reset search_path");
    return new SourceText(
        name, "set search_path to " + name + "; " + sql.replace("$\"", name + "\""));
  }
}
