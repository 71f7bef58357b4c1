package de.qapix.checks.lint;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.text.SourceText;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinterTest {

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  @BeforeEach
  void tables() {
    database.sql().execute("create table r (id int primary key)");
    database.sql().execute("create table \"Event\" (id int, a varchar(10), n int, m int not null)");
    database.sql().execute("create index i on \"Event\" (n)");
    database.sql().execute("create table p (id int) partition by range (id)");
    database.sql().execute("create table p1 partition of p for values from (1) to (9)");
  }

  @Test
  void indexes_of_existing_tables_are_made_and_dropped_concurrently() throws SQLException {
    assertThat(
            lint(
                """
                create index on "Event" (a);
                create index concurrently c on "Event" (m);
                drop index i, c;
                drop index concurrently if exists c;
                reindex table "Event"; reindex table concurrently "Event";
                begin; create index concurrently d on "Event" (n); commit;
                alter table p detach partition p1;
                """))
        .isEqualTo(
            """
            error lint/require-concurrent-index-creation "Event" v.sql:1:1 [SHARE, , scan]
            warning lint/require-concurrent-index-deletion i v.sql:3:1 [ACCESS EXCLUSIVE, , ]
            warning lint/require-concurrent-index-deletion c v.sql:3:1 [ACCESS EXCLUSIVE, , ]
            error lint/require-concurrent-reindex "Event" v.sql:5:1 [SHARE, , ]
            error lint/ban-concurrent-index-creation-in-transaction d v.sql:6:8 [, , ]
            warning lint/require-concurrent-partition-detach p1 v.sql:7:1 [ACCESS EXCLUSIVE, , ]
            """);
  }

  @Test
  void constraints_are_added_without_a_look_at_the_rows() throws SQLException {
    assertThat(
            lint(
                """
                alter table "Event" add constraint c check (n > 0), add d int;
                alter table "Event" add constraint f foreign key (n) references r (id);
                alter table "Event" add e int references r;
                alter table "Event" add primary key (m);
                alter table "Event" add unique (n);
                """))
        .isEqualTo(
            """
            error lint/constraint-missing-not-valid "Event".c v.sql:1:1 [ACCESS EXCLUSIVE, , scan]
            error lint/adding-foreign-key-constraint "Event".f v.sql:2:1 [ACCESS EXCLUSIVE, , scan]
            error lint/constraint-missing-not-valid "Event".f v.sql:2:1 [ACCESS EXCLUSIVE, , scan]
            warning lint/adding-foreign-key-constraint "Event".e v.sql:3:1 [ACCESS EXCLUSIVE, , ]
            warning lint/require-foreign-key-index "Event"."Event_e_fkey" v.sql:3:1 [ACCESS EXCLUSIVE, , ]
            error lint/adding-serial-primary-key-field "Event" v.sql:4:1 [ACCESS EXCLUSIVE, , scan]
            error lint/disallowed-unique-constraint "Event" v.sql:5:1 [ACCESS EXCLUSIVE, , scan]
            """);
    assertThat(
            lint(
                """
                alter table "Event" add constraint g check (n > 0) not valid;
                alter table "Event" add constraint h foreign key (n) references r (id) not valid;
                create unique index concurrently u on "Event" (n);
                alter table "Event" add constraint u unique using index u;
                """))
        .isEmpty();
  }

  @Test
  void columns_are_judged_by_what_the_server_does() throws SQLException {
    assertThat(
            lint(
                """
                alter table "Event" add b timestamptz default now();
                alter table "Event" add c timestamptz default clock_timestamp();
                alter table "Event" add d int not null;
                alter table "Event" alter n set not null;
                alter table "Event" alter a type varchar(20);
                alter table "Event" alter column n set data type bigint;
                alter table "Event" alter n drop not null;
                alter table "Event" rename a to z;
                alter table "Event" drop if exists z;
                alter table "Event" rename to event;
                """))
        .isEqualTo(
            """
            error lint/adding-field-with-default "Event".c v.sql:2:1 [ACCESS EXCLUSIVE, rewrite, scan]
            error lint/adding-required-field "Event".d v.sql:3:1 [ACCESS EXCLUSIVE, , scan]
            error lint/adding-not-nullable-field "Event".n v.sql:4:1 [ACCESS EXCLUSIVE, , scan]
            note lint/changing-column-type "Event".a v.sql:5:1 [ACCESS EXCLUSIVE, , ]
            error lint/changing-column-type "Event".n v.sql:6:1 [ACCESS EXCLUSIVE, rewrite, scan]
            warning lint/ban-drop-not-null "Event".n v.sql:7:1 [ACCESS EXCLUSIVE, , ]
            warning lint/renaming-column "Event".a v.sql:8:1 [ACCESS EXCLUSIVE, , ]
            error lint/ban-drop-column "Event".z v.sql:9:1 [ACCESS EXCLUSIVE, , ]
            warning lint/renaming-table "Event" v.sql:10:1 [ACCESS EXCLUSIVE, , ]
            """);
  }

  @Test
  void what_loses_data_is_told() throws SQLException {
    assertThat(lint("truncate table only r cascade; drop table if exists r, p; drop database d"))
        .isEqualTo(
            """
            error lint/ban-truncate-cascade r v.sql:1:1 [ACCESS EXCLUSIVE, , ]
            error lint/ban-drop-table r v.sql:1:32 [ACCESS EXCLUSIVE, , ]
            error lint/ban-drop-table p v.sql:1:32 [ACCESS EXCLUSIVE, , ]
            error lint/ban-drop-database d v.sql:1:59 [, , ]
            """);
  }

  @Test
  void a_schema_is_called_by_its_name_alone() throws SQLException {
    database.sql().execute("create schema \"S x\"");

    assertThat(lint("drop schema \"S x\""))
        .isEqualTo("error lint/ban-drop-schema \"S x\" v.sql:1:1 [, , ]\n");
  }

  @Test
  void a_lock_from_before_makes_later_statements_slow_for_others() throws SQLException {
    assertThat(
            lint(
                """
                alter table "Event" add constraint c check (n > 0) not valid;
                alter table "Event" validate constraint c; -- reads all under the lock of line 1
                commit;
                update "Event" set n = 1;
                do $$ begin execute 'alter table "Event" alter n type bigint'; end $$;
                """))
        .isEqualTo(
            """
            error lint/long-lock "Event" v.sql:2:1 [ACCESS EXCLUSIVE, , scan]
            warning lint/transaction-nesting commit v.sql:3:1 [, , ]
            warning lint/ban-update-without-where "Event" v.sql:4:1 [ROW EXCLUSIVE, , scan]
            error lint/changing-column-type "Event".n v.sql:5:1 [ACCESS EXCLUSIVE, rewrite, scan]
            """);
  }

  @Test
  void tables_of_the_pending_scripts_are_nobodys_yet() throws SQLException {
    List<SourceText> scripts =
        List.of(
            new SourceText(
                "1.sql",
                """
                create table n (id serial primary key, r_id int, w timestamp, v varchar(9));
                create index on n (r_id);
                alter table n add foreign key (r_id) references r;
                alter table n alter r_id set not null, add x int not null, drop w;
                """),
            new SourceText(
                "2.sql",
                """
                create table o as select * from r;
                drop index n_r_id_idx; alter table n rename v to u; alter table n rename to m;
                create unique index on m (u); reindex table m; truncate m cascade; drop table m;
                """));
    assertThat(linter(TableSizes.UNKNOWN, Rule.usual()).lint(scripts).findings()).isEmpty();
  }

  @Test
  void rules_of_taste_are_on_when_asked_for() throws SQLException {
    String sql =
        """
        create table n (a int, b char(3), c timestamp(3), d timestamp(3) with time zone, e serial,
          f character varying(5), g text, primary key (a));
        alter table r add %s int;
        """
            .formatted("ä".repeat(32));
    assertThat(lint(sql))
        .isEqualTo(
            """
            note lint/ban-char-field n.b v.sql:1:1 [, , ]
            warning lint/identifier-too-long %s v.sql:3:1 [, , ]
            """
                .formatted("ä".repeat(32)));
    assertThat(words(linter(TableSizes.UNKNOWN, EnumSet.allOf(Rule.class)), again(sql)))
        .isEqualTo(
            """
            note lint/prefer-bigint-over-int k.a v.sql:1:1 [, , ]
            note lint/ban-char-field k.b v.sql:1:1 [, , ]
            note lint/prefer-timestamp-tz k.c v.sql:1:1 [, , ]
            note lint/prefer-bigint-over-int k.e v.sql:1:1 [, , ]
            note lint/prefer-identity k.e v.sql:1:1 [, , ]
            note lint/prefer-text-field k.f v.sql:1:1 [, , ]
            note lint/require-table-schema k v.sql:1:1 [, , ]
            warning lint/require-lock-timeout r v.sql:3:1 [ACCESS EXCLUSIVE, , ]
            warning lint/require-statement-timeout r v.sql:3:1 [ACCESS EXCLUSIVE, , ]
            note lint/prefer-bigint-over-int r.x v.sql:3:1 [, , ]
            note lint/require-table-schema r v.sql:3:1 [, , ]
            """);
    assertThat(
            words(
                linter(TableSizes.UNKNOWN, Set.of(Rule.REQUIRE_LOCK_TIMEOUT)),
                "set lock_timeout = '2s'; alter table r add y int"))
        .isEmpty();
  }

  private static String again(String sql) {
    return sql.replace("table n", "table k").replace("ä".repeat(32), "x");
  }

  @Test
  void transactions_are_begun_and_ended_once() throws SQLException {
    assertThat(lint("begin; begin; select 1; commit; rollback; start transaction"))
        .isEqualTo(
            """
            warning lint/transaction-nesting begin v.sql:1:8 [, , ]
            warning lint/transaction-nesting rollback v.sql:1:33 [, , ]
            warning lint/ban-uncommitted-transaction start transaction v.sql:1:43 [, , ]
            """);
  }

  @Test
  void only_the_first_failure_is_told_and_the_rest_is_judged_by_its_text() throws SQLException {
    assertThat(
            lint(
                """
                select 'ä😀' as a,
                  b from r;
                drop table nowhere;
                alter table "Event" drop n;
                alter table "Event" alter nothing type bigint;
                """))
        .isEqualTo(
            """
            error lint/statement-fails select 'ä😀' as a, b from r v.sql:2:3 [column "b" does not exist]
            error lint/ban-drop-column "Event".n v.sql:4:1 [ACCESS EXCLUSIVE, , ]
            error lint/changing-column-type "Event".nothing v.sql:5:1 [, , ]
            """);
    assertThat(lint("selec 1"))
        .isEqualTo(
            """
            error lint/syntax-error selec 1 v.sql:1:1 [syntax error at or near "selec"]
            """);
  }

  @Test
  void what_the_server_does_not_keep_is_a_failure_of_the_last_statement() throws SQLException {
    assertThat(
            lint(
                """
                create table n (r_id int references r deferrable initially deferred);
                insert into n values (1);
                """))
        .isEqualTo(
            """
            error lint/statement-fails insert into n values (1) v.sql:2:1\
             [insert or update on table "n" violates foreign key constraint "n_r_id_fkey"]
            """);
  }

  @Test
  void a_script_that_fools_the_lexer_does_not_stop_the_others() throws SQLException {
    List<SourceText> scripts =
        List.of(
            new SourceText(
                "1.sql",
                "set standard_conforming_strings = off; select 'a\\'; commit; rollback; select"
                    + " '';"),
            new SourceText("2.sql", "create index on r (id);"));
    assertThat(linter(TableSizes.UNKNOWN, Rule.usual()).lint(scripts).findings())
        .extracting(LinterTest::words)
        .contains("error lint/require-concurrent-index-creation r 2.sql:1:1 [SHARE, , scan]\n");
  }

  @Test
  void comments_accept_what_they_name_and_those_of_no_use_are_told() throws SQLException {
    assertThat(
            lint(
                """
                -- squawk-ignore ban-drop-column, renaming-table -- ban-drop-table, it says
                alter table "Event" drop n;
                alter table "Event" drop a; -- qapix-ignore lint/ban-drop-column
                alter table "Event"
                  -- squawk-ignore
                  drop m;
                /* qapix-ignore ban-drop-table */
                select 1;
                -- squawk-ignore prefer-robust-stmts, prefer-identity
                alter table "Event" drop id;
                """))
        .isEqualTo(
            """
            error lint/ban-drop-column "Event".m v.sql:4:1 [ACCESS EXCLUSIVE, , ]
            error lint/ban-drop-column "Event".id v.sql:10:1 [ACCESS EXCLUSIVE, , ]
            note lint/unused-ignore renaming-table v.sql:1:1 []
            warning lint/unused-ignore squawk-ignore v.sql:5:3 []
            note lint/unused-ignore ban-drop-table v.sql:7:1 []
            """);
    assertThat(
            lint(
                """
                -- qapix-ignore-file
                -- qapix-ignore unknown-rule: squawk may know it, qapix does not
                select 1; -- qapix-ignore
                """))
        .isEqualTo(
            """
            warning lint/unused-ignore qapix-ignore v.sql:1:1 []
            note lint/unused-ignore unknown-rule v.sql:2:1 []
            warning lint/unused-ignore qapix-ignore v.sql:3:11 []
            """);
    assertThat(lint("-- squawk-ignore-file ban-drop-table\nselect 1; drop table r; drop table p"))
        .isEmpty();
  }

  @Test
  void a_lock_on_a_small_table_is_less_bad_and_its_loss_is_not() throws SQLException {
    TableSizes sizes =
        new TableSizes(
            Map.of(
                "public.\"Event\"", new TableSize(999, 70_000),
                "R", new TableSize(2_000_000, 90_000_000)));
    assertThat(
            words(
                linter(sizes, Rule.usual()),
                "create index on \"Event\" (n); create index on r (id);"
                    + " alter table \"Event\" drop n"))
        .isEqualTo(
            """
            warning lint/require-concurrent-index-creation "Event" v.sql:1:1 [SHARE, , scan, 999, 70000]
            error lint/require-concurrent-index-creation r v.sql:1:30 [SHARE, , scan, 2000000, 90000000]
            error lint/ban-drop-column "Event".n v.sql:1:54 [ACCESS EXCLUSIVE, , , 999, 70000]
            """);
  }

  @Test
  void a_role_with_no_special_rights_is_enough_and_what_it_may_not_do_is_not_told()
      throws SQLException {
    database.sql().execute("create role linting login");
    try {
      database.sql().execute("alter table r owner to linting");
      Linter linter =
          new Linter(
              database.dataSource("linting"),
              (failure, scratch) -> false,
              TableSizes.UNKNOWN,
              Rule.usual());
      assertThat(
              words(
                  linter,
                  """
                  alter table r add check (id > 0); alter system set fsync = off;
                  do $$ begin copy r to program 'true'; end $$;
                  """))
          .isEqualTo(
              """
              error lint/constraint-missing-not-valid r v.sql:1:1 [ACCESS EXCLUSIVE, , scan]
              """);
    } finally {
      database.sql().execute("drop owned by linting");
      database.sql().execute("drop role linting");
    }
  }

  private String lint(String sql) throws SQLException {
    return words(linter(TableSizes.UNKNOWN, Rule.usual()), sql);
  }

  private Linter linter(TableSizes sizes, Set<Rule> rules) {
    return new Linter(database.dataSource(), (failure, scratch) -> false, sizes, rules);
  }

  private static String words(Linter linter, String sql) throws SQLException {
    return linter.lint(List.of(new SourceText("v.sql", sql))).findings().stream()
        .map(LinterTest::words)
        .collect(Collectors.joining());
  }

  private static String words(Finding finding) {
    return "%s %s %s %s %s%n"
        .formatted(
            finding.severity().word(),
            finding.rule(),
            finding.subject(),
            finding.place().orElseThrow(),
            finding.arguments())
        .replace(", , ]\n", "]\n");
  }
}
