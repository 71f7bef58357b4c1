package de.qapix.checks.autofix;

import static java.util.stream.Collectors.toCollection;

import de.qapix.checks.files.FixedFile;
import de.qapix.checks.files.TextFiles;
import de.qapix.checks.files.WritableFiles;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.fix.CompatibleFixes;
import de.qapix.checks.fix.Edit;
import de.qapix.checks.fix.Edits;
import de.qapix.checks.fix.Fix;
import de.qapix.checks.query.FileReport;
import de.qapix.checks.scan.QueryRun;
import de.qapix.checks.scan.QueryScan;
import de.qapix.checks.scan.ScannedFile;
import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts names right that can only be meant in one way, and checks again, until there is nothing left
 * to do. What the program reads from results keeps its name. Writes nothing.
 */
public final class AutoFix {

  private static final int MOST_ROUNDS = 20;

  private final TextFiles texts;
  private final QueryScan scan;
  private final QueryRun run;
  private final Rules rules;
  private final Map<String, Path> paths = new HashMap<>();
  private final Map<Path, String> before = new HashMap<>();
  private final SortedMap<Path, String> after = new TreeMap<>();
  private final Map<Path, Set<String>> made = new HashMap<>();
  private final SortedMap<Path, Unchanged> unchanged = new TreeMap<>();
  private SortedMap<Path, ScannedFile> scanned = new TreeMap<>();
  private SortedMap<Path, FileReport> told = new TreeMap<>();

  public AutoFix(TextFiles texts, QueryScan scan, QueryRun run, Rules rules) {
    this.texts = texts;
    this.scan = scan;
    this.run = run;
    this.rules = rules;
  }

  /**
   * What may be done.
   *
   * @param tables whether tables that are spelt otherwise are put right as well
   */
  public record Rules(boolean tables, WritableFiles writable) {}

  /**
   * What the files become.
   *
   * @param reports what is to be said about the files when this is done to them
   * @param unchanged files that stay as they are though there is something to put right in them
   */
  public record Mended(
      List<FixedFile> files, SortedMap<Path, FileReport> reports, List<Unchanged> unchanged) {

    public Mended {
      files = List.copyOf(files);
      unchanged = List.copyOf(unchanged);
    }
  }

  /**
   * A file that stays as it is.
   *
   * @param refusal why it may not be written
   * @param place otherwise, where there would be something new to find
   */
  public record Unchanged(
      String file, Optional<WritableFiles.Refusal> refusal, Optional<Place> place) {}

  /** Puts right what is wrong in these files, but not in others that they import. */
  public Mended mend(SortedMap<Path, ScannedFile> files, SortedMap<Path, FileReport> reports)
      throws InterruptedException {
    scanned = new TreeMap<>(files);
    told = new TreeMap<>(reports);
    files.keySet().forEach(path -> paths.put(texts.name(path), path));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Set<Path> edited = edit();
      if (edited.isEmpty()) {
        break;
      }
      checkAgain(users(edited));
    }
    giveUp(reports);
    List<FixedFile> fixed = new ArrayList<>();
    after.forEach(
        (path, text) -> fixed.add(new FixedFile(path, texts.name(path), before.get(path), text)));
    return new Mended(fixed, told, List.copyOf(unchanged.values()));
  }

  private void checkAgain(Set<Path> concerned) throws InterruptedException {
    SortedMap<Path, ScannedFile> again = scan.scan(concerned);
    scanned.putAll(again);
    told.putAll(run.check(again.values()));
  }

  /** One round; tells which files it has changed. */
  private Set<Path> edit() {
    List<Fix> due =
        told.values().stream()
            .flatMap(report -> report.fixes().stream())
            .flatMap(fixes -> fixes.due(rules.tables()).stream())
            .filter(this::isAllowed)
            .toList();
    SortedMap<Path, Set<Edit>> todo = new TreeMap<>();
    for (Fix fix : CompatibleFixes.of(due)) {
      for (Edit edit : fix.edits()) {
        todo.computeIfAbsent(paths.get(edit.source().file()), none -> new HashSet<>()).add(edit);
      }
    }
    List<QueryFile> known =
        users(todo.keySet()).stream()
            .flatMap(path -> scanned.get(path).content().stream())
            .toList();
    todo.forEach((path, edits) -> edit(path, edits, known));
    return todo.keySet();
  }

  private boolean isAllowed(Fix fix) {
    boolean allowed = true;
    for (Edit edit : fix.edits()) {
      Path path = paths.get(edit.source().file());
      allowed &= path != null && isWritable(path);
    }
    return allowed;
  }

  private boolean isWritable(Path path) {
    if (!unchanged.containsKey(path)) {
      rules
          .writable()
          .refusal(path)
          .ifPresent(
              why ->
                  unchanged.put(
                      path, new Unchanged(texts.name(path), Optional.of(why), Optional.empty())));
    }
    return !unchanged.containsKey(path);
  }

  private void edit(Path path, Set<Edit> edits, List<QueryFile> known) {
    String text = edits.iterator().next().source().text();
    before.putIfAbsent(path, text);
    String edited = Edits.apply(text, edits, known);
    if (made.computeIfAbsent(path, none -> new HashSet<>(Set.of(text))).add(edited)) {
      after.put(path, edited);
      texts.draft(path, edited);
      return;
    }
    // What is right for one query is wrong for another.
    Edit first = edits.iterator().next();
    leave(path, first.source().place(first.start(), first.end()));
  }

  /** Takes back all that was changed in a file. */
  private void leave(Path path, Place place) {
    unchanged.put(path, new Unchanged(texts.name(path), Optional.empty(), Optional.of(place)));
    texts.draft(path, before.get(path));
    after.remove(path);
  }

  /** These files and all others with queries that are partly written in them. */
  private Set<Path> users(Collection<Path> files) {
    Set<String> names = files.stream().map(texts::name).collect(toCollection(HashSet::new));
    Set<Path> users = new TreeSet<>(files);
    scanned.forEach(
        (path, file) -> {
          if (file.sources().anyMatch(names::contains)) {
            users.add(path);
          }
        });
    return users;
  }

  /** Takes back what has led to something new, with all that it goes together with. */
  private void giveUp(SortedMap<Path, FileReport> reports) throws InterruptedException {
    Map<Path, Finding> fresh = fresh(reports);
    while (!fresh.isEmpty() && !after.isEmpty()) {
      Map<Path, Place> toLeave = new TreeMap<>();
      fresh.forEach(
          (path, finding) ->
              changedParts(path).forEach(part -> toLeave.put(part, finding.place().orElseThrow())));
      toLeave.forEach(this::leave);
      checkAgain(users(toLeave.keySet()));
      fresh = fresh(reports);
    }
  }

  private Map<Path, Finding> fresh(SortedMap<Path, FileReport> reports) {
    Map<Path, Finding> fresh = new LinkedHashMap<>();
    told.forEach(
        (path, report) -> {
          if (!report.equals(reports.get(path))) {
            NewFindings.first(reports.get(path), report)
                .ifPresent(finding -> fresh.put(path, finding));
          }
        });
    return fresh;
  }

  /** The changed files in which the queries of a file are written; all where there is none. */
  private Set<Path> changedParts(Path path) {
    Set<Path> parts = new TreeSet<>(Set.of(path));
    scanned
        .get(path)
        .sources()
        .flatMap(name -> Optional.ofNullable(paths.get(name)).stream())
        .forEach(parts::add);
    parts.retainAll(after.keySet());
    return parts.isEmpty() ? Set.copyOf(after.keySet()) : parts;
  }
}
