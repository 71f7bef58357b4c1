package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.cli.EarlyOptions;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which database and which schema are meant, and what is said where that cannot be right. */
class DatabaseChoiceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String TERMINAL = "stdin stdout stderr";

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  private ScriptedApi api;

  @AfterEach
  void close() {
    if (api != null) {
      api.close();
    }
  }

  @Test
  void migrate_says_which_database_it_changes_and_says_nothing_where_it_changes_none() {
    assertThat(run("", "", "migrate").err()).isEqualTo(into());
    assertThat(run("", "", "migrate").err()).isEmpty();
    assertThat(run("", "", "migrate", "--dry-run").err()).doesNotContain("migrating the database");
  }

  @Test
  void on_a_terminal_it_asks_before_it_migrates_a_database_of_others() {
    database.sql().execute("create table orders (id int)");
    database.sql().execute("create schema shop create table item (id int)");

    Run no = run(TERMINAL, "\n", "migrate");

    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err())
        .isEqualTo(
            into()
                + """
                It holds 2 tables of other applications (public.orders, shop.item) and none of qapix. Migrate it? [y/N] \
                error: nothing was changed
                hint: check host, port and database in DATABASE_URL; --yes skips the question
                """);
    assertThat(database.sql().fetchValue("select to_regnamespace('qapix')::text")).isNull();
    assertThat(run(TERMINAL, "y\n", "migrate").code()).isZero();
    assertThat(run(TERMINAL, "", "migrate").err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stdout stderr"})
  void without_a_terminal_it_goes_on(String terminal) {
    database.sql().execute("create table orders (id int)");

    Run run = run(terminal, "", "migrate");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo(into());
  }

  @Test
  void it_need_not_ask_when_told_so_or_where_the_application_has_its_tables() {
    database.sql().execute("create table orders (id int)");

    assertThat(run(TERMINAL, "", "migrate", "--yes").code()).isZero();
    try (TestDatabase other = TestDatabase.empty()) {
      other.sql().execute("create table orders (id int)");
      other.sql().execute("create table calendly_events (id text)");
      Run run = runOn(other.url(), TERMINAL, "", "migrate");
      assertThat(run.err()).contains("the existing tables do not fit qapix");
    }
  }

  @Test
  void a_sync_that_migrates_does_the_same() throws Exception {
    api = new ScriptedApi(20, () -> NOW, (path, number, usual) -> null);
    database.sql().execute("create table orders (id int)");

    Run no = run(TERMINAL, "no\n", "sync", "--migrate");
    Run yes = run(TERMINAL, "", "sync", "--migrate", "--yes");

    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err()).startsWith(into()).contains("nothing was changed");
    assertThat(yes.code()).as(yes.err()).isZero();
    assertThat(yes.err()).startsWith(into());
  }

  @Test
  void a_schema_without_the_tables_is_told_with_the_one_that_has_them() throws Exception {
    api = new ScriptedApi(20, () -> NOW, (path, number, usual) -> null);
    run("", "", "migrate");
    String wrong = database.url() + "?schema=nope";

    for (String command : List.of("sync", "verify", "migrate", "sync --migrate")) {
      Run run = runOn(wrong, "", "", command.split(" "));
      assertThat(run.code()).as(command).isEqualTo(1);
      assertThat(run.err())
          .as(command)
          .isEqualTo(
              """
              error: the tables calendly_events and custom_activities are not in the schema nope, but in public
              hint: write schema=public in DATABASE_URL, or move both tables, each with: ALTER TABLE "public".calendly_events SET SCHEMA "nope"
              """);
    }
    assertThat(runOn(wrong, "", "", "runs").code()).isZero();

    database.sql().execute("create schema nope");
    database.sql().execute("alter table calendly_events set schema nope");
    database.sql().execute("alter table custom_activities set schema nope");
    assertThat(runOn(wrong, "", "", "sync").code()).isZero();
    database.sql().execute("drop table nope.calendly_events cascade");
    assertThat(runOn(wrong, "", "", "migrate").err())
        .isEqualTo(
            """
            error: the migrations are applied, but these tables are missing in the schema nope: calendly_events
            hint: check schema=nope in DATABASE_URL, or restore the tables from a backup
            """);
  }

  private String into() {
    return "migrating the database %s on localhost:%d\n"
        .formatted(database.name(), database.port());
  }

  private Run run(String terminal, String answers, String... arguments) {
    return runOn(database.url(), terminal, answers, arguments);
  }

  private Run runOn(String url, String terminal, String answers, String... arguments) {
    Map<String, String> environment =
        new HashMap<>(Run.environment(url, api == null ? "http://127.0.0.1:1" : api.address()));
    environment.put("QAPIX_TERMINAL", terminal);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Main(() -> NOW, System::nanoTime, new StringReader(answers))
            .commandLine(
                environment, EarlyOptions.of(arguments), new PrintWriter(out), new PrintWriter(err))
            .execute(arguments);
    // On a terminal, each line is written over the bar.
    return new Run(code, out.toString(), err.toString().replace("\r\u001b[K", ""));
  }
}
