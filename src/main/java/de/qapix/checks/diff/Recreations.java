package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectReferences;
import de.qapix.catalog.SchemaObject;
import java.util.Map;
import java.util.Set;

/**
 * Which objects can only be changed by dropping and making them again, and can go for a moment:
 * nothing that holds data needs them.
 */
final class Recreations {

  /** The traits of each kind that no {@code alter} changes. */
  private static final Map<ObjectKind, Set<String>> FIXED =
      Map.ofEntries(
          Map.entry(ObjectKind.ACCESS_METHOD, Set.of("definition")),
          Map.entry(ObjectKind.SERVER, Set.of("definition")),
          Map.entry(ObjectKind.COLLATION, Set.of("definition")),
          Map.entry(ObjectKind.CONVERSION, Set.of("definition")),
          Map.entry(ObjectKind.TEXT_SEARCH_PARSER, Set.of("definition")),
          Map.entry(ObjectKind.TEXT_SEARCH_TEMPLATE, Set.of("definition")),
          Map.entry(ObjectKind.TEXT_SEARCH_DICTIONARY, Set.of("template")),
          Map.entry(ObjectKind.TEXT_SEARCH_CONFIGURATION, Set.of("parser")),
          Map.entry(ObjectKind.CAST, Set.of("definition")),
          Map.entry(ObjectKind.TRANSFORM, Set.of("definition")),
          Map.entry(ObjectKind.OPERATOR, Set.of("definition")),
          Map.entry(ObjectKind.OPERATOR_CLASS, Set.of("definition")),
          Map.entry(ObjectKind.STATISTICS, Set.of("definition")),
          Map.entry(ObjectKind.PUBLICATION, Set.of("scope")),
          Map.entry(ObjectKind.EVENT_TRIGGER, Set.of("definition")),
          Map.entry(
              ObjectKind.TYPE,
              Set.of("type", "labels", "definition", "range options", "collation")));

  private final CatalogObjects from;

  Recreations(CatalogObjects from) {
    this.from = from;
  }

  static boolean covers(ObjectKind kind) {
    return FIXED.containsKey(kind);
  }

  boolean isNew(SchemaObject old, SchemaObject object, String trait) {
    boolean alterable =
        object.name().kind() == ObjectKind.TYPE && AlterType.isAlterable(old, object, trait);
    return FIXED.get(object.name().kind()).contains(trait) && !alterable && canGo(old);
  }

  private boolean canGo(SchemaObject object) {
    return switch (object.name().kind()) {
      case SERVER, ACCESS_METHOD, COLLATION, TYPE ->
          from.all().noneMatch(other -> needs(other, object));
      default -> true;
    };
  }

  private static boolean needs(SchemaObject other, SchemaObject object) {
    String name = object.name().sql();
    return switch (object.name().kind()) {
      case SERVER ->
          other.is("server", name)
              || (other.name().kind() == ObjectKind.USER_MAPPING
                  && other.name().name().endsWith(" server " + name));
      case ACCESS_METHOD ->
          other.is("access method", name)
              || other
                  .trait("definition")
                  .filter(text -> text.contains(" USING " + name))
                  .isPresent();
      case TYPE ->
          !other.name().equals(object.name())
              && ObjectReferences.of(ObjectSql.text(other) + " " + other.name().name())
                  .contains(name);
      default ->
          Set.of(ObjectKind.COLUMN, ObjectKind.TYPE).contains(other.name().kind())
              && ObjectReferences.of(ObjectSql.text(other)).contains(name);
    };
  }
}
