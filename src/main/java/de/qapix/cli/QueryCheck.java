package de.qapix.cli;

import de.qapix.api.TimeBox;
import de.qapix.cli.CheckRunner.Checked;
import de.qapix.cli.CheckRunner.Desk;
import de.qapix.finding.Finding;
import de.qapix.finding.Findings;
import de.qapix.query.FileReport;
import de.qapix.query.FixedFile;
import de.qapix.query.Mending;
import de.qapix.query.QueryRun;
import de.qapix.query.QueryScan;
import de.qapix.query.ScannedFile;
import de.qapix.query.SourceReaders;
import de.qapix.query.TextFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The course of a check of queries: found, checked, mended, told, and again when files change. */
final class QueryCheck {

  private final QueryOptions options;
  private final Optional<Path> migrations;
  private final Desk desk;
  private final TextFiles texts = new TextFiles(Path.of(""));
  private final QueryScan scan;
  private SortedMap<Path, ScannedFile> files;
  private SortedMap<Path, FileReport> reports = new TreeMap<>();

  /** Looks for the files at once, so that what is not there is told before anything is done. */
  QueryCheck(QueryOptions options, Optional<Path> migrations, SourceReaders sources, Desk desk)
      throws InterruptedException {
    this.options = options;
    this.migrations = migrations;
    this.desk = desk;
    this.scan = new QueryScan(texts, sources, options.watch());
    this.files = scan.scan(options.files(migrations));
  }

  /** Has something done with connections to what queries are checked against. */
  interface Schema {
    void with(SchemaChecks.QueryWork work) throws IOException, InterruptedException, SQLException;
  }

  /** Whether migrations do not even run, so that there is nothing to check queries against. */
  static boolean cannotBeMade(Findings findings) {
    return findings.all().stream()
        .map(Finding::rule)
        .anyMatch(
            List.of("migration/does-not-apply", "migration/too-slow", "migration/psql-command")
                ::contains);
  }

  /**
   * Checks, and tells about it.
   *
   * @param checked what was found before
   * @param ours whether the queries are checked against nothing but our own tables
   */
  void run(Checked checked, Workplace place, boolean ours, Schema schema)
      throws IOException, InterruptedException, SQLException {
    QueryResult result = new QueryResult(checked, ours, options.minCoverage(), desk.messages());
    if (!options.watch() && files.values().stream().noneMatch(ScannedFile::hasQueries)) {
      reports = new QueryRun(texts, () -> null).check(files.values());
      desk.tell(result.of(reports.values()));
      return;
    }
    schema.with(server -> run(server, result, place));
    if (reports.isEmpty()) {
      desk.tell(result.notChecked());
    }
  }

  private void run(QueryRun.Server server, QueryResult result, Workplace place)
      throws IOException, InterruptedException {
    QueryRun run = new QueryRun(texts, server);
    reports = run.check(files.values());
    if (options.fix()) {
      mend(run);
    }
    tell(result);
    if (options.watch()) {
      watch(run, result, place);
    }
  }

  private void tell(QueryResult result) throws IOException {
    result.skipped(reports.values(), desk.terminal());
    desk.tell(result.of(reports.values()));
  }

  private void mend(QueryRun run) throws InterruptedException {
    Mending.Mended mended = new Mending(texts, scan, run).mend(files, reports);
    for (FixedFile file : mended.files()) {
      file.difference().forEach(desk::show);
      if (!options.dryRun()) {
        write(file);
      }
    }
    if (!options.dryRun()) {
      reports = mended.reports();
    }
    String key = options.dryRun() ? "queries.would-fix" : "queries.fixed";
    desk.terminal().say(desk.messages().text(key, mended.files().size()));
  }

  private static void write(FixedFile file) {
    try {
      if (!file.write()) {
        throw new WrongUseException("use.fix.changed", file.name());
      }
    } catch (IOException broken) {
      throw new WrongUseException("use.fix", file.name(), String.valueOf(broken.getMessage()));
    }
  }

  private void watch(QueryRun run, QueryResult result, Workplace place)
      throws IOException, InterruptedException {
    TimeBox box = new TimeBox(Duration.ZERO, () -> 0L);
    place.interruption().ends(box);
    try (FilesOfInterest interest = new FilesOfInterest(texts, options.folders())) {
      desk.terminal().say(desk.messages().text("queries.watching"));
      interest.watch(files.values());
      while (!box.passed()) {
        if (interest.changed(() -> options.files(migrations))) {
          files.keySet().removeAll(interest.gone());
          reports.keySet().removeAll(interest.gone());
          SortedMap<Path, ScannedFile> again = scan.scan(interest.again());
          files.putAll(again);
          reports.putAll(run.check(again.values()));
          interest.watch(files.values());
          desk.again();
          tell(result);
        }
      }
    }
  }
}
