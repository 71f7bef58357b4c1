package de.qapix.checks.query;

import static java.util.stream.Collectors.joining;

import de.qapix.TestDatabase;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.scan.SqlFiles;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.source.SourceScanner;
import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** A small schema to check queries against, on a database on which they are planned as well. */
final class TriedSchema implements AutoCloseable {

  private final TestDatabase database = TestDatabase.empty();
  private final ServerDescriber server;
  private final QueryChecks checks;

  TriedSchema(String definitions) throws SQLException {
    database.sql().execute(definitions);
    this.server = ServerDescriber.planning(database.dataSource(), "public");
    this.checks = QueryChecks.against(server);
  }

  ServerDescriber server() {
    return server;
  }

  /** A line for each finding in TypeScript: rule, line, what is written, what was meant. */
  String typescript(String text) {
    return told(
        checks.check(
            new SourceScanner(file -> Optional.empty())
                .scan(Path.of("q.ts"), new SourceText("q.ts", text))));
  }

  /** The same in SQL. */
  String sql(String text) {
    return told(checks.check(SqlFiles.read(new SourceText("q.sql", text))));
  }

  private static String told(FileReport report) {
    return report.findings().stream().map(TriedSchema::told).collect(joining("\n"));
  }

  private static String told(Finding finding) {
    return finding.rule().substring("query/".length())
        + " "
        + finding.place().orElseThrow().line()
        + " "
        + finding.subject()
        + finding.expected().map(meant -> " -> " + meant).orElse("");
  }

  @Override
  public void close() throws SQLException {
    server.close();
    database.close();
  }
}
