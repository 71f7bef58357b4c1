package de.qapix.cli.schema;

import de.qapix.checks.autofix.AutoFix;
import de.qapix.checks.files.FileKind;
import de.qapix.checks.files.FileSearch;
import de.qapix.checks.files.WritableFiles;
import de.qapix.checks.project.ProjectDatabase;
import de.qapix.cli.ShareConverter;
import de.qapix.cli.WrongUseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** In which files queries are looked for, and what is done with what is found there. */
final class QueryOptions {

  @Option(names = "--sql", paramLabel = "<glob>", arity = "1..*", descriptionKey = "queries.sql")
  private List<String> sql = List.of();

  @Option(
      names = "--source",
      paramLabel = "<glob>",
      arity = "1..*",
      descriptionKey = "queries.source")
  private List<String> source = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "<glob>",
      arity = "1..*",
      descriptionKey = "queries.exclude")
  private List<String> excluded = List.of();

  @Option(names = "--allow-empty", descriptionKey = "queries.allow-empty")
  private boolean allowEmpty;

  @Option(
      names = "--min-coverage",
      paramLabel = "<n%>",
      converter = ShareConverter.class,
      descriptionKey = "queries.min-coverage")
  private Optional<Double> minCoverage = Optional.empty();

  @Option(
      names = "--fix",
      arity = "0..1",
      paramLabel = "tables",
      fallbackValue = "names",
      descriptionKey = "queries.fix")
  private Optional<FixedNames> fix = Optional.empty();

  @Option(names = "--dry-run", descriptionKey = "queries.dry-run")
  private boolean dryRun;

  @Option(names = "--watch", descriptionKey = "queries.watch")
  private boolean watch;

  @Option(names = "--list", descriptionKey = "queries.list")
  private boolean list;

  @Option(names = "--all", descriptionKey = "queries.all")
  private boolean everyPlace;

  /** What is put right. */
  private enum FixedNames {
    NAMES,
    TABLES
  }

  private Path root = Path.of("");
  private FileSearch.Links links = FileSearch.Links.FOLLOWED;
  private Optional<Double> projectCoverage = Optional.empty();

  /**
   * The same with what a project says of a database, where the options say nothing.
   *
   * @param folder of the project
   */
  QueryOptions over(ProjectDatabase database, Optional<Double> coverage, Path folder) {
    QueryOptions both = new QueryOptions();
    both.root = folder;
    both.sql = wanted() ? sql : database.sql();
    both.source = wanted() ? source : database.source();
    both.excluded = excluded.isEmpty() && both.wanted() ? database.exclude() : excluded;
    both.links = wanted() ? FileSearch.Links.FOLLOWED : FileSearch.Links.LEFT_OUT;
    both.minCoverage = minCoverage;
    both.projectCoverage = coverage.filter(share -> both.wanted());
    both.allowEmpty = allowEmpty;
    both.fix = fix;
    both.dryRun = dryRun;
    both.watch = watch;
    both.list = list;
    both.everyPlace = everyPlace;
    return both;
  }

  boolean wanted() {
    return !sql.isEmpty() || !source.isEmpty();
  }

  void check() {
    needsFiles("--fix", fix());
    needsFiles("--watch", watch);
    needsFiles("--min-coverage", minCoverage.isPresent());
    needsFiles("--exclude", !excluded.isEmpty());
    needsFiles("--allow-empty", allowEmpty);
    needsFiles("--list", list);
    needsFiles("--all", everyPlace);
    if (dryRun && !fix()) {
      throw new WrongUseException("use.dry-run");
    }
    if (fix() && watch) {
      throw new WrongUseException("use.watch");
    }
  }

  private void needsFiles(String option, boolean given) {
    if (given && !wanted()) {
      throw new WrongUseException("use.queries", option);
    }
  }

  /**
   * The files, in order.
   *
   * @param migrations a folder whose SQL is no query
   */
  SortedSet<Path> files(Optional<Path> migrations) {
    return files(migrations, allowEmpty);
  }

  /** Those that are there now; there may be none any more. */
  SortedSet<Path> filesLeft(Optional<Path> migrations) {
    return files(migrations, true);
  }

  private SortedSet<Path> files(Optional<Path> migrations, boolean mayBeNone) {
    FileSearch search = new FileSearch(excluded, links);
    SortedSet<Path> files = find(search, FileKind.SQL, sql, mayBeNone);
    migrations
        .map(QueryOptions::absolute)
        .ifPresent(folder -> files.removeIf(file -> absolute(file).startsWith(folder)));
    files.addAll(find(search, FileKind.SOURCE, source, mayBeNone));
    return files;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static SortedSet<Path> find(
      FileSearch search, FileKind kind, List<String> globs, boolean mayBeNone) {
    SortedSet<Path> files = new TreeSet<>();
    for (String glob : globs) {
      SortedSet<Path> found = search.find(kind, glob);
      if (found.isEmpty() && !mayBeNone && FileSearch.expectsFiles(glob)) {
        throw new WrongUseException("use.glob", glob);
      }
      files.addAll(found);
    }
    if (files.isEmpty() && !mayBeNone && !globs.isEmpty()) {
      throw new WrongUseException("use.glob", String.join(" ", globs));
    }
    return files;
  }

  /** The folders in which new files may appear. */
  List<Path> folders() {
    return Stream.concat(sql.stream(), source.stream()).map(FileSearch::folder).toList();
  }

  Optional<MinimumCoverage> minCoverage() {
    return minCoverage
        .map(share -> new MinimumCoverage(share, "--min-coverage"))
        .or(() -> projectCoverage.map(share -> new MinimumCoverage(share, "minimum-coverage")));
  }

  boolean list() {
    return list;
  }

  boolean everyPlace() {
    return everyPlace;
  }

  boolean fix() {
    return fix.isPresent();
  }

  /** What may be put right. */
  AutoFix.Rules fixRules() {
    return new AutoFix.Rules(fix.equals(Optional.of(FixedNames.TABLES)), new WritableFiles(root));
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean watch() {
    return watch;
  }
}
