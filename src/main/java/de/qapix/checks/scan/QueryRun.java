package de.qapix.checks.scan;

import de.qapix.checks.files.TextFiles;
import de.qapix.checks.query.FileReport;
import de.qapix.checks.query.QueryChecks;
import de.qapix.checks.server.FormerTables;
import de.qapix.checks.server.ServerDescriber;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks the queries of files against a database, over several connections. */
public final class QueryRun {

  private static final int WORTH_A_CONNECTION = 10;

  private final TextFiles texts;
  private final Server server;
  private final QueryProgress progress;

  public QueryRun(TextFiles texts, Server server, QueryProgress progress) {
    this.texts = texts;
    this.server = server;
    this.progress = progress;
  }

  /** Connects to the database. */
  public interface Server {
    ServerDescriber connect() throws SQLException;

    /** The tables that its migrations have made at some time. */
    default FormerTables formerTables() {
      return FormerTables.NONE;
    }
  }

  /** What there is to say about each of these files. */
  public SortedMap<Path, FileReport> check(Collection<ScannedFile> files)
      throws InterruptedException {
    SortedMap<Path, FileReport> reports = new TreeMap<>();
    List<ScannedFile> worthIt = files.stream().filter(ScannedFile::hasQueries).toList();
    if (!worthIt.isEmpty()) {
      List<FileReport> checked =
          ParallelMap.work(
              worthIt,
              WORTH_A_CONNECTION,
              this::begin,
              done -> progress.checked(done, worthIt.size()));
      for (int at = 0; at < worthIt.size(); at++) {
        reports.put(worthIt.get(at).path(), checked.get(at));
      }
    }
    files.forEach(file -> reports.computeIfAbsent(file.path(), path -> withoutQueries(file)));
    return reports;
  }

  private ParallelMap.Worker<ScannedFile, FileReport> begin() throws SQLException {
    ServerDescriber connection = server.connect();
    QueryChecks checks = QueryChecks.against(connection, server.formerTables());
    return new ParallelMap.Worker<>() {
      @Override
      public FileReport work(ScannedFile file) {
        return checks.check(file.content().orElseThrow());
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private FileReport withoutQueries(ScannedFile file) {
    Map<String, String> unread =
        file.unread().map(reason -> Map.of(texts.name(file.path()), reason)).orElse(Map.of());
    return FileReport.unread(unread);
  }
}
