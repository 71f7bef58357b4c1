package de.qapix.cli.schema;

import de.qapix.checks.autofix.AutoFix;
import de.qapix.checks.files.FixedFile;
import de.qapix.checks.files.TextFiles;
import de.qapix.checks.files.WritableFiles;
import de.qapix.checks.finding.ListedQuery;
import de.qapix.checks.finding.Listing;
import de.qapix.checks.finding.Place;
import de.qapix.checks.query.FileReport;
import de.qapix.checks.scan.QueryList;
import de.qapix.checks.scan.QueryRun;
import de.qapix.checks.scan.QueryScan;
import de.qapix.checks.scan.ScannedFile;
import de.qapix.checks.text.SourceReaders;
import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.schema.CheckRunner.Reporter;
import de.qapix.data.api.TimeBox;
import de.qapix.files.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The course of a check of queries: found, checked, mended, told, and again when files change. */
final class QueryCheck {

  private final QueryOptions options;
  private final Optional<Path> migrations;
  private final Reporter reporter;
  private final TextFiles texts = new TextFiles(Path.of(""));
  private final CheckProgress progress;
  private final QueryScan scan;
  private final SortedSet<Path> paths;
  private SortedMap<Path, ScannedFile> files = new TreeMap<>();
  private SortedMap<Path, FileReport> reports = new TreeMap<>();

  /** Looks for the files at once, so that what is not there is told before anything is done. */
  QueryCheck(
      QueryOptions options, Optional<Path> migrations, SourceReaders sources, Reporter reporter) {
    this.options = options;
    this.migrations = migrations;
    this.reporter = reporter;
    this.progress = reporter.progress();
    this.scan = new QueryScan(texts, sources, options.watch(), progress);
    this.paths = options.files(migrations);
  }

  /** Has something done with connections to what queries are checked against. */
  interface Schema {
    void with(SchemaChecks.QueryWork work) throws IOException, InterruptedException, SQLException;
  }

  /**
   * Checks, and tells about it.
   *
   * @param result puts together what is told
   */
  void run(QueryResult result, Workplace place, Schema schema)
      throws IOException, InterruptedException, SQLException {
    if (options.watch()) {
      watch(result, place, schema);
      return;
    }
    files = scan.scan(paths);
    if (files.values().stream().noneMatch(ScannedFile::hasQueries)) {
      reports = new QueryRun(texts, () -> null, progress).check(files.values());
      tell(result);
      return;
    }
    schema.with(server -> check(new QueryRun(texts, server, progress), result));
  }

  private void check(QueryRun run, QueryResult result) throws IOException, InterruptedException {
    reports = run.check(files.values());
    if (options.fix()) {
      mend(run);
    }
    tell(result);
  }

  private void tell(QueryResult result) throws IOException, InterruptedException {
    progress.close();
    result.skipped(reports.values(), reporter.terminal());
    SortedMap<Path, FileReport> checked = reports;
    reporter.tell(
        new PendingResult(
            FileReport.of(checked.values()).right(),
            elsewhere -> result(result, without(checked, elsewhere))));
  }

  private static FileReport without(SortedMap<Path, FileReport> reports, Set<Place> elsewhere) {
    return FileReport.of(
        reports.values().stream().map(report -> report.without(elsewhere)).toList());
  }

  private CheckResult result(QueryResult result, FileReport all) {
    return result.of(all, new Listing(options.everyPlace(), queries(all)));
  }

  private Optional<List<ListedQuery>> queries(FileReport all) {
    return options.list() ? Optional.of(QueryList.of(files.values(), all)) : Optional.empty();
  }

  private void mend(QueryRun run) throws InterruptedException {
    AutoFix.Mended mended = new AutoFix(texts, scan, run, options.fixRules()).mend(files, reports);
    mended.unchanged().forEach(this::tellUnchanged);
    for (FixedFile file : mended.files()) {
      file.difference().forEach(reporter::show);
      if (!options.dryRun()) {
        write(file);
      }
    }
    if (!options.dryRun()) {
      reports = mended.reports();
      files = options.list() ? scan.scan(paths) : files;
    }
    String key = options.dryRun() ? "queries.would-fix" : "queries.fixed";
    reporter.terminal().say(reporter.messages().text(key, mended.files().size()));
  }

  private void tellUnchanged(AutoFix.Unchanged file) {
    String why = file.refusal().map(WritableFiles.Refusal::word).orElse("new");
    String place = file.place().map(Place::toString).orElse("");
    reporter
        .terminal()
        .say(reporter.messages().text("queries.unchanged." + why, file.file(), place));
  }

  private void write(FixedFile file) {
    try {
      boolean moved = options.fixRules().writable().refusal(file.path()).isPresent();
      if (moved || !file.write()) {
        throw new WrongUseException("use.fix.changed", file.name());
      }
    } catch (IOException broken) {
      throw new WrongUseException("use.fix", file.name(), IoReason.of(broken));
    }
  }

  /** Begins to watch before it reads, so that no change is missed. */
  private void watch(QueryResult result, Workplace place, Schema schema)
      throws IOException, InterruptedException, SQLException {
    try (WatchedFiles interest = new WatchedFiles(texts, options.folders())) {
      interest.expect(paths);
      files = scan.scan(paths);
      interest.watch(files.values());
      schema.with(
          server -> {
            QueryRun run = new QueryRun(texts, server, progress);
            check(run, result);
            reporter.terminal().say(reporter.messages().text("queries.watching"));
            watch(interest, run, result, place);
          });
    }
  }

  private void watch(WatchedFiles interest, QueryRun run, QueryResult result, Workplace place)
      throws IOException, InterruptedException {
    TimeBox box = new TimeBox(Duration.ZERO, () -> 0L);
    place.interruption().finishesOnSignal();
    place.interruption().ends(box);
    while (!box.passed() && reporter.isHeard()) {
      if (interest.changed(() -> options.filesLeft(migrations))) {
        files.keySet().removeAll(interest.gone());
        reports.keySet().removeAll(interest.gone());
        SortedMap<Path, ScannedFile> again = scan.scan(interest.again());
        files.putAll(again);
        reports.putAll(run.check(again.values()));
        interest.watch(files.values());
        reporter.again();
        tell(result);
      }
    }
  }
}
