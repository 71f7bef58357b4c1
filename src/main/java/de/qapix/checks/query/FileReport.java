package de.qapix.checks.query;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.fix.QueryFixes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was found in a file, or in some.
 *
 * @param fixes for those findings that can only be meant in one way
 * @param skipped the queries that were not looked at whole
 * @param inDoubt the queries of which no table is known: those that have to be decided about, or,
 *     of all files together, those that are another database's
 * @param clients that send queries which name tables of the database
 * @param right the queries that name tables of the database and in which nothing is wrong
 */
public record FileReport(
    List<Finding> findings,
    Extent extent,
    List<QueryFixes> fixes,
    List<Skipped> skipped,
    List<QueryInDoubt> inDoubt,
    Set<String> clients,
    Set<Place> right) {

  public FileReport {
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
    skipped = List.copyOf(skipped);
    inDoubt = List.copyOf(inDoubt);
    clients = Set.copyOf(clients);
    right = Set.copyOf(right);
  }

  /** A query that was not looked at whole. */
  public record Skipped(Place place, Skip why) {}

  /**
   * A query of which no table is known.
   *
   * @param client that sends it; empty where it is not known
   * @param findings what is wrong with it if it is meant for this database
   */
  public record QueryInDoubt(String client, Place place, List<Finding> findings) {

    public QueryInDoubt {
      findings = List.copyOf(findings);
    }

    QueryInDoubt with(UnaryOperator<Finding> change) {
      return new QueryInDoubt(client, place, findings.stream().map(change).toList());
    }
  }

  /**
   * Nothing but files that were not read.
   *
   * @param unread the reason for each
   */
  public static FileReport unread(Map<String, String> unread) {
    Extent extent = new Extent(0, 0, Map.of(), 0, unread);
    return new FileReport(List.of(), extent, List.of(), List.of(), List.of(), Set.of(), Set.of());
  }

  /**
   * The same without what is wrong in queries that are meant for another database.
   *
   * @param elsewhere the queries in which nothing is wrong there
   */
  public FileReport without(Set<Place> elsewhere) {
    Set<Place> others = new LinkedHashSet<>();
    List<Finding> own = new ArrayList<>();
    for (Finding finding : findings) {
      Set<Place> breaks = new LinkedHashSet<>(finding.breaks());
      breaks.removeAll(elsewhere);
      finding.breaks().stream().filter(elsewhere::contains).forEach(others::add);
      if (finding.breaks().isEmpty() || !breaks.isEmpty()) {
        own.add(finding.breaking(breaks));
      }
    }
    List<QueryInDoubt> left = new ArrayList<>(inDoubt);
    left.removeIf(query -> elsewhere.contains(query.place()));
    inDoubt.stream().map(QueryInDoubt::place).filter(elsewhere::contains).forEach(others::add);
    List<Skipped> places = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>(extent.skipped());
    for (Skipped each : skipped) {
      boolean other = elsewhere.contains(each.place()) && each.why() != Skip.MORE_VARIANTS;
      if (other) {
        counts.merge(each.why().word(), -1, Integer::sum);
        counts.merge(Skip.OTHER_DATABASE.word(), 1, Integer::sum);
      }
      places.add(other ? new Skipped(each.place(), Skip.OTHER_DATABASE) : each);
    }
    others.forEach(query -> places.add(new Skipped(query, Skip.OTHER_DATABASE)));
    counts.values().removeIf(count -> count == 0);
    Extent counted =
        new Extent(extent.files(), extent.queries(), counts, extent.branches(), extent.unread());
    return new FileReport(
        own, counted.plus(ofOthers(others.size())), fixes, places, left, clients, right);
  }

  private static Extent ofOthers(int count) {
    Map<String, Integer> skipped =
        count == 0 ? Map.of() : Map.of(Skip.OTHER_DATABASE.word(), count);
    return new Extent(0, 0, skipped, 0, Map.of());
  }

  /**
   * All together. What several files share is told once. A query of which no table is known is for
   * this database if its client sends others that are.
   */
  public static FileReport of(Collection<FileReport> reports) {
    List<Finding> findings = new ArrayList<>();
    List<QueryFixes> fixes = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    List<QueryInDoubt> others = new ArrayList<>();
    Set<String> clients = new HashSet<>();
    Set<Place> right = new HashSet<>();
    reports.forEach(report -> clients.addAll(report.clients()));
    reports.forEach(report -> right.addAll(report.right()));
    Extent extent = reports.stream().map(FileReport::extent).reduce(Extent.NONE, Extent::plus);
    for (FileReport report : reports) {
      findings.addAll(report.findings());
      fixes.addAll(report.fixes());
      skipped.addAll(report.skipped());
      for (QueryInDoubt query : report.inDoubt()) {
        if (clients.contains(query.client())) {
          findings.addAll(query.findings());
        } else {
          skipped.add(new Skipped(query.place(), Skip.OTHER_DATABASE));
          others.add(query);
        }
      }
    }
    return new FileReport(
        SharedPieces.merged(findings),
        extent.plus(ofOthers(others.size())),
        fixes,
        skipped,
        others,
        clients,
        right);
  }
}
