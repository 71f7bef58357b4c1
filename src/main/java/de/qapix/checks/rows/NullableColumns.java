package de.qapix.checks.rows;

import de.qapix.checks.names.OutputColumn;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells which columns of a result can be null. It says so only where nothing in the statement seems
 * to keep the nulls out: a column that is named in a condition may be there for that.
 */
public final class NullableColumns {

  /** Without rows they are null, where count is 0. */
  private static final Set<String> NULL_WITHOUT_ROWS =
      Set.of(
          """
          sum avg min max string_agg array_agg json_agg jsonb_agg json_object_agg jsonb_object_agg
          bool_and bool_or every\
          """
              .split("\\s", -1));

  /** Why a column can be null. */
  public enum Reason {
    COLUMN("column"),
    OUTER_JOIN("outer-join"),
    AGGREGATE("aggregate");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** As the keys of words have it. */
    public String word() {
      return word;
    }
  }

  /** What the database knows of its tables. */
  public interface Tables {

    /** The name of a column of a table that takes null; nothing for all others. */
    Optional<String> nullable(ResultColumn column);

    /** The names of the columns of a table; none where it is not known. */
    List<String> columns(List<String> table);

    /** Whether each row of a table refers to one of another. */
    boolean refers(List<String> table, List<String> other);
  }

  private final SqlTokens tokens;
  private final QueryScope root;
  private final Tables tables;

  public NullableColumns(SqlTokens tokens, QueryScope root, Tables tables) {
    this.tokens = tokens;
    this.root = root;
    this.tables = tables;
  }

  /** Why the column of that number can be null; nothing where it may well never be. */
  public Optional<Reason> reason(List<ResultColumn> columns, int number) {
    Optional<OutputColumn> item = item(columns, number);
    if (tables.nullable(columns.get(number)).filter(name -> !isNeeded(name)).isPresent()) {
      return Optional.of(Reason.COLUMN);
    }
    if (item.filter(this::isOfOuterJoin).isPresent()) {
      return Optional.of(Reason.OUTER_JOIN);
    }
    return item.filter(this::isAggregate).map(any -> Reason.AGGREGATE);
  }

  /** What is written for it in the select list. */
  private Optional<OutputColumn> item(List<ResultColumn> columns, int number) {
    List<OutputColumn> items = root.outputs();
    boolean each = items.stream().allMatch(item -> item.from() >= 0 && !isStar(item));
    return each && items.size() == columns.size()
        ? Optional.of(items.get(number))
        : Optional.empty();
  }

  private boolean isStar(OutputColumn item) {
    return tokens.isSymbol(item.to() - 1, '*');
  }

  /** Whether a name stands where it may keep rows out; what is inserted may need no name. */
  private boolean isNeeded(String name) {
    return tokens.has("insert")
        || isNeeded(at -> tokens.isName(at) && tokens.name(at).equals(name));
  }

  private boolean isNeeded(IntPredicate named) {
    boolean free = false;
    int depth = 0;
    for (int at = 0; at < tokens.size(); at++) {
      depth += tokens.isOpen(at) ? 1 : tokens.isSymbol(at, ')') ? -1 : 0;
      free = depth == 0 ? isFree(at, free) : free;
      if (!free && named.test(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what stands behind a token leaves all rows there that are there before. */
  private boolean isFree(int at, boolean before) {
    if (tokens.is(at, "select", "returning", "group", "order", "limit", "offset")) {
      return true;
    }
    if (tokens.is(at, "join")) {
      return isLeftJoin(at);
    }
    return before && !tokens.is(at, "from", "where", "having", "natural");
  }

  private boolean isLeftJoin(int join) {
    return tokens.is(join, "join")
        && tokens.is(tokens.is(join - 1, "outer") ? join - 2 : join - 1, "left");
  }

  /** Whether it is {@code alias.column} of a table that a LEFT JOIN adds where it has a row. */
  private boolean isOfOuterJoin(OutputColumn item) {
    int first = item.from();
    boolean plain =
        tokens.isName(first)
            && tokens.isSymbol(first + 1, '.')
            && tokens.isName(first + 2)
            && isNamed(item, first + 3);
    Optional<Range> range = plain ? range(tokens.name(first)) : Optional.empty();
    return range
        .filter(joined -> isLeftJoin(joined.place() - 1))
        .filter(joined -> !isNeeded(joined.alias()))
        .filter(joined -> !isAnyNeeded(tables.columns(joined.name())))
        .filter(joined -> root.ranges().stream().noneMatch(other -> refers(other, joined)))
        .isPresent();
  }

  /** Whether nothing but a name follows in an item. */
  private boolean isNamed(OutputColumn item, int end) {
    int alias = tokens.is(end, "as") ? end + 1 : end;
    return item.to() == end || (item.alias() == alias && item.to() == alias + 1);
  }

  /** A table that the query reads once under a name. */
  private Optional<Range> range(String alias) {
    List<Range> named =
        root.ranges().stream().filter(range -> range.alias().equals(alias)).toList();
    return named.size() == 1
        ? Optional.of(named.get(0)).filter(range -> range.place() >= 0)
        : Optional.empty();
  }

  private boolean refers(Range range, Range joined) {
    return range.place() >= 0
        && range.place() != joined.place()
        && tables.refers(range.name(), joined.name());
  }

  private boolean isAnyNeeded(List<String> columns) {
    return isNeeded(at -> isBare(at, columns));
  }

  /** A column that is named without its table. */
  private boolean isBare(int at, List<String> columns) {
    return tokens.isName(at)
        && !tokens.isSymbol(at - 1, '.')
        && !tokens.isSymbol(at + 1, '.')
        && columns.contains(tokens.name(at));
  }

  /** Whether it is an aggregate over all rows of tables, of which there may be none. */
  private boolean isAggregate(OutputColumn item) {
    int open = item.from() + 1;
    boolean called = tokens.isOpen(open) && NULL_WITHOUT_ROWS.contains(tokens.name(item.from()));
    boolean ofAll =
        called
            && !root.ranges().isEmpty()
            && root.ranges().stream().allMatch(this::isTable)
            && !tokens.has("group", "by")
            && !tokens.has("having");
    return ofAll && isWhole(open, item.to());
  }

  private boolean isTable(Range range) {
    return range.place() >= 0 && !tables.columns(range.name()).isEmpty();
  }

  /** Whether nothing follows the arguments but a filter, a cast and a name. */
  private boolean isWhole(int open, int end) {
    int at = tokens.after(open);
    at = tokens.is(at, "filter") ? tokens.after(at + 1) : at;
    for (; at < end; at = tokens.after(at)) {
      boolean harmless =
          (tokens.isName(at) || tokens.is(at, "as") || ":([]".contains(tokens.at(at).text()))
              && !tokens.is(at, "over", "within", "collate", "at");
      if (!harmless) {
        return false;
      }
    }
    return true;
  }
}
