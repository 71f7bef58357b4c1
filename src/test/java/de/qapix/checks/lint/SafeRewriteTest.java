package de.qapix.checks.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import de.qapix.TestDatabase;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is printed instead of a statement has been run and makes the same. */
final class SafeRewriteTest {

  private static final List<String> HARMFUL =
      List.of(
          "create unique index on \"T\" (a) where a is not null",
          "drop index i",
          "drop index if exists i, j",
          "reindex (verbose) table \"T\"",
          "reindex index i",
          "create index px on p (id, lower(x)) include (x)",
          "create unique index pu on p (id)",
          "alter table p detach partition p1",
          "refresh materialized view mv",
          "alter table \"T\" add constraint c check (n > 0), add d int,"
              + " add foreign key (n) references r on delete cascade",
          "alter table \"T\" add primary key (id) include (m)",
          "alter table only \"T\" add constraint \"U\" unique (n, a), alter n set not null");

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  @Test
  void it_makes_the_same() throws SQLException {
    for (int number = 0; number < HARMFUL.size(); number++) {
      String harmful = HARMFUL.get(number);
      String plain = world("plain" + number);
      String safe = world("safe" + number);
      List<String> instead =
          new Linter(
                  database.dataSource(),
                  (failure, scratch) -> false,
                  TableSizes.UNKNOWN,
                  Rule.usual())
                  .lint(
                      List.of(
                          new SourceText("v.sql", "set search_path to " + plain + ";" + harmful)))
                  .findings()
                  .stream()
                  .flatMap(finding -> finding.instead().stream())
                  .distinct()
                  .toList();

      assertThat(instead).as(harmful).hasSize(1);
      try (Connection connection = database.dataSource().getConnection();
          Statement jdbc = connection.createStatement()) {
        jdbc.execute("set search_path to " + safe);
        for (SqlStatement statement : SqlStatements.of(instead.get(0))) {
          jdbc.execute(statement.text());
        }
      }
      assertThat(traits(safe)).as(instead.get(0)).isEqualTo(traits(plain));
    }
  }

  private String world(String schema) {
    database
        .sql()
        .execute(
            "create schema "
                + schema
                + "; set search_path to "
                + schema
                + """
                ; create table r (id int primary key);
                create table "T" (id int, a text, n int, m int not null);
                create index i on "T" (n);
                create index j on "T" (m);
                create table p (id int, x text) partition by range (id);
                create table p1 partition of p for values from (1) to (9);
                create table p2 partition of p for values from (9) to (19);
                create materialized view mv as select * from r;
                create unique index on mv (id);
                set search_path to public
                """);
    return schema;
  }

  /**
   * Constraints, indexes and columns without the name of their schema, but for the bounds that
   * DETACH CONCURRENTLY leaves as a constraint.
   */
  private List<String> traits(String schema) {
    return database
        .sql()
        .fetch(
            """
            select replace(concat_ws(' ', rule.conrelid::regclass, rule.conname,
                pg_get_constraintdef(rule.oid), rule.convalidated), {0}, '')
            from pg_constraint as rule where rule.connamespace = {0}::regnamespace
              and rule.conname <> 'p1_id_check'
            union all
            select replace(pg_get_indexdef(index.indexrelid), {0}, '')
            from pg_index as index join pg_class as class on class.oid = index.indexrelid
            where class.relnamespace = {0}::regnamespace and class.relname not like 'p_\\_%'
            union all
            select replace(concat_ws(' ', class.relname, class.relispartition, attribute.attname,
                attribute.attnotnull), {0}, '')
            from pg_attribute as attribute join pg_class as class on class.oid = attribute.attrelid
            where class.relnamespace = {0}::regnamespace
              and attribute.attnum > 0 and class.relname not like 'p_\\_%'
            order by 1
            """,
            inline(schema))
        .getValues(0, String.class);
  }
}
