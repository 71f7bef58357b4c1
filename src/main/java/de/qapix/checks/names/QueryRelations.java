package de.qapix.checks.names;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a database has that queries can name. */
public final class QueryRelations {

  private final List<QueryRelation> all;

  public QueryRelations(List<QueryRelation> all) {
    this.all = List.copyOf(all);
  }

  /** All tables and the like but the server's own. */
  public Stream<QueryRelation> own() {
    return tables().filter(relation -> !relation.system());
  }

  private Stream<QueryRelation> tables() {
    return all.stream().filter(relation -> !relation.function());
  }

  /** All that have a name, in whatever schema, the server's own among them. */
  public Stream<QueryRelation> named(String name) {
    return tables().filter(relation -> relation.name().plain().equals(name));
  }

  /** What a name means; names are plain, without quotes. */
  public Optional<QueryRelation> find(List<String> name) {
    return find(tables(), name);
  }

  private static Optional<QueryRelation> find(Stream<QueryRelation> all, List<String> name) {
    String last = name.get(name.size() - 1);
    Stream<QueryRelation> named = all.filter(each -> each.name().plain().equals(last));
    return name.size() == 1
        ? named.filter(QueryRelation::visible).findFirst()
        : named.filter(each -> each.schema().plain().equals(name.get(name.size() - 2))).findFirst();
  }

  /** The columns of what a name means; nothing where there is no such thing. */
  Optional<List<QueryRelation.Name>> columns(List<String> name) {
    return find(name).map(QueryRelation::columns);
  }

  /** The columns of the table that a function returns; nothing where it returns none. */
  Optional<List<QueryRelation.Name>> returned(List<String> function) {
    return find(all.stream().filter(QueryRelation::function), function).map(QueryRelation::columns);
  }
}
