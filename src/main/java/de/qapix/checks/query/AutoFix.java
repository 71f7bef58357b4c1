package de.qapix.checks.query;

import de.qapix.checks.files.FixedFile;
import de.qapix.checks.files.TextFiles;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts names right that can only be meant in one way, and checks again, until there is nothing left
 * to do. Writes nothing.
 */
public final class AutoFix {

  private static final int MOST_ROUNDS = 5;

  private final TextFiles texts;
  private final QueryScan scan;
  private final QueryRun run;
  private final Map<Path, String> before = new LinkedHashMap<>();
  private final Map<Path, String> after = new TreeMap<>();

  public AutoFix(TextFiles texts, QueryScan scan, QueryRun run) {
    this.texts = texts;
    this.scan = scan;
    this.run = run;
  }

  /**
   * What the files become.
   *
   * @param reports what is to be said about the files when this is done to them
   */
  public record Mended(List<FixedFile> files, SortedMap<Path, FileReport> reports) {

    public Mended {
      files = List.copyOf(files);
    }
  }

  /** Puts right what is wrong in these files, but not in others that they import. */
  public Mended mend(SortedMap<Path, ScannedFile> files, SortedMap<Path, FileReport> reports)
      throws InterruptedException {
    SortedMap<Path, ScannedFile> scanned = new TreeMap<>(files);
    SortedMap<Path, FileReport> told = new TreeMap<>(reports);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Set<Path> concerned = edit(scanned, told);
      if (concerned.isEmpty()) {
        break;
      }
      SortedMap<Path, ScannedFile> again = scan.scan(concerned);
      scanned.putAll(again);
      told.putAll(run.check(again.values()));
    }
    List<FixedFile> fixed = new ArrayList<>();
    after.forEach(
        (path, text) -> fixed.add(new FixedFile(path, texts.name(path), before.get(path), text)));
    return new Mended(fixed, told);
  }

  /**
   * One round; tells which files are to be looked at again: the edited ones and their importers.
   */
  private Set<Path> edit(Map<Path, ScannedFile> files, Map<Path, FileReport> reports) {
    Map<String, Path> paths = new LinkedHashMap<>();
    files.keySet().forEach(path -> paths.put(texts.name(path), path));
    Map<Path, Set<Fix>> todo = new TreeMap<>();
    Set<Path> concerned = new HashSet<>();
    reports.forEach(
        (path, report) -> {
          for (Fix fix : sure(report)) {
            Path edited = paths.get(fix.source().file());
            if (edited != null) {
              todo.computeIfAbsent(edited, none -> new HashSet<>()).add(fix);
              concerned.add(edited);
              concerned.add(path);
            }
          }
        });
    List<QueryFile> known =
        concerned.stream().flatMap(path -> files.get(path).content().stream()).toList();
    todo.forEach((path, fixes) -> edit(path, List.copyOf(fixes), known));
    return concerned;
  }

  private void edit(Path path, List<Fix> fixes, List<QueryFile> known) {
    String text = fixes.get(0).source().text();
    before.putIfAbsent(path, text);
    String edited = Edits.apply(text, fixes, known);
    after.put(path, edited);
    texts.draft(path, edited);
  }

  /** A new name of a result is left alone unless the file reads it by that name. */
  private static List<Fix> sure(FileReport report) {
    Set<Place> unread = new HashSet<>();
    for (Finding finding : report.findings()) {
      if (finding.rule().equals("query/folded-alias") && finding.arguments().get(1).isEmpty()) {
        finding.place().ifPresent(unread::add);
      }
    }
    return report.fixes().stream()
        .filter(fix -> !unread.contains(fix.source().place(fix.start(), fix.end())))
        .toList();
  }
}
