package de.qapix.checks.trial;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.scratch.FolderReader;
import de.qapix.checks.scratch.MigrationFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchCacheTest {

  private static final List<String> PUBLIC = List.of("public");

  @TempDir private Path temporary;
  private Path folder;
  private ScratchCache cache;

  @BeforeEach
  void open() {
    folder = temporary.resolve("not/yet");
    cache = new ScratchCache(folder);
  }

  @Test
  void what_was_kept_is_found_again_under_its_key_alone() throws Exception {
    assertThat(cache.find("one")).isEmpty();
    cache.keep("one", "{\"größe\": \"🙂\"}\n");
    cache.keep("one", "{\"größe\": \"🙃\"}\n");
    assertThat(new ScratchCache(folder).find("one")).hasValue("{\"größe\": \"🙃\"}\n");
    assertThat(cache.find("two")).isEmpty();
  }

  @Test
  void a_damaged_entry_counts_as_absent() throws Exception {
    cache.keep("one", "a long text");
    Path entry = folder.resolve("one.entry");
    String whole = Files.readString(entry);
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(entry, whole.substring(0, length));
      assertThat(cache.find("one")).isEmpty();
    }
    Files.write(entry, new byte[] {(byte) 0xff, 0, 1});
    assertThat(cache.find("one")).isEmpty();
  }

  @Test
  void only_the_newest_twenty_are_kept() throws Exception {
    for (int i = 0; i < 25; i++) {
      cache.keep("key" + i, "text");
      Files.setLastModifiedTime(folder.resolve("key" + i + ".entry"), FileTime.fromMillis(i));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).hasSize(20);
    }
    assertThat(cache.find("key24")).isPresent();
    assertThat(cache.find("key4")).isEmpty();
  }

  @Test
  void the_key_changes_with_all_that_the_result_depends_on() throws Exception {
    Files.writeString(temporary.resolve("V1__x.sql"), "select '${a}'");
    MigrationFolder first = FolderReader.read(temporary, Map.of("a", "1"));
    MigrationFolder other = FolderReader.read(temporary, Map.of("a", "2"));
    Files.writeString(temporary.resolve("V1__x.sql"), "select  '${a}'");
    MigrationFolder edited = FolderReader.read(temporary, Map.of("a", "1"));
    assertThat(
            List.of(
                ScratchCache.key(first, PUBLIC, "17.11.0", "catalog 1"),
                ScratchCache.key(other, PUBLIC, "17.11.0", "catalog 1"),
                ScratchCache.key(edited, PUBLIC, "17.11.0", "catalog 1"),
                ScratchCache.key(first, List.of("app"), "17.11.0", "catalog 1"),
                ScratchCache.key(first, PUBLIC, "17.12.0", "catalog 1"),
                ScratchCache.key(first, PUBLIC, "17.11.0", "catalog 2")))
        .doesNotHaveDuplicates();
    assertThat(ScratchCache.key(first, PUBLIC, "17.11.0", "catalog 1"))
        .isEqualTo(ScratchCache.key(first, PUBLIC, "17.11.0", "catalog 1"));
  }
}
