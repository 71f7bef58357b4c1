package de.qapix.checks.schema;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogDifference.Kind;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.OwnCatalog;
import de.qapix.catalog.SharedTableProblems;
import de.qapix.catalog.TableUse;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Severity;
import java.util.List;

/**
 * What differences mean for qapix's own tables and for the two that it shares. The shared ones
 * belong to the other application, which may add to them; what our commands need has to be there.
 */
final class OwnFindings {

  private final OwnCatalog ours;
  private final Catalog live;
  private final SharedTableProblems problems;
  private final List<TableUse> needs;
  private final boolean strict;

  /**
   * @param live the database that was compared with what is expected
   * @param strict whether additions to the shared tables are errors as well
   */
  OwnFindings(
      OwnCatalog ours, Catalog expected, Catalog live, List<TableUse> needs, boolean strict) {
    this.ours = ours;
    this.live = live;
    this.problems = new SharedTableProblems(expected, live);
    this.needs = List.copyOf(needs);
    this.strict = strict;
  }

  List<Finding> of(List<CatalogDifference> differences) {
    return differences.stream().map(this::of).toList();
  }

  private Finding of(CatalogDifference difference) {
    Severity severity =
        ours.isShared(difference.object())
            ? shared(difference)
            : DriftFindings.severity(difference);
    return DriftFindings.of(
        difference, severity, live, severity == Severity.ERROR ? broken(difference) : "");
  }

  private Severity shared(CatalogDifference difference) {
    if (difference.kind() == Kind.EXTRA) {
      return strict || problems.of(difference).isPresent() ? Severity.ERROR : Severity.NOTE;
    }
    if (DriftFindings.isComment(difference)) {
      return Severity.NOTE;
    }
    return problems.of(difference).isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  /** What is too much breaks nothing, unless it is a column that wants a value. */
  private String broken(CatalogDifference difference) {
    if (difference.kind() == Kind.EXTRA && problems.of(difference).isEmpty()) {
      return "";
    }
    ObjectName object = difference.object();
    boolean columnOrTable = object.kind() == ObjectKind.COLUMN || object.kind() == ObjectKind.TABLE;
    ObjectName concerned =
        columnOrTable && difference.kind() != Kind.EXTRA
            ? object
            : new ObjectName(ObjectKind.TABLE, object.schema(), object.table(), "");
    return needs.stream()
        .filter(need -> need.concerns(concerned))
        .map(TableUse::command)
        .distinct()
        .collect(joining(", "));
  }
}
