package de.qapix.checks.query;

import de.qapix.checks.files.FileKind;
import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.fix.QueryFixes;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the report about a file of what is decided about each of its queries. */
final class FileChecks {

  /** Where texts that nobody sends are inputs and expectations. */
  private static final Pattern TEST =
      Pattern.compile(
          "(^|/)(__tests__|__mocks__|tests?|spec|e2e|fixtures)/|\\.(test|spec|stories)\\.\\w+$");

  private final QueryFile file;
  private final List<Verdict> verdicts;
  private final QueryIgnores ignores;
  private final Corrections corrections;
  private final boolean isSql;
  private final boolean fits;
  private final boolean fitsMostly;
  private final boolean isOfOther;
  private final boolean isTest;
  private final List<Finding> findings = new ArrayList<>();
  private final List<QueryFixes> fixes = new ArrayList<>();
  private final List<FileReport.Skipped> places = new ArrayList<>();
  private final List<FileReport.QueryInDoubt> inDoubt = new ArrayList<>();
  private final Set<String> clients = new HashSet<>();
  private final Set<Place> right = new HashSet<>();
  private final Map<String, Integer> skipped = new HashMap<>();
  private final Set<MappedText.Spot> known = new HashSet<>();
  private final SharedPieces shared = new SharedPieces();

  FileChecks(QueryFile file, FileVerdicts judge) {
    this.file = file;
    this.verdicts = file.queries().stream().map(judge::judge).toList();
    this.corrections = new Corrections(file);
    this.ignores = new QueryIgnores(file);
    this.isTest = TEST.matcher(file.source().file()).find();
    this.isSql = FileKind.SQL.fits(Path.of(file.source().file()));
    this.fits = count(TableFit.KNOWN, TableFit.ALIKE) > 0;
    long known = count(TableFit.KNOWN);
    this.fitsMostly =
        known > 0 && known >= count(TableFit.ALIKE, TableFit.ELSEWHERE, TableFit.UNKNOWN);
    this.isOfOther = !fits && verdicts.stream().anyMatch(Verdict::isOfOther);
  }

  private long count(TableFit... fits) {
    List<TableFit> wanted = List.of(fits);
    return verdicts.stream().filter(verdict -> wanted.contains(verdict.tables())).count();
  }

  FileReport report() {
    int branches = 0;
    for (int at = 0; at < verdicts.size(); at++) {
      Query query = file.queries().get(at);
      add(query, verdicts.get(at));
      if (!query.whole()) {
        branches++;
        places.add(new FileReport.Skipped(place(query), Skip.MORE_VARIANTS));
      }
    }
    findings.addAll(ignores.unused());
    int files = verdicts.isEmpty() ? 0 : 1;
    Extent extent = new Extent(files, verdicts.size(), skipped, branches, Map.of());
    return new FileReport(
        findings.stream().map(shared::told).toList(),
        extent,
        fixes,
        places,
        inDoubt.stream().map(query -> query.with(shared::told)).toList(),
        clients,
        right);
  }

  private void add(Query query, Verdict verdict) {
    if (verdict.tables() == TableFit.KNOWN && !query.client().isEmpty()) {
      clients.add(query.client());
    }
    if (verdict.isRight()) {
      right.add(place(query));
    }
    List<QueryError> open =
        verdict.errors().stream().filter(error -> !ignores.cover(error, query)).toList();
    List<QueryError> errors = open.stream().filter(error -> !known.contains(error.spot())).toList();
    List<Finding> found = errors.stream().map(error -> QueryFindings.of(error, file)).toList();
    boolean foreign = verdict.tables() == TableFit.ELSEWHERE || isOfTool(errors);
    boolean strange = !errors.isEmpty() && (foreign || !isForThisDatabase(query, verdict));
    if (strange && isOfOther) {
      skip(query, Skip.OTHER_DATABASE);
      return;
    }
    shared.add(verdict.errors(), place(query));
    if (strange) {
      inDoubt.add(new FileReport.QueryInDoubt(query.client(), place(query), found));
      return;
    }
    verdict
        .countedAs()
        .ifPresent(why -> skip(query, isOfOthers(query) ? Skip.OTHER_DATABASE : why));
    errors.forEach(error -> known.add(error.spot()));
    fixes.add(corrections.of(open, query));
    findings.addAll(found);
  }

  /** Whether something tells that it is, be it that no other database could be meant. */
  private boolean isForThisDatabase(Query query, Verdict verdict) {
    if (isCertain(query) || verdict.tables() == TableFit.SYSTEM) {
      return true;
    }
    if (!query.recipient().sent()) {
      return fitsMostly
          && !isTest
          && verdict.errors().stream().allMatch(error -> isAboutNames(error, verdict));
    }
    boolean client = verdict.tables() == TableFit.NO_TABLE && query.library().isPresent();
    return fits || client;
  }

  /** Whether nobody sends it, in a file whose queries are for other databases. */
  private boolean isOfOthers(Query query) {
    boolean others = isOfOther || (!fits && count(TableFit.UNKNOWN, TableFit.ELSEWHERE) > 0);
    return others && !isCertain(query) && !query.recipient().sent();
  }

  /** Whether it is a column of tables that are there, or a name that is almost one of theirs. */
  private static boolean isAboutNames(QueryError error, Verdict verdict) {
    return switch (error.kind()) {
      case FOLDED_ALIAS -> true;
      case UNKNOWN_COLUMN, MISSING_FROM, MISSING_VALUE ->
          verdict.tables() == TableFit.KNOWN || error.suggestion().isPresent();
      case SYNTAX -> false;
      default -> error.suggestion().isPresent();
    };
  }

  private boolean isCertain(Query query) {
    return isSql || query.library().filter(Library.PRISMA::equals).isPresent();
  }

  /** Whether all that is missing is a table that Prisma makes for itself. */
  private static boolean isOfTool(List<QueryError> errors) {
    return errors.stream().allMatch(error -> error.written().contains("_prisma_migrations"));
  }

  private void skip(Query query, Skip why) {
    skipped.merge(why.word(), 1, Integer::sum);
    places.add(new FileReport.Skipped(place(query), why));
  }

  private Place place(Query query) {
    return file.source().place(query.start(), query.end());
  }
}
