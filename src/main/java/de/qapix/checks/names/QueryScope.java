package de.qapix.checks.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One level of a query: what it reads from, and what it returns. Filled by {@link ScopeReader}. */
public final class QueryScope {

  /**
   * What stands in a FROM clause, or is written to.
   *
   * @param alias by which its columns are addressed, folded as the server does
   * @param name of the relation with its schema before it; empty for a subquery or a function
   * @param place of the first token of that name; -1 where it has none
   * @param columns that are named behind the alias
   * @param query the subquery
   */
  public record Range(
      String alias,
      List<String> name,
      int place,
      List<QueryRelation.Name> columns,
      Optional<QueryScope> query) {

    public Range {
      name = List.copyOf(name);
      columns = List.copyOf(columns);
    }
  }

  private final Optional<QueryScope> outer;
  private final int from;
  private final int to;
  private final List<QueryScope> inner = new ArrayList<>();
  private final Map<String, Range> commonTables = new LinkedHashMap<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<OutputColumn> outputs = new ArrayList<>();
  private Optional<Range> target = Optional.empty();

  QueryScope(Optional<QueryScope> outer, int from, int to) {
    this.outer = outer;
    this.from = from;
    this.to = to;
    outer.ifPresent(scope -> scope.inner.add(this));
  }

  QueryScope inside(int first, int end) {
    return new QueryScope(Optional.of(this), first, end);
  }

  void add(Range range) {
    ranges.add(range);
  }

  void addTarget(Range range) {
    target = Optional.of(range);
    ranges.add(range);
  }

  void addCommonTable(Range range) {
    commonTables.put(range.alias(), range);
  }

  void add(OutputColumn output) {
    outputs.add(output);
  }

  public List<Range> ranges() {
    return ranges;
  }

  public List<OutputColumn> outputs() {
    return outputs;
  }

  /** What is written to. */
  public Optional<Range> target() {
    return target;
  }

  /** The place of its first token. */
  public int from() {
    return from;
  }

  /** The place behind its last token. */
  public int to() {
    return to;
  }

  /** The one that it is a part of. */
  public Optional<QueryScope> outer() {
    return outer;
  }

  /** This and all inside of it. */
  public Stream<QueryScope> all() {
    return Stream.concat(Stream.of(this), inner.stream().flatMap(QueryScope::all));
  }

  /** What this and all inside of it read from or write to. */
  public Stream<Range> allRanges() {
    return all().flatMap(scope -> scope.ranges.stream());
  }

  /** From this one outwards. */
  public Stream<QueryScope> chain() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, scope -> scope.get().outer)
        .map(Optional::get);
  }

  /** The innermost one at a token. */
  public QueryScope at(int place) {
    return inner.stream()
        .filter(scope -> scope.from <= place && place < scope.to)
        .findFirst()
        .map(scope -> scope.at(place))
        .orElse(this);
  }

  /** The common table expression of that name, where one can be seen from here. */
  public Optional<Range> commonTable(String name) {
    return chain().flatMap(scope -> Stream.ofNullable(scope.commonTables.get(name))).findFirst();
  }

  /** What is addressed by that alias here, or further out. */
  public Optional<Range> range(String alias) {
    return chain()
        .flatMap(scope -> scope.ranges.stream())
        .filter(range -> range.alias().equals(alias))
        .findFirst();
  }

  /** All ranges that can be seen from here, the nearest first. */
  public List<Range> visible() {
    return chain().flatMap(scope -> scope.ranges.stream()).toList();
  }
}
