package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.ObjectReferences;
import de.qapix.catalog.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which objects of a catalog the server does not let stay while another one is changed. */
final class Dependents {

  /** How deep a column is changed. */
  enum Depth {
    /** Its type can hold more. */
    WIDER,
    /** Its values become other ones. */
    OTHER,
    /** It goes, at least for a moment. */
    GONE
  }

  private final Map<ObjectName, String> texts = new HashMap<>();
  private final Map<ObjectName, Set<String>> mentions = new HashMap<>();

  Dependents(CatalogObjects from) {
    from.all()
        .forEach(
            object -> {
              String text = ObjectSql.text(object);
              texts.put(object.name(), text);
              mentions.put(object.name(), ObjectReferences.of(text));
            });
  }

  boolean needs(SchemaObject dependent, SchemaObject changed, Depth depth) {
    if (dependent.isInherited() || dependent.name().equals(changed.name())) {
      return false;
    }
    return switch (changed.name().kind()) {
      case TABLE -> mentions(dependent, changed.name()) && canGo(dependent);
      case COLUMN -> needsColumn(dependent, changed, depth);
      case OPERATOR,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TEXT_SEARCH_DICTIONARY,
          OPERATOR_CLASS,
          OPERATOR_FAMILY ->
          mentions(dependent, changed.name()) && canGo(dependent);
      case FUNCTION ->
          mentions(dependent, changed.name()) && (canGo(dependent) || isGenerated(dependent));
      case CONSTRAINT -> !changed.is("check") && refersTo(dependent, changed);
      case INDEX ->
          texts.get(changed.name()).startsWith("CREATE UNIQUE") && refersTo(dependent, changed);
      default -> false;
    };
  }

  boolean mentions(SchemaObject object, ObjectName name) {
    return mentions.get(object.name()).contains(ObjectReferences.key(name));
  }

  /** Objects that can be dropped and made again without a loss. */
  private static boolean canGo(SchemaObject object) {
    return switch (object.name().kind()) {
      case TABLE -> object.isView();
      case CONSTRAINT,
          INDEX,
          FUNCTION,
          TRIGGER,
          POLICY,
          RULE,
          STATISTICS,
          CAST,
          TRANSFORM,
          OPERATOR,
          OPERATOR_CLASS,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          EVENT_TRIGGER ->
          true;
      default -> false;
    };
  }

  private static boolean isGenerated(SchemaObject object) {
    return object.name().kind() == ObjectKind.COLUMN && object.trait("generated").isPresent();
  }

  private boolean refersTo(SchemaObject dependent, SchemaObject key) {
    return dependent.isForeignKey() && mentions(dependent, key.name().parent());
  }

  private boolean needsColumn(SchemaObject dependent, SchemaObject column, Depth depth) {
    boolean sameTable = dependent.name().parent().equals(column.name().parent());
    String text = texts.get(dependent.name());
    if (!ObjectReferences.ofColumn(text, column.name().name())) {
      return false;
    }
    if (!sameTable && !mentions(dependent, column.name().parent())) {
      return false;
    }
    return switch (dependent.name().kind()) {
      case TABLE -> dependent.isView();
      case FUNCTION -> text.contains("BEGIN ATOMIC");
      case RULE, POLICY, TRIGGER -> true;
      case COLUMN -> sameTable && isGenerated(dependent);
      case CONSTRAINT -> depth == Depth.GONE || (depth == Depth.OTHER && dependent.isForeignKey());
      case INDEX, STATISTICS -> depth == Depth.GONE && sameTable;
      default -> false;
    };
  }
}
