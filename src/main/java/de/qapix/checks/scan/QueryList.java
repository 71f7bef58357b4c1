package de.qapix.checks.scan;

import static java.util.stream.Collectors.joining;

import de.qapix.checks.finding.ListedQuery;
import de.qapix.checks.finding.Place;
import de.qapix.checks.query.FileReport;
import de.qapix.checks.query.Skip;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** All queries of files, in the order in which they are written, and what became of each. */
public final class QueryList {

  private static final int LONGEST = 60;

  private final Map<Place, Queue<String>> skipped = new HashMap<>();

  private QueryList(FileReport report) {
    for (FileReport.Skipped each : report.skipped()) {
      if (each.why() != Skip.MORE_VARIANTS) {
        skipped.computeIfAbsent(each.place(), any -> new ArrayDeque<>()).add(each.why().word());
      }
    }
  }

  /**
   * Of files.
   *
   * @param report about all of them
   */
  public static List<ListedQuery> of(Collection<ScannedFile> files, FileReport report) {
    QueryList list = new QueryList(report);
    List<ListedQuery> queries = new ArrayList<>();
    for (ScannedFile scanned : files) {
      scanned
          .content()
          .ifPresent(
              file -> file.queries().forEach(query -> queries.add(list.listed(file, query))));
    }
    return queries;
  }

  /** Each reason belongs to one query, also where several begin with the same piece. */
  private ListedQuery listed(QueryFile file, Query query) {
    Place place = file.source().place(query.start(), query.end());
    Optional<String> why = Optional.ofNullable(skipped.get(place)).map(Queue::poll);
    Optional<String> library =
        query.library().map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return new ListedQuery(place, library, why, firstWords(query.variants().get(0)));
  }

  private static String firstWords(List<Piece> text) {
    String sql = text.stream().map(QueryList::written).collect(joining()).strip();
    String line = sql.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
  }

  private static String written(Piece piece) {
    return piece instanceof Hole hole ? "${" + hole.code() + "}" : ((Literal) piece).sql();
  }
}
