package de.qapix.schema;

import de.qapix.sql.Spelling;
import java.util.Optional;

/** Finds what something that is missing is probably called by now: camelCase became snake_case. */
final class Namesake {

  private Namesake() {}

  /** A thing of the same kind, in the same table, whose name is the same but for its spelling. */
  static Optional<String> of(Difference difference, Catalog live) {
    if (difference.kind() != Difference.Kind.MISSING) {
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
