package de.qapix.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a database has that queries can name. */
final class Relations {

  private final List<Relation> all;

  Relations(List<Relation> all) {
    this.all = List.copyOf(all);
  }

  /** All tables and the like but the server's own. */
  Stream<Relation> own() {
    return tables().filter(relation -> !relation.system());
  }

  private Stream<Relation> tables() {
    return all.stream().filter(relation -> !relation.function());
  }

  /** What a name means; names are plain, without quotes. */
  Optional<Relation> find(List<String> name) {
    return find(tables(), name);
  }

  private static Optional<Relation> find(Stream<Relation> all, List<String> name) {
    String last = name.get(name.size() - 1);
    Stream<Relation> named = all.filter(each -> each.name().plain().equals(last));
    return name.size() == 1
        ? named.filter(Relation::visible).findFirst()
        : named.filter(each -> each.schema().plain().equals(name.get(name.size() - 2))).findFirst();
  }

  /** The columns of what a name means; nothing where there is no such thing. */
  Optional<List<Relation.Name>> columns(List<String> name) {
    return find(name).map(Relation::columns);
  }

  /** The columns of the table that a function returns; nothing where it returns none. */
  Optional<List<Relation.Name>> returned(List<String> function) {
    return find(all.stream().filter(Relation::function), function).map(Relation::columns);
  }
}
