package de.qapix.cli.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.failure.Failure;
import de.qapix.cli.failure.MigrationFailures;
import de.qapix.cli.output.Screen;
import de.qapix.migrate.MigrationException;
import de.qapix.migrate.Migrations;
import de.qapix.migrate.TestMigrations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class MigrateCommandTest {

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  private Migrations migrations;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void useOurs() {
    migrations = new Migrations(database.dataSource(), "public");
  }

  @Test
  void tells_what_was_applied_and_then_that_there_is_nothing_to_do() {
    assertThat(run(Locale.ENGLISH, "migrate")).isZero();
    assertThat(withoutTimes())
        .isEqualTo(
            """
            1   the two shared tables                N ms
            2   runs checkpoints rejects             N ms
            3   calendly                             N ms
            4   accounts                             N ms
            5   runs that died                       N ms
            6   what a run out of time had begun     N ms
            7   texts of migrations                  N ms
            8   counters that add up                 N ms
            9   runs that met the limit              N ms
            10  only what places a record is needed  N ms
            11  what a sweep could not read          N ms
            11 migrations applied
            """);
    assertThat(run(Locale.GERMAN, "migrate")).isZero();
    assertThat(out).hasToString("nichts zu tun\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void json_tells_the_same() {
    assertThat(run(Locale.GERMAN, "migrate", "--format", "json")).isZero();
    assertThat(withoutTimes())
        .startsWith(
            "{\"success\":true,\"applied\":[{\"version\":\"1\",\"description\":\"the two shared"
                + " tables\",\"ms\":");
    run(Locale.GERMAN, "migrate", "--format", "json");
    assertThat(out).hasToString("{\"success\":true,\"applied\":[]}\n");
    run(Locale.GERMAN, "migrate", "repair", "--format", "json");
    assertThat(out).hasToString("{\"success\":true,\"repaired\":[]}\n");
    run(Locale.GERMAN, "migrate", "validate", "--format=json");
    assertThat(out)
        .hasToString("{\"success\":true,\"migrations\":[],\"tables\":[],\"invalidIndexes\":[]}\n");
  }

  @Test
  void status_is_an_aligned_table() {
    run(Locale.ENGLISH, "migrate", "status");
    assertThat(out)
        .hasToString(
            """
            1   pending  -  the two shared tables
            2   pending  -  runs checkpoints rejects
            3   pending  -  calendly
            4   pending  -  accounts
            5   pending  -  runs that died
            6   pending  -  what a run out of time had begun
            7   pending  -  texts of migrations
            8   pending  -  counters that add up
            9   pending  -  runs that met the limit
            10  pending  -  only what places a record is needed
            11  pending  -  what a sweep could not read
            """);
    run(Locale.ENGLISH, "migrate", "--format", "json", "status");
    assertThat(out.toString())
        .contains(
            "{\"version\":\"3\",\"description\":\"calendly\",\"state\":\"pending\",\"appliedAt\":null}");
    run(Locale.GERMAN, "migrate");
    run(Locale.GERMAN, "migrate", "status");
    assertThat(out.toString())
        .matches(
            "([ \\d]{2}  angewendet  \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  [a-z ]+\n){11}");
  }

  @Test
  void a_dry_run_prints_nothing_but_sql_on_standard_output() {
    assertThat(run(Locale.ENGLISH, "migrate", "--dry-run")).isZero();
    assertThat(out.toString())
        .startsWith("create schema \"qapix\";\n\n-- 1 the two shared tables\n-- The two tables");
    assertThat(err).hasToString("11 migrations pending; nothing was executed\n");
    database.sql().execute(out.toString());
    assertThat(database.sql().fetchValue("select count(*) from qapix.run")).isEqualTo(0L);
  }

  @Test
  void validate_ends_with_1_when_something_is_not_in_order() {
    assertThat(run(Locale.ENGLISH, "migrate", "validate")).isEqualTo(1);
    assertThat(out.toString()).endsWith("11 problems found\n");
    run(Locale.ENGLISH, "migrate");
    assertThat(run(Locale.ENGLISH, "migrate", "validate")).isZero();
    assertThat(out).hasToString("everything is in order\n");
    database
        .sql()
        .execute("alter table calendly_events alter \"startTime\" type timestamptz, drop status");
    assertThat(run(Locale.GERMAN, "migrate", "validate")).isEqualTo(1);
    assertThat(out)
        .hasToString(
            """
            public.calendly_events."startTime" ist timestamp with time zone; nötig ist timestamp(3) without time zone
            public.calendly_events."status" gibt es nicht; nötig ist text
            2 Probleme gefunden
            """);
  }

  @Test
  void repair_tells_what_it_has_accepted() {
    run(Locale.ENGLISH, "migrate");
    database
        .sql()
        .execute("update qapix.flyway_schema_history set checksum = 7 where version = '3'");
    assertThat(run(Locale.ENGLISH, "migrate")).isEqualTo(1);
    assertThat(err)
        .hasToString(
            """
            migration-unsound: the history of the database does not match the migrations; nothing was changed:
              3 calendly: edited since
            hint: see qapix migrate status; qapix migrate repair accepts what is there
            """);
    assertThat(run(Locale.ENGLISH, "migrate", "repair")).isZero();
    assertThat(out)
        .hasToString(
            """
            3  calendly  edit accepted
            1 entry of the history repaired
            """);
  }

  @Test
  void what_is_half_done_is_told_with_the_statement_at_which_migrate_goes_on(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("V1__half.sql"),
        """
        set lock_timeout = '1s';
        create table public.twin as select 1 as id;
        insert into public.twin values (1);
        create unique index concurrently twin_id on public.twin (id);
        """);
    migrations = TestMigrations.in(database, folder);
    assertThat(run(Locale.ENGLISH, "migrate", "status")).isZero();
    assertThat(out).hasToString("1  pending  -  half\n");
    assertThat(run(Locale.ENGLISH, "migrate")).isEqualTo(1);

    run(Locale.ENGLISH, "migrate", "status");
    assertThat(out)
        .hasToString(
            "1  half applied  -  half: 2 of 3 statements done, continues at V1__half.sql:4\n");
    run(Locale.GERMAN, "migrate", "status");
    assertThat(out)
        .hasToString(
            "1  halb angewendet  -  half: 2 von 3 Anweisungen erledigt, weiter bei"
                + " V1__half.sql:4\n");
    run(Locale.ENGLISH, "migrate", "status", "--format", "json");
    assertThat(out.toString())
        .contains(
            "\"state\":\"pending\",\"appliedAt\":null,"
                + "\"begun\":{\"place\":\"V1__half.sql:4\",\"done\":2,\"statements\":3}");
    assertThat(run(Locale.ENGLISH, "migrate", "repair")).isZero();
    assertThat(out).hasToString("nothing to repair\n");
    assertThat(err)
        .hasToString(
            "migration 1 is half applied and left that way; qapix migrate continues at"
                + " V1__half.sql:4\n");
    database.sql().execute("delete from twin where ctid = '(0,1)'");
    assertThat(run(Locale.ENGLISH, "migrate")).isZero();
    run(Locale.ENGLISH, "migrate", "status");
    assertThat(out.toString()).startsWith("1  applied  ").endsWith("  half\n");
  }

  @Test
  void tables_that_do_not_fit_are_named_in_plain_words() {
    database.sql().execute("create table calendly_events (id text, tenant uuid not null)");
    assertThat(run(Locale.ENGLISH, "migrate")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            "migration-incompatible: the existing tables do not fit qapix; nothing was changed:\n")
        .contains("  public.calendly_events.\"calendlyEventUri\" does not exist; it must be text\n")
        .contains(
            "  public.calendly_events.\"tenant\" (uuid) is NOT NULL without a default, and qapix"
                + " does not fill it\n")
        .contains("  public.custom_activities does not exist\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "migrate status", "migrate validate", "migrate repair"})
  void help_has_an_example_in_both_languages(String command) {
    String[] words =
        Stream.of(command.split(" "), new String[] {"--help"})
            .flatMap(Stream::of)
            .toArray(String[]::new);
    assertThat(run(Locale.ENGLISH, words)).isZero();
    assertThat(out.toString())
        .contains("Usage: qapix " + command)
        .contains("Output format (text).")
        .contains("Example:\n  qapix " + command);
    assertThat(run(Locale.GERMAN, words)).isZero();
    assertThat(out.toString()).contains("Beispiel:\n  qapix " + command);
  }

  @Test
  void a_format_that_does_not_exist_is_wrong_use() {
    assertThat(run(Locale.ENGLISH, "migrate", "--format", "xml")).isEqualTo(2);
  }

  private int run(Locale locale, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Messages messages = new Messages(locale);
    return new CommandLine(new Root())
        .addSubcommand(
            new MigrateCommand(
                    (common, terminal, consent, work) -> work.applyAsInt(migrations),
                    err ->
                        new Terminal(
                            err, new Screen(false, true, () -> 80), InstantSource.system()),
                    messages)
                .commandLine())
        .setResourceBundle(messages.bundle())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              Failure words = MigrationFailures.of((MigrationException) failure, messages);
              command.getErr().println(words.kind() + ": " + words.message());
              command.getErr().println("hint: " + words.hint());
              return words.code().code();
            })
        .execute(arguments);
  }

  private String withoutTimes() {
    return out.toString().replaceAll("[\\d.,]+ ms", "N ms");
  }

  @Command(name = "qapix")
  private static final class Root {}
}
