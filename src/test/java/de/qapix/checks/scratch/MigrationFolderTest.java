package de.qapix.checks.scratch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.scratch.MigrationFolderException.Kind;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MigrationFolderTest {

  @TempDir private Path folder;

  @Test
  void versions_are_ordered_as_numbers_and_repeatable_migrations_come_last() throws Exception {
    for (String name :
        new String[] {
          "R__b.sql", "V10__x.sql", "V2__x.sql", "sub/V2.1__x.sql", "V2_0_5__x.sql", "R__a_a.sql"
        }) {
      write(name, "select 1");
    }
    MigrationFolder read = read();
    assertThat(read.layout()).isEqualTo(Layout.FLYWAY);
    assertThat(read.scripts())
        .extracting(FolderScript::name, FolderScript::version)
        .containsExactly(
            tuple("V2__x.sql", Optional.of("2")),
            tuple("V2_0_5__x.sql", Optional.of("2.0.5")),
            tuple("sub/V2.1__x.sql", Optional.of("2.1")),
            tuple("V10__x.sql", Optional.of("10")),
            tuple("R__a_a.sql", Optional.empty()),
            tuple("R__b.sql", Optional.empty()));
  }

  @Test
  void a_baseline_replaces_what_is_not_newer_and_what_is_left_out_is_told() throws Exception {
    for (String name :
        new String[] {
          "V1__x.sql",
          "V2__x.sql",
          "B2__x.sql",
          "V3__x.sql",
          "U3__x.sql",
          "V4__X.java",
          "afterMigrate.sql",
          "V5_one_underscore.sql",
          "notes.sql"
        }) {
      write(name, "select 1");
    }
    MigrationFolder read = read();
    assertThat(read.scripts())
        .extracting(FolderScript::name)
        .containsExactly("B2__x.sql", "V3__x.sql", "afterMigrate.sql");
    assertThat(read.notes())
        .containsExactly(
            new FolderNote(FolderNote.Kind.CODE_MIGRATION, folder.resolve("V4__X.java"), ""));
    assertThat(read.ignored())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "U3__x.sql", "V1__x.sql", "V2__x.sql", "V4__X.java", "V5_one_underscore.sql");
  }

  @Test
  void a_file_beside_a_script_of_flyway_says_how_it_is_sent() throws Exception {
    write("V1__x.sql", "vacuum");
    write("V2__x.sql", "select '${not.replaced}'");
    write("V2__x.sql.conf", "placeholderReplacement=false\nexecuteInTransaction = false\n");
    write("V3__x.sql", "select '${flyway:defaultSchema} ${flyway:filename}'");
    assertThat(read().scripts())
        .extracting(FolderScript::sql, FolderScript::sending)
        .containsExactly(
            tuple("vacuum", Sending.SINGLE_STATEMENTS),
            tuple("select '${not.replaced}'", Sending.SINGLE_STATEMENTS),
            tuple("select 'public V3__x.sql'", Sending.TRANSACTION));
  }

  @Test
  void callbacks_of_flyway_run_at_their_occasions() throws Exception {
    for (String name :
        List.of(
            "V1__x.sql",
            "R__x.sql",
            "beforeMigrate__y.sql",
            "beforeEachMigrate.sql",
            "afterEachMigrate.sql",
            "afterMigrate__1.sql",
            "afterMigrate__2.sql",
            "beforeClean.sql")) {
      write(name, "select 1");
    }
    assertThat(read().scripts())
        .extracting(FolderScript::name)
        .containsExactly(
            "beforeMigrate__y.sql",
            "beforeEachMigrate.sql",
            "V1__x.sql",
            "afterEachMigrate.sql",
            "beforeEachMigrate.sql",
            "R__x.sql",
            "afterEachMigrate.sql",
            "afterMigrate__1.sql",
            "afterMigrate__2.sql");
    assertThat(PendingScripts.of(read(), Optional.empty(), "public").pending())
        .extracting(FolderScript::name)
        .containsExactly("R__x.sql");
  }

  @Test
  void what_flyway_refuses_to_mix_may_be_allowed_beside_the_folder() throws Exception {
    write("V1__x.sql", "select 1;\ndrop index concurrently i;");
    assertThat(read().notes())
        .containsExactly(
            new FolderNote(
                FolderNote.Kind.MIXED_TRANSACTION,
                folder.resolve("V1__x.sql"),
                "drop index concurrently i",
                2));
    write("flyway.toml", "[flyway]\nmixed = true\n");
    assertThat(read().notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-- +goose Up, TRANSACTION",
    "-- +goose NO TRANSACTION, SINGLE_STATEMENTS",
    "-- +migrate Up notransaction, SINGLE_STATEMENTS",
    "-- migrate:up transaction:false, ONE_QUERY",
    "-- migrate:up, TRANSACTION",
    "-- no-transaction, ONE_QUERY",
    "-- Up Migration, TRANSACTION",
    "-- whatever, ANY"
  })
  void a_numbered_file_says_whose_it_is(String comment, Sending sending) throws Exception {
    write("001_x.sql", comment + "\nselect 1;");
    assertThat(read().scripts().get(0).sending()).isEqualTo(sending);
  }

  @Test
  void prismas_folders_are_ordered_by_name_and_found_below_its_own_folder() throws Exception {
    write("schema.prisma", "");
    write("migrations/migration_lock.toml", "# do not edit\nprovider = \"postgresql\"\n");
    write("migrations/20240201_second/migration.sql", "select '${kept}'");
    write("migrations/20240102_first/migration.sql", "select 1");
    MigrationFolder read = read();
    assertThat(read.layout()).isEqualTo(Layout.PRISMA);
    assertThat(read.scripts())
        .extracting(FolderScript::version, FolderScript::sql)
        .containsExactly(
            tuple(Optional.of("20240102_first"), "select 1"),
            tuple(Optional.of("20240201_second"), "select '${kept}'"));
    assertThat(FolderReader.read(folder.resolve("migrations"), Map.of()).scripts())
        .isEqualTo(read.scripts());
  }

  @Test
  void our_own_folder_can_be_read() {
    MigrationFolder ours = FolderReader.read(Path.of("sql/migrations"), Map.of("SHARED", "public"));
    assertThat(ours.scripts().get(0).sql()).contains("\"public\".calendly_events");
    assertThat(ours.scripts().get(0).text()).contains("\"${shared}\".calendly_events");
    assertThat(ours.ignored()).isEmpty();
  }

  @Test
  void the_hash_knows_no_line_breaks_and_no_byte_order_mark_but_every_other_edit()
      throws Exception {
    write("V1__x.sql", "select 1;\nselect 2;\n");
    write("V2__x.sql", "\uFEFFselect 1;\r\nselect 2;\r\n");
    write("V3__x.sql", "select 1;select 2;\n");
    assertThat(read().scripts())
        .extracting(script -> script.sha256().substring(0, 8))
        .containsExactly("061e995a", "061e995a", "7a486817");
  }

  @Test
  void a_placeholder_without_a_value_is_named_with_its_line() throws Exception {
    write("V1__x.sql", "select 1;\n-- wie ${Owner} sagt 🙂\n");
    MigrationFolderException failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.NO_VALUE);
    assertThat(failure.place()).isEqualTo(folder.resolve("V1__x.sql"));
    assertThat(failure.detail()).isEqualTo("Owner");
    assertThat(failure.line()).hasValue(2);
  }

  @Test
  void a_folder_that_is_not_there_is_missing() {
    assertThat(
            catchThrowableOfType(
                    MigrationFolderException.class,
                    () -> FolderReader.read(folder.resolve("none"), Map.of()))
                .kind())
        .isEqualTo(Kind.MISSING);
  }

  @Test
  void a_folder_with_nothing_in_it_is_empty() {
    assertThat(failure().kind()).isEqualTo(Kind.EMPTY);
  }

  @Test
  void a_prisma_folder_with_its_lock_alone_is_empty() throws Exception {
    write("migration_lock.toml", "provider = \"postgresql\"");
    assertThat(failure().kind()).isEqualTo(Kind.EMPTY);
  }

  @Test
  void a_prisma_folder_whose_migrations_are_all_programs_has_no_sql() throws Exception {
    write("migration_lock.toml", "provider = \"postgresql\"");
    write("20240101_x/migration.ts", "");
    assertThat(failure().kind()).isEqualTo(Kind.NO_SQL);
  }

  @Test
  void other_files_are_no_layout() throws Exception {
    write("README.md", "hello");
    write("users.sql", "select 1");
    write("orders.sql", "select 1");
    assertThat(failure().kind()).isEqualTo(Kind.NO_LAYOUT);
  }

  @Test
  void the_only_file_of_sql_makes_it_all() throws Exception {
    write("README.md", "hello");
    write("schema.sql", "create table t (i int)");
    assertThat(read())
        .returns(Layout.SINGLE_FILE, MigrationFolder::layout)
        .returns(List.of("create table t (i int)"), MigrationFolderTest::sql);
  }

  @Test
  void a_file_can_be_named_itself() throws Exception {
    write("one.sql", "select 1");
    write("two.sql", "select 2");
    write("two.txt", "select 2");
    Path file = folder.resolve("two.sql");
    MigrationFolder read = FolderReader.read(file, Map.of());
    assertThat(sql(read)).containsExactly("select 2");
    assertThat(read.nameOf(file)).isEqualTo("two.sql");
    assertThat(
            catchThrowableOfType(
                    MigrationFolderException.class,
                    () -> FolderReader.read(folder.resolve("two.txt"), Map.of()))
                .kind())
        .isEqualTo(Kind.NOT_SQL);
  }

  @Test
  void of_two_layouts_the_one_that_only_one_tool_writes_is_taken_and_the_other_is_named()
      throws Exception {
    write("V1__x.sql", "select 1");
    write("20240101_x/migration.sql", "select 2");
    write("001_x.sql", "select 3");
    MigrationFolder read = read();
    assertThat(read.layout()).isEqualTo(Layout.PRISMA);
    assertThat(sql(read)).containsExactly("select 2");
    assertThat(read.notes())
        .containsExactly(
            new FolderNote(
                FolderNote.Kind.OTHER_LAYOUT,
                folder.resolve("V1__x.sql"),
                "20240101_x/migration.sql"),
            new FolderNote(
                FolderNote.Kind.OTHER_LAYOUT,
                folder.resolve("001_x.sql"),
                "20240101_x/migration.sql"));
  }

  @Test
  void a_prisma_migration_without_its_script_is_passed_over_and_named() throws Exception {
    write("20240101_x/migration.sql", "select 1");
    write("20240102_program/migration.ts", "");
    write("20240103_y/migration.sql", "select 3");
    MigrationFolder read = read();
    assertThat(sql(read)).containsExactly("select 1", "select 3");
    assertThat(read.notes())
        .containsExactly(
            new FolderNote(
                FolderNote.Kind.NO_SCRIPT, folder.resolve("20240102_program"), "migration.sql"));
  }

  @Test
  void numbered_files_are_ordered_by_number_and_among_equal_ones_by_name() throws Exception {
    write("2.sql", "select 2");
    write("0010_b.sql", "select 11");
    write("00010-a.sql", "select 10");
    write("20240101000000_later.sql", "select 20");
    write("1_first.SQL", "select 1");
    write("seed.sql", "select 0");
    write("notes.md", "");
    MigrationFolder read = read();
    assertThat(read.layout()).isEqualTo(Layout.NUMBERED);
    assertThat(sql(read))
        .containsExactly("select 1", "select 2", "select 10", "select 11", "select 20");
    assertThat(read.notes())
        .containsExactly(
            new FolderNote(FolderNote.Kind.NOT_NUMBERED, folder.resolve("seed.sql"), ""));
  }

  @Test
  void numbered_files_are_found_below_the_folder_of_their_tool() throws Exception {
    write("config.toml", "");
    write("seed.sql", "insert into t values (1)");
    write("migrations/20240101000000_t.sql", "create table t (i int)");
    assertThat(read().scripts())
        .extracting(FolderScript::name)
        .containsExactly("20240101000000_t.sql");
  }

  @Test
  void the_way_back_is_not_applied_when_it_has_its_own_file() throws Exception {
    write("1_t.up.sql", "select 1");
    write("1_t.down.sql", "drop table t");
    write("2.do.t.sql", "select 2");
    write("2.undo.t.sql", "drop table t");
    MigrationFolder read = read();
    assertThat(sql(read)).containsExactly("select 1", "select 2");
    assertThat(read.ignored())
        .containsExactly(folder.resolve("1_t.down.sql"), folder.resolve("2.undo.t.sql"));
    assertThat(read.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-- +goose Up, -- +goose Down",
    "-- +migrate Up, -- +migrate Down",
    "-- migrate:up, -- migrate:down transaction:false",
    "-- Up Migration, -- Down Migration"
  })
  void the_way_back_is_not_applied_when_it_has_its_own_heading(String up, String down)
      throws Exception {
    write("1_t.sql", up + "\nselect 1;\n" + down + "\r\ndrop table t;\n");
    write("2_t.sql", "select 2;\n" + down + "\ndrop\ntable t;\n" + up + "\nselect 3;\n");
    assertThat(read().scripts())
        .extracting(script -> script.sql().replaceAll(" +(?=\\R)", ""))
        .containsExactly(up + "\nselect 1;\n\r\n\n", "select 2;\n\n\n\n" + up + "\nselect 3;\n");
  }

  @Test
  void variables_of_psql_have_the_values_that_are_given() throws Exception {
    write(
        "0001_a.sql",
        """
        create table :"schema".:name (id int[], b text default :'text');
        -- :comment
        select id[1:2], id[ 1 :count ], ':string'::text, $$ :body $$ from :name where b := 1;
        copy t from stdin;
        a:row
        \\.
        """);
    Map<String, String> values = Map.of("schema", "my app", "name", "place", "text", "it's");

    assertThat(FolderReader.read(folder, values).scripts().get(0).sql())
        .startsWith(
            """
            create table "my app".place (id int[], b text default 'it''s');
            -- :comment
            select id[1:2], id[ 1 :count ], ':string'::text, $$ :body $$ from place where b := 1;
            """);
    assertThatThrownBy(this::read)
        .isInstanceOf(MigrationFolderException.class)
        .extracting(failure -> ((MigrationFolderException) failure).kind())
        .isEqualTo(MigrationFolderException.Kind.NO_VALUE);
  }

  @Test
  void drizzles_files_are_in_the_order_of_its_journal() throws Exception {
    write("meta/_journal.json", journal("postgresql", "0001_b", "0000_a"));
    write("0000_a.sql", "select 1;\n--> statement-breakpoint\nselect 2;");
    write("0001_b.sql", "select 3;");
    write("0002_c.sql", "select 4;");
    MigrationFolder read = read();
    assertThat(read.layout()).isEqualTo(Layout.DRIZZLE);
    assertThat(sql(read))
        .containsExactly("select 3;", "select 1;\n--> statement-breakpoint\nselect 2;");
    assertThat(read.notes())
        .containsExactly(
            new FolderNote(FolderNote.Kind.NOT_IN_JOURNAL, folder.resolve("0002_c.sql"), ""));
  }

  @Test
  void a_file_that_drizzles_journal_names_must_be_there() throws Exception {
    write("meta/_journal.json", journal("postgresql", "0000_a", "0001_b"));
    write("0001_b.sql", "select 1");
    assertThat(failure())
        .returns(Kind.NO_FILE, MigrationFolderException::kind)
        .returns("0000_a.sql", MigrationFolderException::detail);
  }

  @Test
  void a_journal_that_knows_none_of_the_files_is_of_no_use_and_told() throws Exception {
    write("meta/_journal.json", journal("postgresql", "0000_a"));
    write("0010_c.sql", "select 3");
    write("0002_b.sql", "select 2");
    MigrationFolder read = read();
    assertThat(sql(read)).containsExactly("select 2", "select 3");
    assertThat(read.notes())
        .containsExactly(
            new FolderNote(
                FolderNote.Kind.JOURNAL_OF_OTHERS,
                folder.resolve("meta/_journal.json"),
                "0000_a.sql"));
  }

  @Test
  void drizzles_migrations_for_another_database_are_refused() throws Exception {
    write("meta/_journal.json", journal("sqlite", "0000_a"));
    write("0000_a.sql", "select 1");
    assertThat(failure())
        .returns(Kind.NOT_POSTGRESQL, MigrationFolderException::kind)
        .returns("sqlite", MigrationFolderException::detail);
  }

  @Test
  void a_journal_that_does_not_tell_its_database_is_named() throws Exception {
    write("meta/_journal.json", "[]");
    assertThat(failure())
        .returns(Kind.NO_FIELD, MigrationFolderException::kind)
        .returns("dialect", MigrationFolderException::detail);
  }

  @Test
  void a_journal_that_is_no_json_is_named() throws Exception {
    write("meta/_journal.json", "<<<<<<< HEAD\n");
    assertThat(failure())
        .returns(Kind.NOT_JSON, MigrationFolderException::kind)
        .returns(folder.resolve("meta/_journal.json"), MigrationFolderException::place);
  }

  @Test
  void one_version_twice_is_refused_however_it_is_written() throws Exception {
    write("V1__x.sql", "select 1");
    write("sub/V1.0__y.sql", "select 1");
    assertThat(failure())
        .returns(Kind.DUPLICATE, MigrationFolderException::kind)
        .returns(folder.resolve("sub/V1.0__y.sql"), MigrationFolderException::place)
        .returns("V1__x.sql", MigrationFolderException::detail);
  }

  @Test
  void a_version_that_is_no_number_is_named() throws Exception {
    write("V1a__x.sql", "select 1");
    assertThat(failure())
        .returns(Kind.NO_VERSION, MigrationFolderException::kind)
        .returns("1a", MigrationFolderException::detail);
  }

  @Test
  void a_file_in_another_encoding_is_named() throws Exception {
    Files.write(folder.resolve("V1__x.sql"), "select 'ü'".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(failure().kind()).isEqualTo(Kind.NOT_UTF8);
    Files.write(folder.resolve("V1__x.sql"), "select 1".getBytes(StandardCharsets.UTF_16LE));
    assertThat(failure().kind()).isEqualTo(Kind.NOT_UTF8);
  }

  @Test
  void migrations_for_another_database_are_refused() throws Exception {
    write("migration_lock.toml", "provider = \"mysql\"");
    write("20240101_x/migration.sql", "select 1");
    assertThat(failure())
        .returns(Kind.NOT_POSTGRESQL, MigrationFolderException::kind)
        .returns("mysql", MigrationFolderException::detail);
  }

  private static String journal(String dialect, String... tags) {
    return "{\"version\": \"7\", \"dialect\": \""
        + dialect
        + "\", \"entries\": ["
        + Stream.of(tags)
            .map(tag -> "{\"idx\": 0, \"when\": 1, \"tag\": \"" + tag + "\"}")
            .collect(joining(", "))
        + "]}";
  }

  private static List<String> sql(MigrationFolder folder) {
    return folder.scripts().stream().map(FolderScript::sql).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private MigrationFolder read() {
    return FolderReader.read(folder, Map.of());
  }

  private MigrationFolderException failure() {
    return catchThrowableOfType(MigrationFolderException.class, this::read);
  }
}
