package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements that are no queries, and that the server looks at only when it runs them. */
class UtilityCheckTest {

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema(
            """
            create table orders (id text primary key, amount int);
            create table parted (id int, "atDay" date) partition by list (id);
            create view large as select id from orders where amount > 100;
            create materialized view totals as select id, sum(amount) as total from orders group by id;
            create materialized view counted as select count(*) from orders;
            create materialized view guarded as select id, amount from orders;
            create unique index on totals (id);
            create unique index on guarded (lower(id));
            create unique index on guarded (id) where amount > 0;
            """);
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  @Test
  void what_they_are_done_to_must_be_there_and_of_the_right_kind() {
    assertThat(
            schema.sql(
                """
                truncate large;
                truncate table orders, only parted, totals restart identity cascade;
                truncate ordrs;
                refresh materialized view large;
                refresh materialized view concurrently counted;
                refresh materialized view concurrently guarded;
                lock table totals;
                copy totals from stdin;
                copy large to stdout;
                copy parted (id, at_day) from stdin;
                analyze orders (id, amout), parted;
                vacuum (analyze, verbose) orders (ammount);
                vacuum full verbose ordres;
                """))
        .isEqualTo(
            """
            refused 1 large
            refused 2 totals
            unknown-table 3 ordrs -> orders
            refused 4 large
            refused 5 counted
            refused 6 guarded
            refused 7 totals
            refused 8 totals
            refused 9 large
            unknown-column 10 at_day -> "atDay"
            unknown-column 11 amout -> amount
            unknown-column 12 ammount -> amount
            unknown-table 13 ordres -> orders\
            """);
  }

  @Test
  void what_the_server_does_is_right() {
    assertThat(
            schema.sql(
                """
                truncate orders, parted;
                refresh materialized view counted;
                refresh materialized view concurrently totals;
                refresh materialized view totals with no data;
                lock table orders, large in share mode;
                copy orders (id) to stdout;
                copy totals to stdout;
                copy parted from stdin;
                copy (select id from large) to stdout;
                analyze;
                analyze verbose orders (id);
                vacuum;
                vacuum (full false) orders, parted;
                listen orders;
                """))
        .isEmpty();
  }
}
