package de.qapix.checks.schema;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogDifference.Kind;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.OwnCatalog;
import de.qapix.catalog.TableUse;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Severity;
import java.util.List;

/**
 * What differences mean for qapix's own tables and for the two that it shares. The shared ones
 * belong to the other application, which may add to them; what our commands need has to be there.
 */
public final class OwnFindings {

  private static final String NOT_NULL = "not null";

  private final OwnCatalog ours;
  private final Catalog live;
  private final List<TableUse> needs;
  private final boolean strict;

  /**
   * @param live the database that was compared
   * @param strict whether additions to the shared tables are errors as well
   */
  public OwnFindings(OwnCatalog ours, Catalog live, List<TableUse> needs, boolean strict) {
    this.ours = ours;
    this.live = live;
    this.needs = List.copyOf(needs);
    this.strict = strict;
  }

  public List<Finding> of(List<CatalogDifference> differences) {
    return differences.stream().map(this::of).toList();
  }

  private Finding of(CatalogDifference difference) {
    Severity severity = ours.isShared(difference.object()) ? shared(difference) : own(difference);
    return DriftFindings.of(
        difference, severity, live, severity == Severity.ERROR ? broken(difference) : "");
  }

  private static Severity own(CatalogDifference difference) {
    return difference.trait().equals("comment") ? Severity.WARNING : Severity.ERROR;
  }

  private Severity shared(CatalogDifference difference) {
    if (difference.kind() == Kind.EXTRA) {
      return strict || demandsValue(difference) ? Severity.ERROR : Severity.NOTE;
    }
    if (difference.trait().equals("comment")) {
      return Severity.NOTE;
    }
    return isNeeded(difference) ? Severity.ERROR : Severity.WARNING;
  }

  /** A column of the other application that a row of ours could not fill. */
  private boolean demandsValue(CatalogDifference difference) {
    return difference.object().kind() == ObjectKind.COLUMN
        && live.find(difference.object())
            .filter(column -> column.trait("nullability").filter(NOT_NULL::equals).isPresent())
            .filter(column -> column.trait("default").isEmpty())
            .filter(column -> column.trait("identity").isEmpty())
            .filter(column -> column.trait("generated").isEmpty())
            .isPresent();
  }

  private boolean isNeeded(CatalogDifference difference) {
    return switch (difference.object().kind()) {
      case TABLE -> difference.kind() == Kind.MISSING || difference.trait().equals("type");
      case COLUMN -> isNeededColumn(difference);
      case INDEX, CONSTRAINT -> isKey(difference);
      default -> false;
    };
  }

  private static boolean isNeededColumn(CatalogDifference difference) {
    if (difference.kind() == Kind.MISSING) {
      return true;
    }
    return switch (difference.trait()) {
      case "type", "generated", "identity" -> true;
      case "nullability" -> difference.found().filter(NOT_NULL::equals).isPresent();
      default -> false;
    };
  }

  /** Rows are found again by their keys, so these must be unique. */
  private boolean isKey(CatalogDifference difference) {
    return difference
        .expected()
        .filter(text -> text.contains("UNIQUE") || text.startsWith("PRIMARY KEY"))
        .filter(text -> !isUniqueAnyway(difference.object(), columns(text)))
        .isPresent();
  }

  /** By another index or constraint than the migrations would have made. */
  private boolean isUniqueAnyway(ObjectName object, String columns) {
    return live.objects().stream()
        .filter(other -> other.name().table().equals(object.table()))
        .filter(other -> other.name().schema().equals(object.schema()))
        .flatMap(other -> other.trait("definition").stream())
        .filter(text -> text.contains("UNIQUE") || text.startsWith("PRIMARY KEY"))
        .anyMatch(text -> text.endsWith(columns));
  }

  private static String columns(String definition) {
    return definition.substring(definition.indexOf('('));
  }

  /** What is too much breaks nothing, unless it is a column that wants a value. */
  private String broken(CatalogDifference difference) {
    if (difference.kind() == Kind.EXTRA && !demandsValue(difference)) {
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
