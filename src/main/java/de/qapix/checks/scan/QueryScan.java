package de.qapix.checks.scan;

import de.qapix.checks.files.FileKind;
import de.qapix.checks.files.TextFiles;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.QueryReader;
import de.qapix.checks.text.SourceReaders;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks for queries in files, on all cores. */
public final class QueryScan {

  private static final int WORTH_A_THREAD = 20;

  private final TextFiles texts;
  private final SourceReaders sources;
  private final boolean tracing;
  private final QueryProgress progress;

  /**
   * @param tracing whether to note which files are imported, for which each file has to be read as
   *     if it were the only one
   */
  public QueryScan(
      TextFiles texts, SourceReaders sources, boolean tracing, QueryProgress progress) {
    this.texts = texts;
    this.sources = sources;
    this.tracing = tracing;
    this.progress = progress;
  }

  /** Looks into all of these. */
  public SortedMap<Path, ScannedFile> scan(Collection<Path> files) throws InterruptedException {
    List<ScannedFile> scanned =
        ParallelMap.work(
            List.copyOf(files),
            WORTH_A_THREAD,
            this::begin,
            done -> progress.read(done, files.size()));
    SortedMap<Path, ScannedFile> all = new TreeMap<>();
    scanned.forEach(file -> all.put(file.path(), file));
    return all;
  }

  private ParallelMap.Worker<Path, ScannedFile> begin() {
    if (tracing) {
      return this::trace;
    }
    QueryReader reader = sources.reading(texts::find);
    return file -> scan(file, reader, Set.of());
  }

  private ScannedFile trace(Path file) {
    Set<String> imports = new HashSet<>();
    QueryReader reader =
        sources.reading(
            imported -> {
              imports.add(texts.name(imported));
              return texts.find(imported);
            });
    return scan(file, reader, imports);
  }

  private ScannedFile scan(Path path, QueryReader reader, Set<String> imports) {
    TextFiles.Reading reading = texts.read(path);
    if (reading instanceof TextFiles.Reading.Text readable) {
      try {
        QueryFile file =
            FileKind.SQL.fits(path)
                ? SqlFiles.read(readable.text())
                : reader.read(path, readable.text());
        return new ScannedFile(path, Optional.of(file), Optional.empty(), imports);
      } catch (StackOverflowError nested) {
        return unread(path, "too-nested");
      }
    }
    return unread(path, ((TextFiles.Reading.Unread) reading).reason());
  }

  private static ScannedFile unread(Path path, String reason) {
    return new ScannedFile(path, Optional.empty(), Optional.of(reason), Set.of());
  }
}
