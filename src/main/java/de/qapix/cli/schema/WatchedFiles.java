package de.qapix.cli.schema;

import de.qapix.checks.files.FileWatch;
import de.qapix.checks.files.TextFiles;
import de.qapix.checks.scan.ScannedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Which files have to be looked at again when some have changed. */
final class WatchedFiles implements AutoCloseable {

  /** How soon it is noticed that the user wants to end. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final TextFiles texts;
  private final List<Path> bases;
  private final FileWatch watch = new FileWatch();
  private final Map<Path, ScannedFile> known = new HashMap<>();
  private Set<Path> again = Set.of();
  private Set<Path> gone = Set.of();

  /**
   * @param bases folders in which new files may appear
   */
  WatchedFiles(TextFiles texts, List<Path> bases) throws IOException {
    this.texts = texts;
    this.bases = bases;
  }

  /** Notices from now on what happens to these files. */
  void expect(Collection<Path> files) throws IOException {
    watch.watch(files.stream().map(WatchedFiles::folder).toList());
  }

  /** Watches these files from now on, those that they import, and where others may appear. */
  void watch(Collection<ScannedFile> files) throws IOException {
    known.clear();
    Set<Path> folders = new HashSet<>(bases);
    for (ScannedFile file : files) {
      known.put(file.path(), file);
      folders.add(folder(file.path()));
      file.imports().forEach(imported -> folders.add(folder(Path.of(imported))));
      bases.forEach(base -> addBetween(base, file.path(), folders));
    }
    watch.watch(folders);
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }

  private static void addBetween(Path base, Path file, Set<Path> folders) {
    boolean everywhere = base.toString().isEmpty() && !file.isAbsolute();
    if (everywhere || file.startsWith(base)) {
      Path folder = file.getParent();
      while (folder != null && !folder.equals(base)) {
        folders.add(folder);
        folder = folder.getParent();
      }
    }
  }

  /**
   * Waits a moment; tells whether anything has changed.
   *
   * @param search finds all files, for when some are new or gone
   */
  boolean changed(Supplier<SortedSet<Path>> search) throws InterruptedException {
    Set<Path> changed = watch.changes(LOOK);
    if (changed.isEmpty()) {
      return false;
    }
    again = new HashSet<>();
    gone = Set.of();
    Set<String> names = new HashSet<>();
    changed.forEach(path -> names.add(texts.name(path)));
    for (ScannedFile file : known.values()) {
      boolean itself = changed.contains(file.path());
      if (itself || file.imports().stream().anyMatch(names::contains)) {
        again.add(file.path());
      }
    }
    if (!known.keySet().containsAll(changed) || changed.stream().anyMatch(WatchedFiles::isGone)) {
      searchAgain(search.get());
    }
    return !again.isEmpty() || !gone.isEmpty();
  }

  private static boolean isGone(Path file) {
    return !file.toFile().exists();
  }

  private void searchAgain(SortedSet<Path> files) {
    gone = new HashSet<>(known.keySet());
    gone.removeAll(files);
    again.removeAll(gone);
    files.stream().filter(file -> !known.containsKey(file)).forEach(again::add);
  }

  /** What has to be scanned and checked again. */
  Set<Path> again() {
    return again;
  }

  /** What is not there any more. */
  Set<Path> gone() {
    return gone;
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
