package de.qapix.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One level of a query: what it reads from, and what it returns. Filled by {@link ScopeReader}. */
final class Scope {

  private final Optional<Scope> outer;
  private final int from;
  private final int to;
  private final List<Scope> inner = new ArrayList<>();
  private final Map<String, Range> commonTables = new LinkedHashMap<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private Optional<Range> target = Optional.empty();

  Scope(Optional<Scope> outer, int from, int to) {
    this.outer = outer;
    this.from = from;
    this.to = to;
    outer.ifPresent(scope -> scope.inner.add(this));
  }

  Scope inside(int first, int end) {
    return new Scope(Optional.of(this), first, end);
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

  void add(Output output) {
    outputs.add(output);
  }

  List<Range> ranges() {
    return ranges;
  }

  List<Output> outputs() {
    return outputs;
  }

  /** What is written to. */
  Optional<Range> target() {
    return target;
  }

  /** This and all inside of it. */
  Stream<Scope> all() {
    return Stream.concat(Stream.of(this), inner.stream().flatMap(Scope::all));
  }

  /** From this one outwards. */
  Stream<Scope> chain() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, scope -> scope.get().outer)
        .map(Optional::get);
  }

  /** The innermost one at a token. */
  Scope at(int place) {
    return inner.stream()
        .filter(scope -> scope.from <= place && place < scope.to)
        .findFirst()
        .map(scope -> scope.at(place))
        .orElse(this);
  }

  /** The common table expression of that name, where one can be seen from here. */
  Optional<Range> commonTable(String name) {
    return chain().flatMap(scope -> Stream.ofNullable(scope.commonTables.get(name))).findFirst();
  }

  /** What is addressed by that alias here, or further out. */
  Optional<Range> range(String alias) {
    return chain()
        .flatMap(scope -> scope.ranges.stream())
        .filter(range -> range.alias().equals(alias))
        .findFirst();
  }

  /** All ranges that can be seen from here, the nearest first. */
  List<Range> visible() {
    return chain().flatMap(scope -> scope.ranges.stream()).toList();
  }
}
