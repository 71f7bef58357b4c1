package de.qapix.checks.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.checks.scratch.MigrationStanding.State;
import de.qapix.checks.trial.ScratchServer;
import de.qapix.files.ResourceText;
import de.qapix.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PrismaHistoryTest {

  private static final String TEXT = "-- für alle\nselect 1;\n";

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  @TempDir private Path folder;

  @Test
  void a_database_that_prisma_has_never_migrated_has_no_history() throws Exception {
    write("1_pending", TEXT);
    assertThat(FolderHistory.read(database.sql(), "public", read())).isEmpty();
  }

  @Test
  void every_state_is_told_by_name() throws Exception {
    DSLContext db = withTable();
    for (String name : List.of("1_applied", "2_pending", "3_failed", "4_rolled_back")) {
      write(name, TEXT);
    }
    for (String name : List.of("5_retried", "6_changed", "8_failed_again")) {
      write(name, TEXT);
    }
    insert(db, "1_applied", Sha256.hex(TEXT), "now()", "null", null);
    insert(db, "3_failed", Sha256.hex(TEXT), "null", "null", "ERROR: no");
    insert(db, "4_rolled_back", Sha256.hex(TEXT), "null", "now()", "ERROR: never");
    insert(db, "5_retried", Sha256.hex(TEXT), "null", "now()", "ERROR: once");
    insert(db, "5_retried", Sha256.hex(TEXT), "now()", "null", null);
    insert(db, "6_changed", Sha256.hex(TEXT + " "), "now()", "null", null);
    insert(db, "7_missing", Sha256.hex(TEXT), "now()", "null", null);
    insert(db, "8_failed_again", Sha256.hex(TEXT), "null", "now()", "ERROR: first");
    insert(db, "8_failed_again", Sha256.hex(TEXT), "null", "null", "ERROR: second");
    assertThat(compare(db))
        .extracting(
            standing ->
                "%s %s %s"
                    .formatted(standing.name(), standing.state(), standing.logs().orElse("-")))
        .containsExactly(
            "1_applied APPLIED -",
            "2_pending PENDING -",
            "3_failed FAILED ERROR: no",
            "4_rolled_back ROLLED_BACK ERROR: never",
            "5_retried APPLIED -",
            "6_changed CHANGED -",
            "7_missing MISSING -",
            "8_failed_again FAILED ERROR: second");
  }

  @Test
  void line_breaks_of_either_kind_are_no_change() throws Exception {
    DSLContext db = withTable();
    write("1_unix_now", TEXT);
    write("2_windows_now", TEXT.replace("\n", "\r\n"));
    write("3_joined_now", TEXT.replace("\n", " "));
    insert(db, "1_unix_now", Sha256.hex(TEXT.replace("\n", "\r\n")), "now()", "null", null);
    insert(db, "2_windows_now", Sha256.hex(TEXT), "now()", "null", null);
    insert(db, "3_joined_now", Sha256.hex(TEXT), "now()", "null", null);
    assertThat(compare(db))
        .extracting(MigrationStanding::state)
        .containsExactly(State.APPLIED, State.APPLIED, State.CHANGED);
  }

  @Test
  void checksums_of_early_versions_lack_their_zeros() throws Exception {
    DSLContext db = withTable();
    write("1_old", TEXT);
    String checksum = Sha256.hex(TEXT).replaceAll("0(.)|(..)", "$1$2");
    assertThat(checksum).hasSizeLessThan(64);
    insert(db, "1_old", checksum, "now()", "null", null);
    assertThat(compare(db)).extracting(MigrationStanding::state).containsExactly(State.APPLIED);
  }

  private DSLContext withTable() {
    DSLContext db = database.sql();
    String sql = ResourceText.read(ScratchServer.class, "prisma_migrations.sql");
    db.execute("create schema app");
    db.execute(sql.replace("_prisma_migrations", "app._prisma_migrations"));
    return db;
  }

  private static void insert(
      DSLContext db, String name, String checksum, String finished, String rolledBack, String log) {
    db.execute(
        "insert into app._prisma_migrations values (gen_random_uuid(), ?, %s, ?, ?, %s, clock_timestamp())"
            .formatted(finished, rolledBack),
        checksum,
        name,
        log);
  }

  private List<MigrationStanding> compare(DSLContext db) {
    return FolderHistory.read(db, "app", read()).orElseThrow();
  }

  private MigrationFolder read() {
    return FolderReader.read(folder, Map.of());
  }

  private void write(String name, String text) throws IOException {
    Path migration = Files.createDirectory(folder.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), text);
  }
}
