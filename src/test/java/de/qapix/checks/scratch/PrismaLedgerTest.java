package de.qapix.checks.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.TestDatabase;
import de.qapix.checks.scratch.MigrationStanding.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PrismaLedgerTest {

  private static final String INIT = "20261128T1340_init";
  private static final String TIER = "20261128T1341_add_loyalty_tier";
  private static final String RENAME = "20261128T1342_rename_email";
  private static final String AFTER_INIT =
      "f71e666de0451bf0dc9e0094823e667b06603e7c1c0e6a4c26c23380d056ba91";
  private static final String AFTER_TIER =
      "8926e4fb236b039df1307376c5f03597065cd6603fff841846f95e6a1ecaf86c";
  private static final String AFTER_RENAME =
      "57f4dfba1c30f79d012cd21296c2af1133b641ccc4ba83da10041c1ba3e4080e";

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  @TempDir private Path folder;
  private PrismaProject project;

  @BeforeEach
  void project() throws Exception {
    project = PrismaProject.linear(folder);
  }

  @Test
  void a_database_that_prisma_has_never_seen_has_no_history() {
    assertThat(FolderHistory.read(database.sql(), "public", project.read())).isEmpty();
  }

  @Test
  void what_is_written_down_is_applied_and_what_leads_on_is_pending() throws Exception {
    PrismaProject.tables(database.sql());
    PrismaProject.mark(database.sql(), AFTER_TIER);
    project.record(database.sql(), INIT);
    project.record(database.sql(), TIER);

    assertThat(standings())
        .extracting(MigrationStanding::name, MigrationStanding::state)
        .containsExactly(
            tuple(INIT, State.APPLIED), tuple(TIER, State.APPLIED), tuple(RENAME, State.PENDING));
    assertThat(PendingScripts.of(project.read(), Optional.of(database.sql()), "public").pending())
        .extracting(script -> script.version().orElseThrow())
        .containsExactly(RENAME);
  }

  @Test
  void what_lies_behind_a_signed_database_is_its_baseline() {
    PrismaProject.tables(database.sql());
    database.sql().execute("drop table prisma_contract.ledger");
    PrismaProject.mark(database.sql(), AFTER_INIT);

    assertThat(standings())
        .extracting(MigrationStanding::name, MigrationStanding::state)
        .containsExactly(
            tuple(INIT, State.BASELINED), tuple(TIER, State.PENDING), tuple(RENAME, State.PENDING));
  }

  @Test
  void a_branch_that_the_database_does_not_take_is_neither_applied_nor_pending() throws Exception {
    PrismaProject branches =
        PrismaProject.branches(Files.createDirectory(folder.resolve("branches")));
    PrismaProject.tables(database.sql());
    PrismaProject.mark(
        database.sql(), "ba26e7dc762c0a12816ff29cc6387235c423b11f03c4716c29888f9369eea757");
    for (String applied :
        List.of(
            "20261128T1344_init", "20261128T1344_alice_add_phone", "20261128T1345_merge_alice")) {
      branches.record(database.sql(), applied);
    }

    assertThat(FolderHistory.read(database.sql(), "public", branches.read()).orElseThrow())
        .allMatch(standing -> standing.state() == State.APPLIED)
        .hasSize(3);
  }

  @Test
  void what_ran_otherwise_than_it_stands_there_was_edited_and_new_hashes_alone_are_no_edit()
      throws Exception {
    PrismaProject.tables(database.sql());
    PrismaProject.mark(database.sql(), AFTER_RENAME);
    for (String each : List.of(INIT, TIER, RENAME)) {
      project.record(database.sql(), each);
    }
    database.sql().execute("update prisma_contract.ledger set migration_hash = 'old'");
    project.edit(RENAME, "lower(", "upper(").compile(RENAME);

    assertThat(standings())
        .extracting(MigrationStanding::state)
        .containsExactly(State.APPLIED, State.APPLIED, State.CHANGED);
  }

  @Test
  void a_state_that_no_migration_knows_leads_nowhere_and_a_lost_migration_is_missing()
      throws Exception {
    PrismaProject.tables(database.sql());
    PrismaProject.mark(database.sql(), "abc");
    project.record(database.sql(), INIT);
    database.sql().execute("update prisma_contract.ledger set migration_name = 'lost'");

    assertThat(standings())
        .containsExactly(
            new MigrationStanding("app", State.NO_PATH, Optional.empty(), Optional.of("abc")),
            new MigrationStanding("lost", State.MISSING, Optional.empty(), Optional.empty()));
  }

  private List<MigrationStanding> standings() {
    return FolderHistory.read(database.sql(), "public", project.read()).orElseThrow();
  }
}
