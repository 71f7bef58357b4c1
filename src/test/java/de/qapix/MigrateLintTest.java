package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code qapix migrate lint}. */
final class MigrateLintTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  /** The embedded server is unpacked there once. */
  @TempDir private static Path home;

  @TempDir private Path folder;
  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  @Test
  void without_a_folder_our_own_migrations_are_judged_that_the_database_lacks() {
    assertThat(own().out()).contains("no problems found");
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas("qapix")
        .placeholders(Map.of("shared", "public"))
        .target("3")
        .load()
        .migrate();
    Run run = own();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("warning  qapix.run.run_outcome_check +lint/constraint-missing-not-valid")
        .contains("sql/migrations/V5__runs_that_died.sql:7:1")
        .contains("sql/migrations/V10__only_what_places_a_record_is_needed.sql:3:1")
        .contains("15 warnings");
    database.sql().execute("update qapix.flyway_schema_history set checksum = 7");
    assertThat(own().err()).contains("does not match the migrations");
  }

  @Test
  void without_a_folder_there_must_be_a_database() {
    assertThat(lint().err()).contains("DATABASE_URL is not set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|2__i.sql:2:3",
        "json|\"line\":2",
        "sarif|\"startLine\":2,\"startColumn\":3",
        "junit|2__i.sql:2:3",
        "github|line=2",
        "markdown|2__i.sql:2:3"
      })
  void findings_point_at_their_statement_in_all_formats(String format, String place)
      throws IOException {
    write("V1__t.sql", "create table t (i int);");
    write("V2__i.sql", "select 1;\n  create index on t (i);");

    Run run = lint(folder.toString(), "--format", format);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains(place);
  }

  @Test
  void what_keeps_others_waiting_is_told_whatever_statement_it_is() {
    Path heavy = Path.of("src", "test", "resources", "de", "qapix", "cases", "public", "C13-heavy");
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + heavy)
        .target("2")
        .load()
        .migrate();

    Run run =
        Run.command(
            new HashMap<>(Map.of("DATABASE_URL", database.url(), "HOME", home.toString())),
            () -> NOW,
            "migrate",
            "lint",
            heavy.toString(),
            "--format",
            "json",
            "--rules",
            "+require-lock-timeout");

    StringBuilder told = new StringBuilder();
    for (JsonNode finding : run.json().path("findings")) {
      String rule = finding.path("rule").asString();
      if (!rule.equals("lint/require-lock-timeout")
          || finding.path("file").asString().contains("V9")) {
        told.append(Path.of(finding.path("file").asString()).getFileName())
            .append(' ')
            .append(rule)
            .append(' ')
            .append(finding.path("message").asString().replaceFirst("^.*\\((.*?)[;)].*$", "$1"))
            .append('\n');
      }
    }
    assertThat(told.toString().lines().sorted())
        .containsExactly(
            "V10__a.sql lint/long-lock ACCESS EXCLUSIVE lock",
            "V3__a.sql lint/long-lock ACCESS EXCLUSIVE lock",
            "V4__a.sql lint/long-lock ACCESS EXCLUSIVE lock",
            "V5__a.sql lint/long-lock ACCESS EXCLUSIVE lock",
            "V6__a.sql lint/long-lock ACCESS EXCLUSIVE lock",
            "V7__a.sql lint/ban-truncate ACCESS EXCLUSIVE lock",
            "V8__a.sql lint/ban-update-without-where ROW EXCLUSIVE lock",
            "V9__a.sql lint/require-lock-timeout SHARE ROW EXCLUSIVE lock");
  }

  @Test
  void options_before_its_name_count_as_well() throws IOException {
    write("V1__t.sql", "create table t (i int);");

    Run run = run(List.of("migrate", "--format", "json", "lint", folder.toString()));

    assertThat(run.json().path("success").booleanValue()).isTrue();
  }

  @Test
  void an_older_migration_that_fails_is_named_with_its_place() throws IOException {
    write("V1__t.sql", "create table t (i int);\ncreate index on u (i);");
    write("V2__i.sql", "create index on t (i);");

    Run run = lint(folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("V1__t.sql  migration/does-not-apply").contains("V1__t.sql:2:1");
  }

  @Test
  void roles_that_are_not_there_and_commands_of_psql_are_told() throws IOException {
    write("V1__t.sql", "create table t (i int);");
    write("V2__i.sql", "grant select on t to app_readonly;\n\\connect other\n");

    Run run = lint(folder.toString());

    assertThat(run.out())
        .contains("note     app_readonly  migration/role-stand-in")
        .contains("lint/psql-command")
        .contains("V2__i.sql:2:1");
  }

  @Test
  void rules_are_chosen_by_an_option_and_by_the_project_file() throws IOException {
    write("V1__t.sql", "create table t (i int);");
    write("V2__i.sql", "alter table t add c char(3), add j json; drop table t;");
    Path project = folder.resolve("any.toml");
    Files.writeString(
        project,
        """
        [rules]
        "lint/prefer-jsonb" = "warning"
        "lint/ban-char-field" = "off"
        "lint/ban-drop-table" = "note"
        [[database]]
        name = "x"
        sql = ["*.sql"]
        """);

    Run run =
        lint(
            folder.toString(),
            "--project",
            project.toString(),
            "--rules",
            "ban-drop-table=warning");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("warning  t    lint/ban-drop-table", "warning  t.j  lint/prefer-jsonb")
        .doesNotContain("ban-char-field");
    assertThat(lint("--list-rules", "--rules", "+prefer-timestamptz,-ban-drop-table").out())
        .containsPattern("prefer-timestamp-tz +note ")
        .containsPattern("ban-drop-table +off .error.");
    assertThat(lint(folder.toString(), "--rules", "+any").err())
        .contains("there is no rule \"any\"", "--list-rules");
  }

  @Test
  void statements_are_printed_that_do_the_same_without_harm() throws IOException {
    write("V1__t.sql", "create table t (i int);");
    write("V2__i.sql", "alter table t add constraint c check (i > 0);");

    assertThat(lint(folder.toString()).out())
        .contains(
            """
            instead   alter table t add constraint c check (i > 0) not valid;
                      -- in the next migration
                      alter table t validate constraint c;
            """
                .indent(11));
  }

  @Test
  void a_folder_is_written_in_which_pending_migrations_block_nobody() throws IOException {
    Files.createDirectory(folder.resolve("db"));
    write("db/V1__t.sql", "create table t (i int);");
    write(
        "db/V2__i.sql",
        """
        -- squawk-ignore require-concurrent-index-creation
        create index k on t (i);
        alter table t add constraint c check (i > 0), add j int; -- and j
        create index l on t (j);
        create view v as select j from t;\
        """);
    Path safe = folder.resolve("safe");

    Run run = lint(folder.resolve("db").toString(), "--fix", safe.toString());

    assertThat(run.err()).contains("with 4 migrations instead of 1; they make the same schema");
    assertThat(safe.resolve("V1__t.sql")).hasContent("create table t (i int);");
    assertThat(safe.resolve("V2__i.sql"))
        .hasContent(
            """
            -- squawk-ignore require-concurrent-index-creation
            create index k on t (i);
            alter table t add j int;
            alter table t add constraint c check (i > 0) not valid;\
            """);
    assertThat(safe.resolve("V2.1__i.sql"))
        .hasContent("alter table t validate constraint c;\n -- and j");
    assertThat(safe.resolve("V2.2__i.sql")).hasContent("create index concurrently l on t (j);");
    assertThat(safe.resolve("V2.3__i.sql")).hasContent("create view v as select j from t;");
    assertThat(lint(folder.resolve("db").toString(), "--fix", safe.toString()).err())
        .contains("name a new folder");
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql + "\n");
  }

  private Run own() {
    return Run.command(
        new HashMap<>(Map.of("DATABASE_URL", database.url(), "HOME", home.toString())),
        () -> NOW,
        "migrate",
        "lint");
  }

  private static Run lint(String... arguments) {
    List<String> words = new ArrayList<>(List.of("migrate", "lint"));
    words.addAll(List.of(arguments));
    return run(words);
  }

  private static Run run(List<String> arguments) {
    return Run.command(
        new HashMap<>(Map.of("HOME", home.toString())),
        () -> NOW,
        arguments.toArray(String[]::new));
  }
}
