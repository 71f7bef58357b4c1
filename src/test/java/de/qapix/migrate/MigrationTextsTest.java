package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that are edited after they were applied. */
class MigrationTextsTest {

  private static final int EDITS = 1_000;
  private static final long SEED = 4711;

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();
  @TempDir private Path folder;

  private final TreeMap<Path, String> applied = new TreeMap<>();
  private Migrations migrations;

  @BeforeEach
  void apply() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sql/migrations"))) {
      for (Path file : files.sorted().toList()) {
        Path copy = folder.resolve(file.getFileName().toString());
        applied.put(copy, Files.readString(file));
        Files.copy(file, copy);
      }
    }
    migrations =
        new Migrations(
            database.dataSource(), "public", LockTimeouts.usual(), List.of("filesystem:" + folder));
    migrations.migrate(MigrationWatch.none());
  }

  @Test
  void any_edit_of_an_applied_migration_is_reported() throws IOException {
    Random random = new Random(SEED);
    for (int edits = 0; edits < EDITS; edits += applied.size()) {
      for (Path file : applied.keySet()) {
        Files.writeString(file, edited(applied.get(file), random));
      }
      assertThat(states())
          .as("seed %d, after %d edits", SEED, edits)
          .containsExactly(MigrationStatus.State.CHANGED);
    }
  }

  @Test
  void other_ends_of_lines_are_no_edit() throws IOException {
    for (Path file : applied.keySet()) {
      Files.writeString(file, applied.get(file).replace("\n", "\r\n"));
    }

    assertThat(states()).containsExactly(MigrationStatus.State.APPLIED);
  }

  @Test
  void a_repair_tells_what_was_edited_before_it_accepts_it() throws IOException {
    Path file = applied.lastKey();
    Files.writeString(file, applied.get(file) + "-- more\n");
    List<String> told = new ArrayList<>();

    List<RepairedMigration> repaired = migrations.repair(telling(told));

    assertThat(told).contains("+-- more");
    assertThat(repaired)
        .extracting(RepairedMigration::action)
        .containsExactly(RepairedMigration.Action.ALIGNED);
    assertThat(states()).containsExactly(MigrationStatus.State.APPLIED);
  }

  @Test
  void a_repair_accepts_an_edit_that_flyway_does_not_see() throws IOException {
    Path file = applied.firstKey();
    Files.writeString(file, applied.get(file).replaceFirst("\n", "\n\n"));
    assertThat(states()).contains(MigrationStatus.State.CHANGED);

    migrations.repair(MigrationWatch.none());

    assertThat(states()).containsExactly(MigrationStatus.State.APPLIED);
  }

  private Set<MigrationStatus.State> states() {
    return migrations.status().stream().map(MigrationStatus::state).collect(Collectors.toSet());
  }

  /** A character more, less or other, a line break more or less, or two lines exchanged. */
  private static String edited(String text, Random random) {
    String edited = text;
    while (edited.equals(text)) {
      int place = random.nextInt(text.length());
      edited =
          switch (random.nextInt(5)) {
            case 0 -> text.substring(0, place) + "x" + text.substring(place);
            case 1 -> text.substring(0, place) + text.substring(place + 1);
            case 2 -> text.substring(0, place) + "\n" + text.substring(place);
            case 3 -> joined(text, place);
            default -> moved(text, random);
          };
    }
    return edited;
  }

  private static String joined(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text : text.substring(0, end) + text.substring(end + 1);
  }

  private static String moved(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    return String.join("\n", lines);
  }

  private static MigrationWatch telling(List<String> told) {
    return new MigrationWatch() {
      @Override
      public void waiting(Optional<Session> behind) {}

      @Override
      public void retrying(int attempt, int attempts, Optional<TableLock> behind) {}

      @Override
      public void recovering(Recovery recovery) {}

      @Override
      public void accepting(List<EditedMigration> edits) {
        edits.forEach(edit -> told.addAll(edit.lines()));
      }
    };
  }
}
