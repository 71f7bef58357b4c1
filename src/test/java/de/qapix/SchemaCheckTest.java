package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code qapix schema check} and {@code show} as a user calls them. */
class SchemaCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();
  @RegisterExtension private final TestDatabase empty = TestDatabase.empty();
  @TempDir private Path folder;

  @Test
  void a_database_as_the_migrations_make_it_is_in_order() {
    Run run = check();

    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("postgresql://\\S+: no problems found \\(0\\.0 s\\)\n");
  }

  @Test
  void what_differs_is_named_with_what_was_expected_what_is_there_and_which_commands_break() {
    change("alter table qapix.calendly_event rename column \"joinUrl\" to join_url");
    change("alter table calendly_events alter column status type varchar(20)");
    change("comment on table qapix.run is 'mine'");

    Run run = check();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().replaceAll("postgresql://\\S+", "DATABASE:"))
        .isEqualTo(
            """
            Differences between the database and its migrations
              error    public.calendly_events.status   drift/column-type
                       column differs: type; breaks: qapix rejects, qapix sync, qapix verify
                       expected  text
                       found     character varying(20)
                       hint      revert it, or write a migration for it
              error    qapix.calendly_event."joinUrl"  drift/column-missing
                       column is missing; breaks: qapix rejects, qapix sync, qapix verify
                       expected  text
                       found     qapix.calendly_event.join_url
                       hint      revert it, or write a migration for it
              error    qapix.calendly_event.join_url   drift/column-extra
                       column is not in the migrations
                       found     text
                       hint      revert it, or write a migration for it
              warning  qapix.run                       drift/table-comment
                       table differs: comment
                       expected  One row for each run of a sync, written with its batches.
                       found     mine
                       hint      revert it, or write a migration for it

            Statements that qapix sends
              error    qapix rejects  statement/refused
                       this command fails; PostgreSQL: column "joinUrl" of relation "calendly_event" does not exist
                       found     "joinUrl"
                       hint      fix the differences between the database and its migrations
              error    qapix sync     statement/refused
                       this command fails; PostgreSQL: column "joinUrl" of relation "calendly_event" does not exist
                       found     "joinUrl"
                       hint      fix the differences between the database and its migrations
              error    qapix verify   statement/refused
                       this command fails; PostgreSQL: column calendly_event.joinUrl does not exist
                       found     "qapix"."calendly_event"."joinUrl"
                       hint      fix the differences between the database and its migrations

            DATABASE: 6 errors, 1 warning (0.0 s)
            """);
  }

  @Test
  void only_the_commands_whose_statements_are_refused_are_said_to_work_no_longer() {
    change("alter table qapix.reject rename column reason to why");

    assertThat(check().out())
        .contains("error    qapix rejects  statement/refused")
        .contains("error    qapix sync     statement/refused")
        .doesNotContain("error    qapix runs");
  }

  @Test
  void the_same_is_told_in_german() {
    change("drop index qapix.\"run_startedAt_idx\"");

    assertThat(check("--lang", "de").out())
        .contains("Unterschiede zwischen der Datenbank und ihren Migrationen")
        .contains("Fehler   qapix.run.\"run_startedAt_idx\"")
        .contains("Index fehlt")
        .contains("1 Fehler (0,0 s)");
  }

  @Test
  void what_the_other_application_adds_to_its_tables_is_a_note_and_an_error_when_strict() {
    change("alter table calendly_events add column mine text");
    change("create table public.theirs (id int)");

    JsonNode finding = only(check("--format", "json"));

    assertThat(finding.path("severity").stringValue()).isEqualTo("note");
    assertThat(finding.path("subject").stringValue()).isEqualTo("public.calendly_events.mine");
    assertThat(check().code()).isZero();
    assertThat(check("--strict").code()).isEqualTo(1);
  }

  @Test
  void a_column_of_theirs_that_wants_a_value_breaks_a_sync() {
    change("alter table calendly_events add column mine text not null");

    JsonNode finding = only(check("--format", "json"));

    assertThat(finding.path("severity").stringValue()).isEqualTo("error");
    assertThat(finding.path("message").stringValue()).contains("qapix sync");
  }

  @Test
  void rows_may_be_unique_by_another_constraint_than_ours() {
    change("drop index \"calendly_events_calendlyEventUri_key\"");
    assertThat(check().code()).isEqualTo(1);

    change("alter table calendly_events add constraint u unique (\"calendlyEventUri\")");

    assertThat(check().code()).isZero();
  }

  @Test
  void pending_migrations_are_named_and_nothing_else() {
    Run run = check(empty.url(), "--format", "json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("findings"))
        .isNotEmpty()
        .allMatch(finding -> finding.path("rule").stringValue().equals("migration/pending"));
  }

  @Test
  void the_shared_tables_may_live_in_another_schema() {
    empty.sql().execute("create schema \"My App\"");
    new Migrations(empty.dataSource(), "My App").migrate(MigrationWatch.none());

    assertThat(check(empty.url() + "?schema=My%20App").code()).isZero();
    empty.sql().execute("drop index \"My App\".\"calendly_events_startTime_idx\"");
    assertThat(check(empty.url() + "?schema=My%20App").out())
        .contains("\"My App\".calendly_events.\"calendly_events_startTime_idx\"")
        .contains("ON \"My App\".calendly_events");
  }

  @Test
  void a_role_that_may_not_do_what_we_do_is_told_what_it_lacks_and_where() {
    String role = database.name() + "_reader";
    change("create role " + role + " login");
    try {
      change("grant usage on schema qapix to " + role);
      change("grant select on all tables in schema qapix, public to " + role);
      change("grant insert, update, delete on all tables in schema qapix to " + role);

      JsonNode findings =
          check(database.url().replace("postgres@", role + "@"), "--format", "json")
              .json()
              .path("findings");

      assertThat(
              findings
                  .valueStream()
                  .map(
                      finding ->
                          finding.path("subject").stringValue()
                              + ": "
                              + finding.path("expected").stringValue()))
          .containsExactly(
              "public.calendly_events: DELETE, INSERT, UPDATE", "public.custom_activities: UPDATE");
    } finally {
      change("drop owned by " + role);
      change("drop role " + role);
    }
  }

  @Test
  void a_baseline_accepts_what_is_there_today_and_nothing_new() {
    String file = folder.resolve("baseline.json").toString();
    change("drop index qapix.\"run_startedAt_idx\"");
    assertThat(check("--baseline", file).err()).contains("not found");

    assertThat(check("--baseline", file, "--update-baseline").code()).isZero();
    assertThat(check("--baseline", file).out()).contains("1 accepted by the baseline");
    change("alter table qapix.run drop column error");

    assertThat(check("--baseline", file).code()).isEqualTo(1);
    assertThat(check("--baseline", file).out()).contains("4 errors, 1 accepted by the baseline");
  }

  @Test
  void several_reports_are_written_at_once() {
    change("drop index qapix.\"run_startedAt_idx\"");
    Path sarif = folder.resolve("a.sarif");
    Path junit = folder.resolve("a.xml");

    check("--report", "sarif=" + sarif, "--report", "junit=" + junit);

    assertThat(sarif).content().contains("\"version\":\"2.1.0\"").contains("drift/index-missing");
    assertThat(junit).content().contains("<failure type=\"drift/index-missing\"");
    assertThat(Files.exists(folder.resolve("b.xml"))).isFalse();
  }

  @Test
  void two_databases_are_compared_and_only_one_with_a_difference_ends_with_1() {
    empty.sql().execute("create table a (i int)");
    String there = empty.url().replace("postgres@localhost", "postgres@127.0.0.1");

    Run same = run(there, "schema", "diff", "env:DATABASE_URL", there);
    empty.sql().execute("create schema qapix");
    Run different = run(database.url(), "schema", "diff", there, "env:DATABASE_URL");

    assertThat(same.out()).isEqualTo("no differences\n");
    assertThat(same.code()).isZero();
    assertThat(different.code()).isEqualTo(1);
    assertThat(different.out())
        .contains("- table public.a  table\n")
        .contains("+ table public.calendly_events  table\n")
        .doesNotContain("\"calendlyEventUri\"");
    assertThat(run(there, "schema", "diff", "env:NONE", there).code()).isEqualTo(2);
    assertThat(run(there, "schema", "diff", "postgresql://u:secret@h/d", there).err())
        .doesNotContain("secret");
  }

  @Test
  void a_table_is_shown_with_its_names_as_they_must_be_written_however_it_was_asked_for() {
    Run run = run(database.url(), "schema", "show", "CustomActivities");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("public.custom_activities (table)\n")
        .contains("\"closeActivityId\"  text ")
        .contains("FOREIGN KEY (\"calendlyEventId\") REFERENCES public.calendly_events(id)");
    assertThat(run(database.url(), "schema", "show", "nothing").code()).isEqualTo(2);
  }

  private void change(String statement) {
    database.sql().execute(statement);
  }

  private static JsonNode only(Run run) {
    JsonNode findings = run.json().path("findings");
    assertThat(findings).as(run.out()).hasSize(1);
    return findings.path(0);
  }

  private Run check(String... options) {
    boolean elsewhere = options.length > 0 && options[0].startsWith("postgresql:");
    String url = elsewhere ? options[0] : database.url();
    String[] rest = elsewhere ? Arrays.copyOfRange(options, 1, options.length) : options;
    return run(
        url, Stream.concat(Stream.of("schema", "check"), Stream.of(rest)).toArray(String[]::new));
  }

  private static Run run(String url, String... arguments) {
    Map<String, String> environment = new HashMap<>(Run.environment(url, "http://127.0.0.1:1"));
    return Run.command(environment, () -> NOW, arguments);
  }
}
