package de.qapix.checks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogReader;
import de.qapix.checks.diff.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said of statements is what the server does. */
class HazardsTest {

  private static final String TABLES =
      """
      create function ok() returns trigger language plpgsql as 'begin return new; end';
      create table person (id int primary key, name varchar(9), "Age" int, sum numeric(5,2), at timestamp);
      create table visit (id int, day date, person int) partition by range (day);
      create table visit_1 (id int, day date, person int);
      create table visit_2 partition of visit for values from ('2024-01-01') to ('2025-01-01');
      create index person_name on person (name);
      alter table person add constraint later check (id > 0) not valid;
      create trigger t before insert on person for each row execute function ok();
      create policy p on person using (true);
      """;

  private static final List<String> STATEMENTS =
      List.of(
          "alter table public.person add column note text",
          "alter table public.person add column note text default 'a'::text not null",
          "alter table public.person add column note timestamp without time zone default now()",
          "alter table public.person add column note double precision default random()",
          "alter table public.person add column key bigint generated always as identity not null",
          "alter table public.person add column twice integer generated always as ((id * 2))"
              + " stored",
          "alter table public.person drop column \"Age\"",
          "alter table public.person alter column name type character varying(20) using"
              + " name::character varying(20)",
          "alter table public.person alter column name type text using name::text",
          "alter table public.person alter column name type character varying(5) using"
              + " name::character varying(5)",
          "alter table public.person alter column sum type numeric(9,2) using sum::numeric(9,2)",
          "alter table public.person alter column \"Age\" type bigint using \"Age\"::bigint",
          "alter table public.person alter column name set not null",
          "alter table public.person alter column name set default 'x'::text",
          "alter table public.person add constraint positive CHECK ((id > 0))",
          "alter table public.person add constraint positive CHECK ((id > 0)) NOT VALID",
          "alter table public.person add constraint name_key UNIQUE (name)",
          "alter table public.person validate constraint later",
          "alter table public.person drop constraint later",
          "alter table public.visit add constraint visit_person FOREIGN KEY (person) REFERENCES"
              + " public.person(id)",
          "alter table public.visit_1 add constraint visit_person FOREIGN KEY (person) REFERENCES"
              + " public.person(id) NOT VALID",
          "alter table public.visit attach partition public.visit_1 FOR VALUES FROM ('2025-01-01')"
              + " TO ('2026-01-01')",
          "alter table public.visit detach partition public.visit_2",
          "alter table public.person set (fillfactor=70)",
          "alter table public.person set unlogged",
          "alter table public.person enable row level security",
          "alter table public.person replica identity full",
          "alter table public.person disable trigger t",
          "CREATE INDEX person_age ON public.person USING btree (\"Age\")",
          "drop index public.person_name",
          "reindex index public.person_name",
          "drop trigger t on public.person",
          "CREATE TRIGGER u BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION"
              + " public.ok()",
          "create policy q on public.person as permissive for all to public using (true)",
          "drop policy p on public.person");

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  @Test
  void the_locks_and_rewrites_of_each_statement_are_those_of_the_server() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      execute(connection, TABLES);
      Catalog catalog = CatalogReader.read(DSL.using(connection, SQLDialect.POSTGRES));
      connection.setAutoCommit(false);
      for (String sql : STATEMENTS) {
        Set<String> files = lines(connection, FILES);
        connection.rollback();
        execute(connection, sql);
        Set<String> locks = lines(connection, LOCKS);
        Set<String> rewritten = new TreeSet<>(files);
        rewritten.removeAll(lines(connection, FILES));
        connection.rollback();

        List<Hazard> hazards = new Hazards(catalog).of(List.of(Change.safe(sql))).get(0);

        assertThat(locks)
            .as(sql)
            .containsAll(
                hazards.stream()
                    .map(hazard -> hazard.table() + " " + hazard.lock())
                    .collect(Collectors.toSet()));
        assertThat(hazards).as(sql).isNotEmpty();
        assertThat(hazards.stream().anyMatch(hazard -> hazard.work() == Hazard.Work.REWRITE))
            .as(sql + " rewrites " + rewritten)
            .isEqualTo(!rewritten.isEmpty());
      }
    }
  }

  /** The strongest lock on each table. */
  private static final String LOCKS =
      """
      select distinct on (relation) relation, mode from (
        select 'public.' || c.relname as relation,
          upper(regexp_replace(replace(mode, 'Lock', ''), '(?<=[a-z])([A-Z])', ' \\1', 'g')) as mode,
          array_position(array['AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock',
            'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], mode) as strength
        from pg_locks l join pg_class c on c.oid = l.relation
        where l.pid = pg_backend_pid() and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')) as held
      order by relation, strength desc
      """;

  private static final String FILES =
      "select relname, relfilenode from pg_class where relkind = 'r' and relnamespace ="
          + " 'public'::regnamespace and relname <> 'visit_1'";

  private static Set<String> lines(Connection connection, String query) throws SQLException {
    Set<String> lines = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return lines;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
