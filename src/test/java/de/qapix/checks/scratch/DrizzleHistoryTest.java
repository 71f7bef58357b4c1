package de.qapix.checks.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.TestDatabase;
import de.qapix.checks.scratch.MigrationStanding.State;
import de.qapix.files.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class DrizzleHistoryTest {

  private static final String TEXT = "select 1;\n";

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  @TempDir private Path folder;

  @Test
  void a_database_that_drizzle_has_never_migrated_has_no_history() throws Exception {
    assertThat(FolderHistory.read(database.sql(), "public", fiveMigrations())).isEmpty();
  }

  @Test
  void what_is_later_than_the_last_applied_one_is_pending_and_what_is_not_is_skipped()
      throws Exception {
    database
        .sql()
        .execute(
            """
            create schema drizzle;
            create table drizzle.__drizzle_migrations (
              id serial primary key, hash text not null, created_at bigint)
            """);
    applied(1, Sha256.hex(TEXT));
    applied(2, Sha256.hex("select 2;\n"));
    applied(4, Sha256.hex(TEXT));
    applied(3, "lost");

    assertThat(FolderHistory.read(database.sql(), "public", fiveMigrations()).orElseThrow())
        .extracting(MigrationStanding::name, MigrationStanding::state)
        .containsExactly(
            tuple("0001.sql", State.APPLIED),
            tuple("0002.sql", State.CHANGED),
            tuple("0004.sql", State.APPLIED),
            tuple("0005.sql", State.PENDING),
            tuple("0000.sql", State.SKIPPED),
            tuple("lost", State.MISSING));
  }

  private MigrationFolder fiveMigrations() throws Exception {
    Files.createDirectories(folder.resolve("meta"));
    StringBuilder entries = new StringBuilder();
    for (int when : new int[] {1, 2, 4, 5, 0}) {
      Files.writeString(folder.resolve("000" + when + ".sql"), TEXT);
      entries
          .append(entries.isEmpty() ? "" : ", ")
          .append("{\"when\": " + when + ", \"tag\": \"000" + when + "\"}");
    }
    Files.writeString(
        folder.resolve("meta/_journal.json"),
        "{\"dialect\": \"postgresql\", \"entries\": [" + entries + "]}");
    return FolderReader.read(folder, Map.of());
  }

  private void applied(long when, String hash) {
    database
        .sql()
        .execute(
            "insert into drizzle.__drizzle_migrations (hash, created_at) values (?, ?)",
            hash,
            when);
  }
}
