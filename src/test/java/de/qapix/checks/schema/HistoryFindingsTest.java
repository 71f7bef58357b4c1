package de.qapix.checks.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.qapix.TestDatabase;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.scratch.FolderReader;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.trial.ScratchServer;
import de.qapix.files.ResourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFindingsTest {

  @RegisterExtension final TestDatabase database = TestDatabase.empty();

  @TempDir private Path folder;

  @Test
  void what_prisma_wrote_down_of_a_failure_is_found_and_a_running_migration_has_no_such_text()
      throws Exception {
    database.sql().execute(ResourceText.read(ScratchServer.class, "prisma_migrations.sql"));
    begun("1_failed", "ERROR: no\n");
    begun("2_running", null);

    MigrationFolder migrations = FolderReader.read(folder, Map.of());

    assertThat(new HistoryFindings(migrations, folder).of(database.sql(), "public"))
        .extracting(Finding::rule, Finding::subject, Finding::found)
        .containsExactly(
            tuple("prisma/failed", "1_failed", Optional.of("ERROR: no")),
            tuple("prisma/failed", "2_running", Optional.empty()));
  }

  private void begun(String name, String logs) throws Exception {
    Path migration = Files.createDirectory(folder.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), "select 1;\n");
    database
        .sql()
        .execute(
            "insert into _prisma_migrations (id, checksum, migration_name, logs)"
                + " values (gen_random_uuid(), 'x', ?, ?)",
            name,
            logs);
  }
}
