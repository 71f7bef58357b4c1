package de.qapix.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a database has that queries can name. */
final class Relations {

  private final List<Relation> all;

  Relations(List<Relation> all) {
    this.all = List.copyOf(all);
  }

  /** All but the server's own. */
  Stream<Relation> own() {
    return all.stream().filter(relation -> !relation.system());
  }

  /** What a name means; names are plain, without quotes. */
  Optional<Relation> find(List<String> name) {
    String last = name.get(name.size() - 1);
    Stream<Relation> named = all.stream().filter(each -> each.name().plain().equals(last));
    return name.size() == 1
        ? named.filter(Relation::visible).findFirst()
        : named.filter(each -> each.schema().plain().equals(name.get(name.size() - 2))).findFirst();
  }

  /** The columns of what a name means; nothing where there is no such thing. */
  Optional<List<Relation.Name>> columns(List<String> name) {
    return find(name).map(Relation::columns).map(ArrayList::new);
  }
}
