package de.qapix.checks.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.scratch.MigrationFolderException.Kind;
import de.qapix.checks.script.FolderScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrismaGraphLayoutTest {

  private static final String BOTH =
      "ba26e7dc762c0a12816ff29cc6387235c423b11f03c4716c29888f9369eea757";
  private static final String ALICE =
      "f0c26e437d78899c09964d924d26cead815463fb816b19f54f3036822a7c3327";

  @TempDir private Path folder;

  @Test
  void migrations_follow_the_states_they_lead_to_and_their_hashes_fit() throws Exception {
    MigrationFolder read = PrismaProject.linear(folder).read();
    assertThat(read.layout()).isEqualTo(Layout.PRISMA_8);
    assertThat(read.scripts())
        .extracting(FolderScript::name)
        .containsExactly(
            "app/20261128T1340_init/ops.json",
            "app/20261128T1341_add_loyalty_tier/ops.json",
            "app/20261128T1342_rename_email/ops.json");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void of_two_ways_to_a_state_the_one_that_was_made_first_is_taken() throws Exception {
    assertThat(PrismaProject.branches(folder).wanting(BOTH).read().scripts())
        .extracting(script -> script.version().orElseThrow())
        .containsExactly(
            "20261128T1344_init", "20261128T1344_alice_add_phone", "20261128T1345_merge_alice");
  }

  @Test
  void the_contract_tells_how_far_to_go() throws Exception {
    assertThat(PrismaProject.branches(folder).wanting(ALICE).read().scripts())
        .extracting(script -> script.version().orElseThrow())
        .containsExactly("20261128T1344_init", "20261128T1344_alice_add_phone");
  }

  @Test
  void a_contract_that_no_migrations_lead_to_is_refused() throws Exception {
    assertThat(failure(PrismaProject.linear(folder).wanting("abc")))
        .returns(Kind.NO_PATH, MigrationFolderException::kind)
        .returns("abc", MigrationFolderException::detail);
  }

  @Test
  void without_a_contract_two_ends_are_one_too_many() throws Exception {
    PrismaProject project = PrismaProject.branches(folder);
    for (String merge : new String[] {"20261128T1345_merge_alice", "20261128T1345_merge_bob"}) {
      Files.delete(project.migration(merge).resolve("ops.json"));
    }
    assertThat(failure(project))
        .returns(Kind.MANY_ENDS, MigrationFolderException::kind)
        .returns(
            "20261128T1344_alice_add_phone, 20261128T1344_bob_add_avatar_url",
            MigrationFolderException::detail);
  }

  @Test
  void statements_stand_where_they_stand_in_the_json_and_parameters_are_literals()
      throws Exception {
    PrismaProject.linear(folder);
    Path backfill = folder.resolve("migrations/app/20261128T1341_add_loyalty_tier/ops.json");
    Files.writeString(
        backfill,
        """
        [{"id": "a", "execute": [
          {"sql": "insert into t values ($1, '$2', $2, $3, $4, $5) -- \\"all\\"",
           "params": ["it's", true, null, ["a\\"b", null], {"z": 1.50, "10": "ü", "9": []}]},
          {"sql": "do $x$begin end$x$;"}]}]
        """);
    FolderScript script = FolderReader.read(folder, Map.of()).scripts().get(1);
    assertThat(script.sql())
        .isEqualTo(
            """

                       insert into t values ('it''s', '$2', 'true', null, '{"a\\"b",NULL}',\
             '{"9":[],"10":"ü","z":1.5}') -- "all"
            ;
                       do $x$begin end$x$;
            ;\
            """);
  }

  @Test
  void a_migration_that_was_edited_by_hand_is_told_until_it_is_compiled_again() throws Exception {
    PrismaProject project =
        PrismaProject.linear(folder).edit("20261128T1342_rename_email", "rename column", "Rename");
    assertThat(project.read().notes())
        .extracting(FolderNote::kind)
        .containsExactly(FolderNote.Kind.EDITED);
    assertThat(project.compile("20261128T1342_rename_email").read().notes()).isEmpty();
  }

  @Test
  void a_migration_without_operations_is_unfinished() throws Exception {
    PrismaProject project = PrismaProject.linear(folder);
    Path file = project.migration("20261128T1341_add_loyalty_tier").resolve("ops.json");
    Files.writeString(file, "[]");
    project.compile("20261128T1341_add_loyalty_tier");
    assertThat(project.read().notes())
        .containsExactly(new FolderNote(FolderNote.Kind.UNFINISHED, file, ""));
  }

  @Test
  void extensions_come_before_the_application_whichever_folder_is_named() throws Exception {
    PrismaProject.linear(folder);
    Path extension = folder.resolve("migrations/pgvector/20260101T0000_install");
    Files.createDirectories(extension);
    Files.writeString(
        extension.resolve("migration.json"),
        "{\"from\": null, \"to\": \"v1\", \"migrationHash\": \"sha256:0\"}");
    Files.writeString(
        extension.resolve("ops.json"),
        "[{\"execute\": [{\"sql\": \"CREATE EXTENSION IF NOT EXISTS vector\"}]}]");
    for (String named : new String[] {"", "migrations", "migrations/app"}) {
      assertThat(FolderReader.read(folder.resolve(named), Map.of()).scripts())
          .extracting(script -> script.version().orElseThrow())
          .startsWith("pgvector/20260101T0000_install", "20261128T1340_init")
          .hasSize(4);
    }
  }

  @Test
  void where_a_project_moves_the_newer_layout_is_taken_and_the_older_named() throws Exception {
    PrismaProject.linear(folder);
    Path old = Files.createDirectory(folder.resolve("migrations/20240101000000_init"));
    Files.writeString(old.resolve("migration.sql"), "select 1");
    MigrationFolder read = FolderReader.read(folder.resolve("migrations"), Map.of());
    assertThat(read.layout()).isEqualTo(Layout.PRISMA_8);
    assertThat(read.notes())
        .extracting(FolderNote::kind, FolderNote::place)
        .containsExactly(tuple(FolderNote.Kind.OTHER_LAYOUT, old.resolve("migration.sql")));
  }

  @Test
  void a_contract_for_another_database_is_refused() throws Exception {
    PrismaProject project = PrismaProject.linear(folder);
    Files.writeString(folder.resolve("contract.json"), "{\"target\": \"mongo\"}");
    assertThat(failure(project))
        .returns(Kind.NOT_POSTGRESQL, MigrationFolderException::kind)
        .returns("mongo", MigrationFolderException::detail);
  }

  @Test
  void a_manifest_without_a_target_is_named() throws Exception {
    PrismaProject project = PrismaProject.linear(folder);
    Files.writeString(project.migration("20261128T1340_init").resolve("migration.json"), "{}");
    assertThat(failure(project))
        .returns(Kind.NO_FIELD, MigrationFolderException::kind)
        .returns("to", MigrationFolderException::detail);
  }

  private static MigrationFolderException failure(PrismaProject project) {
    return catchThrowableOfType(MigrationFolderException.class, project::read);
  }
}
