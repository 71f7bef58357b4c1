package de.qapix.checks.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.FolderScript;
import de.qapix.files.AtomicFile;
import de.qapix.files.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read from databases that migrations had made, kept in files, so that the same migrations
 * need not run again. A file holds the hash of its content first, so a damaged one is none.
 */
public final class ScratchCache {

  /** Of what is kept; a new one makes all that was kept before void. */
  private static final String FORMAT = "1";

  private static final String SUFFIX = ".entry";
  private static final int NEWEST = 20;

  private final Path folder;

  /** In a folder, which is made when something is to be kept. */
  public ScratchCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Names what becomes of these migrations.
   *
   * @param content which reader the entry is for, and the version of its format
   */
  public static String key(
      MigrationFolder migrations, List<String> schemas, String serverVersion, String content) {
    StringBuilder all = new StringBuilder();
    Stream.of(
            FORMAT,
            content,
            serverVersion,
            migrations.layout().name() + migrations.hasCode(),
            schemas.toString())
        .forEach(part -> all.append(part).append('\n'));
    for (FolderScript script : migrations.scripts()) {
      all.append(script.name()).append('\n');
      all.append(script.sha256()).append('\n');
      all.append(script.sending()).append(script.isCallback()).append('\n');
      // The values of placeholders are in here.
      all.append(Sha256.hex(script.sql())).append('\n');
    }
    return Sha256.hex(all.toString());
  }

  /** What is kept under a key. */
  public Optional<String> find(String key) throws IOException {
    try {
      String entry = Files.readString(file(key));
      int end = entry.indexOf('\n');
      String content = entry.substring(end + 1);
      return end > 0 && entry.substring(0, end).equals(Sha256.hex(content))
          ? Optional.of(content)
          : Optional.empty();
    } catch (NoSuchFileException | CharacterCodingException absent) {
      return Optional.empty();
    }
  }

  /** Keeps a text, whole or not at all, and forgets the oldest. */
  public void keep(String key, String content) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.write(file(key), (Sha256.hex(content) + "\n" + content).getBytes(UTF_8));
    prune();
  }

  /** Others may do the same at the same time. */
  private void prune() throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(folder)) {
      entries =
          all.filter(entry -> entry.toString().endsWith(SUFFIX))
              .sorted(Comparator.comparing(ScratchCache::written).reversed())
              .toList();
    }
    for (Path old : entries.subList(Math.min(NEWEST, entries.size()), entries.size())) {
      Files.deleteIfExists(old);
    }
  }

  private static FileTime written(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }
}
