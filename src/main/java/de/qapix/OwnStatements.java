package de.qapix;

import static java.util.stream.Collectors.joining;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.query.FileReport;
import de.qapix.checks.query.QueryChecks;
import de.qapix.checks.scan.SqlFiles;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.text.SourceText;
import de.qapix.files.ResourceText;
import de.qapix.sql.Keywords;
import java.util.ArrayList;
import java.util.List;

/** The statements that our commands send, as a test has written them down. */
final class OwnStatements {

  private static final List<String> COMMANDS = List.of("sync", "verify", "runs", "rejects");

  private OwnStatements() {}

  /**
   * A finding for each command of which a database would refuse a statement.
   *
   * @param shared the schema of the two shared tables
   */
  static List<Finding> broken(ServerDescriber server, String shared) {
    if (server.acceptsAll(
        COMMANDS.stream().map(one -> statements(one, shared)).collect(joining()))) {
      return List.of();
    }
    QueryChecks checks = QueryChecks.against(server);
    List<Finding> findings = new ArrayList<>();
    for (String command : COMMANDS) {
      SourceText text = new SourceText("qapix " + command, statements(command, shared));
      FileReport report = checks.check(SqlFiles.read(text));
      report.findings().stream()
          .findFirst()
          .ifPresent(first -> findings.add(broken(text.file(), first)));
    }
    return findings;
  }

  private static Finding broken(String command, Finding first) {
    return Finding.error("statement/refused", command)
        .found(first.subject())
        .withArguments(first.arguments().get(0));
  }

  private static String statements(String command, String shared) {
    return ResourceText.read(OwnStatements.class, "statements/" + command + ".sql")
        .replace("\"public\".", Keywords.inQuotes(shared) + ".");
  }
}
