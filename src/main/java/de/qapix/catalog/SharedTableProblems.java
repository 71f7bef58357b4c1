package de.qapix.catalog;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.CatalogDifference.Kind;
import de.qapix.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether rows of ours can be written to the two shared tables. They belong to another application,
 * so they may have more columns than we know, and take nulls that we never write.
 */
public final class SharedTableProblems {

  private static final String NOT_NULL = "not null";

  private final Catalog expected;
  private final Catalog found;

  public SharedTableProblems(Catalog expected, Catalog found) {
    this.expected = expected;
    this.found = found;
  }

  /** All of them, one table after the other. */
  public List<TableProblem> all() {
    List<TableProblem> problems =
        CatalogComparison.between(expected, found).stream()
            .flatMap(difference -> of(difference).stream())
            .sorted(
                comparing(TableProblem::table)
                    .thenComparing(problem -> problem.kind() == TableProblem.Kind.DEMANDS_VALUE))
            .toList();
    Set<String> others =
        problems.stream()
            .filter(problem -> problem.kind() == TableProblem.Kind.NOT_A_TABLE)
            .map(TableProblem::table)
            .collect(toSet());
    return problems.stream()
        .filter(problem -> problem.column().isEmpty() || !others.contains(problem.table()))
        .toList();
  }

  /** What a difference in one of the tables keeps us from; mostly nothing. */
  public Optional<TableProblem> of(CatalogDifference difference) {
    return kind(difference)
        .map(
            kind ->
                switch (difference.object().kind()) {
                  case TABLE -> problem(kind, difference.object(), "");
                  case COLUMN -> problem(kind, difference.object(), difference.object().name());
                  default -> problem(kind, difference.object(), key(difference).orElseThrow());
                });
  }

  private Optional<TableProblem.Kind> kind(CatalogDifference difference) {
    return switch (difference.object().kind()) {
      case TABLE -> ofTable(difference);
      case COLUMN -> ofColumn(difference);
      case INDEX, CONSTRAINT ->
          key(difference).filter(key -> !isUnique(difference.object(), key)).stream()
              .map(key -> TableProblem.Kind.NOT_UNIQUE)
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<TableProblem.Kind> ofTable(CatalogDifference difference) {
    if (difference.kind() == Kind.MISSING) {
      return Optional.of(TableProblem.Kind.NO_TABLE);
    }
    boolean other =
        difference.trait().equals("type")
            && difference.found().filter("partitioned table"::equals).isEmpty();
    return other ? Optional.of(TableProblem.Kind.NOT_A_TABLE) : Optional.empty();
  }

  private Optional<TableProblem.Kind> ofColumn(CatalogDifference difference) {
    return switch (difference.kind()) {
      case MISSING -> Optional.of(TableProblem.Kind.NO_COLUMN);
      case EXTRA ->
          found
              .find(difference.object())
              .filter(SharedTableProblems::demandsValue)
              .map(column -> TableProblem.Kind.DEMANDS_VALUE);
      case CHANGED ->
          switch (difference.trait()) {
            case "type" -> Optional.of(TableProblem.Kind.RETYPED);
            case "generated", "identity" -> Optional.of(TableProblem.Kind.COMPUTED);
            case "nullability" ->
                difference
                    .found()
                    .filter(NOT_NULL::equals)
                    .map(text -> TableProblem.Kind.REFUSES_NULL);
            default -> Optional.empty();
          };
    };
  }

  private static boolean demandsValue(SchemaObject column) {
    return column.is("nullability", NOT_NULL)
        && column.trait("default").isEmpty()
        && column.trait("identity").isEmpty()
        && column.trait("generated").isEmpty();
  }

  /** The columns, as they are written, of a unique index by which rows are found again. */
  private static Optional<String> key(CatalogDifference difference) {
    return difference
        .expected()
        .filter(text -> text.contains("UNIQUE"))
        .map(text -> text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')));
  }

  /** By an index that {@code on conflict} can use: whole, valid and checked at once. */
  private boolean isUnique(ObjectName object, String key) {
    return found.objects().stream()
        .filter(other -> other.name().table().equals(object.table()))
        .filter(other -> other.name().schema().equals(object.schema()))
        .filter(other -> !other.is("validity", "invalid"))
        .flatMap(other -> other.trait("definition").stream())
        .filter(text -> text.contains("UNIQUE") || text.startsWith("PRIMARY KEY"))
        .anyMatch(
            text -> text.replaceFirst(" INCLUDE \\([^()]*\\)$", "").endsWith("(" + key + ")"));
  }

  private TableProblem problem(TableProblem.Kind kind, ObjectName object, String column) {
    ObjectName table = new ObjectName(ObjectKind.TABLE, object.schema(), object.table(), "");
    ObjectName part = new ObjectName(ObjectKind.COLUMN, object.schema(), object.table(), column);
    return new TableProblem(
        kind,
        table.sql(),
        String.join(", ", SqlTokens.names(column)),
        type(expected, part),
        type(found, part));
  }

  private static String type(Catalog catalog, ObjectName column) {
    return catalog.find(column).flatMap(object -> object.trait("type")).orElse("");
  }
}
