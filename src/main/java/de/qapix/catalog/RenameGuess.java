package de.qapix.catalog;

import de.qapix.sql.Spelling;
import java.util.Optional;

/** Finds what something that is missing is probably called by now: camelCase became snake_case. */
public final class RenameGuess {

  private RenameGuess() {}

  /** A thing of the same kind, in the same table, whose name is the same but for its spelling. */
  public static Optional<String> of(CatalogDifference difference, Catalog live) {
    if (difference.kind() != CatalogDifference.Kind.MISSING) {
      return Optional.empty();
    }
    ObjectName missing = difference.object();
    return live.objects().stream()
        .map(SchemaObject::name)
        .filter(other -> other.kind() == missing.kind())
        .filter(other -> other.parent().equals(missing.parent()))
        .filter(other -> Spelling.loose(last(other)).equals(Spelling.loose(last(missing))))
        .map(ObjectName::sql)
        .findFirst();
  }

  private static String last(ObjectName object) {
    return object.name().isEmpty() ? object.table() : object.name();
  }
}
