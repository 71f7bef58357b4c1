package de.qapix.checks.diff;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces statements that keep others from writing for long by several that do not. Tables that
 * the plan makes have no rows, and partitioned ones know no indexes that are made meanwhile.
 */
public final class OnlineSteps {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
  private static final String ALTER = "alter table (" + NAME + "\\." + NAME + ") ";
  private static final Pattern INDEX =
      Pattern.compile("(CREATE (?:UNIQUE )?INDEX )(.*? ON (" + NAME + "\\." + NAME + ") .*)");
  private static final Pattern DROP_INDEX = Pattern.compile("drop index (.+)");
  private static final Pattern KEY =
      Pattern.compile(ALTER + "add constraint (" + NAME + ") (UNIQUE|PRIMARY KEY)( .*)");
  private static final Pattern DEFERRED = Pattern.compile("( DEFERRABLE.*)$");
  private static final Pattern CONSTRAINT =
      Pattern.compile(
          ALTER + "add constraint (" + NAME + ") (?:CHECK|FOREIGN KEY) .*", Pattern.DOTALL);
  private static final Pattern NOT_NULL =
      Pattern.compile(ALTER + "alter column (" + NAME + ") set not null");

  private final Set<String> tables;
  private final Set<String> indexes;

  private OnlineSteps(CatalogObjects from) {
    tables =
        from.all()
            .filter(object -> object.name().kind() == ObjectKind.TABLE)
            .filter(object -> object.is("table") || object.is("materialized view"))
            .map(object -> object.name().sql())
            .collect(Collectors.toSet());
    indexes =
        from.all()
            .filter(object -> object.name().kind() == ObjectKind.INDEX && !object.isInherited())
            .map(SchemaObject::name)
            .filter(name -> tables.contains(name.parent().sql()))
            .map(OnlineSteps::indexName)
            .collect(Collectors.toSet());
  }

  private static String indexName(ObjectName index) {
    return index.schema() + "." + index.name();
  }

  /**
   * The plan in such steps.
   *
   * @param from the database before it
   */
  public static List<Change> of(List<Change> plan, Catalog from) {
    OnlineSteps steps = new OnlineSteps(new CatalogObjects(from));
    return plan.stream().flatMap(steps::steps).toList();
  }

  private Stream<Change> steps(Change change) {
    return change instanceof Change.Statement statement
        ? Stream.of(index(statement), key(statement), constraint(statement), notNull(statement))
            .flatMap(Optional::stream)
            .findFirst()
            .map(List::stream)
            .orElseGet(() -> Stream.of(change))
        : Stream.of(change);
  }

  private Optional<List<Change>> index(Change.Statement statement) {
    Matcher index = INDEX.matcher(statement.sql());
    if (index.matches() && tables.contains(index.group(3))) {
      return one(index.group(1) + "CONCURRENTLY " + index.group(2));
    }
    Matcher drop = DROP_INDEX.matcher(statement.sql());
    return drop.matches() && indexes.contains(drop.group(1))
        ? one("drop index concurrently " + drop.group(1))
        : Optional.empty();
  }

  private static Optional<List<Change>> one(String sql) {
    return Optional.of(List.of(Change.safe(sql)));
  }

  private Optional<List<Change>> key(Change.Statement statement) {
    Matcher key = KEY.matcher(statement.sql());
    if (!key.matches() || !tables.contains(key.group(1))) {
      return Optional.empty();
    }
    Matcher deferred = DEFERRED.matcher(key.group(4));
    String when = deferred.find() ? deferred.group(1) : "";
    String columns = key.group(4).substring(0, key.group(4).length() - when.length());
    return Optional.of(
        List.of(
            Change.safe(
                "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s%s"
                    .formatted(key.group(2), key.group(1), indexed(columns))),
            Change.safe(
                "alter table %s add constraint %s %s using index %2$s%s"
                    .formatted(key.group(1), key.group(2), key.group(3), when))));
  }

  /** An index tells behind its columns whether nulls are distinct. */
  private static String indexed(String columns) {
    String nulls = " NULLS NOT DISTINCT";
    return columns.startsWith(nulls) ? columns.substring(nulls.length()) + nulls : columns;
  }

  private Optional<List<Change>> constraint(Change.Statement statement) {
    Matcher constraint = CONSTRAINT.matcher(statement.sql());
    return constraint.matches()
            && tables.contains(constraint.group(1))
            && !statement.sql().endsWith(" NOT VALID")
        ? Optional.of(
            List.of(
                Change.safe(statement.sql() + " NOT VALID"),
                validate(constraint.group(1), constraint.group(2))))
        : Optional.empty();
  }

  private static Change.Statement validate(String table, String constraint) {
    return Change.safe("alter table " + table + " validate constraint " + constraint);
  }

  private Optional<List<Change>> notNull(Change.Statement statement) {
    Matcher column = NOT_NULL.matcher(statement.sql());
    if (!column.matches() || !tables.contains(column.group(1))) {
      return Optional.empty();
    }
    String start = "alter table " + column.group(1);
    String check = SerialColumn.longer(column.group(2), "_is_not_null");
    return Optional.of(
        List.of(
            Change.safe(
                start
                    + " add constraint "
                    + check
                    + " CHECK ("
                    + column.group(2)
                    + " IS NOT NULL) NOT VALID"),
            Change.needingValues(validate(column.group(1), check).sql()),
            Change.safe(statement.sql()),
            Change.safe(start + " drop constraint " + check)));
  }
}
