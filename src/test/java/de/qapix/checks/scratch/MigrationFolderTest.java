package de.qapix.checks.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.scratch.MigrationFolderException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .containsExactly("B2__x.sql", "V3__x.sql");
    assertThat(read.ignored())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "U3__x.sql",
            "V1__x.sql",
            "V2__x.sql",
            "V4__X.java",
            "V5_one_underscore.sql",
            "afterMigrate.sql");
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
    assertThat(MigrationFolder.read(folder.resolve("migrations"), Map.of()).scripts())
        .isEqualTo(read.scripts());
  }

  @Test
  void our_own_folder_can_be_read() {
    MigrationFolder ours =
        MigrationFolder.read(Path.of("sql/migrations"), Map.of("SHARED", "public"));
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
                    () -> MigrationFolder.read(folder.resolve("none"), Map.of()))
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
  void other_files_are_no_layout() throws Exception {
    write("README.md", "hello");
    write("schema.sql", "select 1");
    assertThat(failure().kind()).isEqualTo(Kind.NO_LAYOUT);
  }

  @Test
  void two_layouts_at_once_are_refused() throws Exception {
    write("V1__x.sql", "select 1");
    write("20240101_x/migration.sql", "select 1");
    assertThat(failure().kind()).isEqualTo(Kind.BOTH_LAYOUTS);
  }

  @Test
  void a_prisma_migration_without_its_script_is_named() throws Exception {
    write("20240101_x/migration.sql", "select 1");
    Files.createDirectory(folder.resolve("20240102_half"));
    assertThat(failure())
        .returns(Kind.NO_SCRIPT, MigrationFolderException::kind)
        .returns(folder.resolve("20240102_half"), MigrationFolderException::place);
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

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private MigrationFolder read() {
    return MigrationFolder.read(folder, Map.of());
  }

  private MigrationFolderException failure() {
    return catchThrowableOfType(MigrationFolderException.class, this::read);
  }
}
