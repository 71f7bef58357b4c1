package de.qapix.checks.names;

import de.qapix.checks.names.QueryScope.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which columns the parts of a statement have. */
public final class ColumnResolution {

  /** Deeper than that only something that contains itself can be. */
  private static final int DEEPEST = 20;

  private final QueryRelations relations;

  public ColumnResolution(QueryRelations relations) {
    this.relations = relations;
  }

  /** The columns of a range that is seen from a scope; nothing where they are not known. */
  public Optional<List<QueryRelation.Name>> columns(Range range, QueryScope scope) {
    return columns(range, scope, 0);
  }

  private Optional<List<QueryRelation.Name>> columns(Range range, QueryScope scope, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    Optional<List<QueryRelation.Name>> own = unrenamed(range, scope, depth);
    if (range.columns().isEmpty()) {
      return own;
    }
    List<QueryRelation.Name> renamed = new ArrayList<>(range.columns());
    own.filter(all -> all.size() > renamed.size())
        .ifPresent(all -> renamed.addAll(all.subList(renamed.size(), all.size())));
    return Optional.of(renamed);
  }

  private Optional<List<QueryRelation.Name>> unrenamed(Range range, QueryScope scope, int depth) {
    if (range.query().isPresent()) {
      return outputs(range.query().get(), depth + 1);
    }
    if (range.name().size() == 1) {
      Optional<Range> common = scope.commonTable(range.name().get(0));
      if (common.isPresent()) {
        return columns(common.get(), common.get().query().orElse(scope), depth + 1);
      }
    }
    if (range.name().isEmpty()) {
      return Optional.empty();
    }
    return range.place() < 0 && !range.alias().equals("excluded")
        ? relations.returned(range.name())
        : relations.columns(range.name());
  }

  /** What a query returns; nothing where that is not known. */
  private Optional<List<QueryRelation.Name>> outputs(QueryScope query, int depth) {
    List<QueryRelation.Name> names = new ArrayList<>();
    for (OutputColumn output : query.outputs()) {
      if (output.name().isPresent()) {
        names.add(output.name().get());
        continue;
      }
      for (Range range : query.ranges()) {
        if (output.qualifier().isEmpty()
            || range.alias().equals(output.qualifier().get(output.qualifier().size() - 1))) {
          Optional<List<QueryRelation.Name>> columns = columns(range, query, depth + 1);
          if (columns.isEmpty()) {
            return Optional.empty();
          }
          names.addAll(columns.get());
        }
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
