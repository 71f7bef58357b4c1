package de.qapix.checks.query;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the queries of files against a database, one file at a time. */
public final class QueryChecks {

  private final ServerDescriber server;
  private final Schema schema;

  private QueryChecks(ServerDescriber server, Schema schema) {
    this.server = server;
    this.schema = schema;
  }

  /** Against the database of a server, whose names are read once. */
  public static QueryChecks against(ServerDescriber server) {
    return new QueryChecks(server, Schema.of(server));
  }

  /** Checks all queries of a file. */
  public FileReport check(QueryFile file) {
    FileVerdicts judge = new FileVerdicts(server, schema, file);
    QueryIgnores ignores = new QueryIgnores(file);
    List<Finding> findings = new ArrayList<>();
    List<Fix> fixes = new ArrayList<>();
    List<FileReport.Skipped> places = new ArrayList<>();
    Map<String, Integer> skipped = new HashMap<>();
    Set<MappedText.Spot> known = new HashSet<>();
    SharedPieces shared = new SharedPieces();
    int branches = 0;
    for (Query query : file.queries()) {
      Verdict verdict = judge.judge(query);
      verdict
          .countedAs()
          .ifPresent(
              skip -> {
                skipped.merge(skip.word(), 1, Integer::sum);
                places.add(skipped(file, query, skip));
              });
      if (!query.whole()) {
        branches++;
        places.add(skipped(file, query, Skip.MORE_VARIANTS));
      }
      shared.add(verdict.errors(), file.source().place(query.start(), query.end()));
      for (QueryError error : verdict.errors()) {
        if (known.add(error.spot()) && !ignores.cover(error, query)) {
          findings.add(QueryFindings.of(error, file));
          fixes.addAll(QueryFindings.fixes(error));
        }
      }
    }
    findings.addAll(ignores.unused());
    int files = file.queries().isEmpty() ? 0 : 1;
    return new FileReport(
        findings.stream().map(shared::told).toList(),
        new Extent(files, file.queries().size(), skipped, branches, Map.of()),
        fixes,
        places);
  }

  private static FileReport.Skipped skipped(QueryFile file, Query query, Skip why) {
    return new FileReport.Skipped(file.source().place(query.start(), query.end()), why);
  }
}
