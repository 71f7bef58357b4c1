package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How values of one type become values of another one. */
final class TypeCast {

  /** Types between which the server knows casts. */
  private enum Family {
    NUMBER,
    DAY,
    HOURS,
    BOOLEAN,
    UUID,
    JSON,
    BYTES,
    ADDRESS,
    TEXT
  }

  private static final Map<String, Family> FAMILIES =
      Map.of(
              Family.NUMBER,
              List.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
              Family.DAY,
              List.of("date", "timestamp without time zone", "timestamp with time zone"),
              Family.HOURS,
              List.of("time without time zone", "time with time zone", "interval"),
              Family.BOOLEAN,
              List.of("boolean"),
              Family.UUID,
              List.of("uuid"),
              Family.JSON,
              List.of("json", "jsonb"),
              Family.BYTES,
              List.of("bytea"),
              Family.ADDRESS,
              List.of("inet", "cidr"),
              Family.TEXT,
              List.of("text", "character varying", "character", "name", "\"char\""))
          .entrySet()
          .stream()
          .flatMap(
              family -> family.getValue().stream().map(type -> Map.entry(type, family.getKey())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  private static final Set<Set<String>> OTHERS =
      Set.of(Set.of("integer", "boolean"), Set.of("jsonb", "boolean"));

  private final CatalogObjects objects;

  /** With these types beside the server's own. */
  TypeCast(CatalogObjects objects) {
    this.objects = objects;
  }

  /**
   * The expression, empty where there is none that the server knows.
   *
   * @param value an expression of the first type
   */
  Optional<String> sql(String value, String from, String to) {
    if (!isPossible(from, to)) {
      return Optional.empty();
    }
    boolean throughText = isEnum(from) && !plain(from).equals(plain(to)) && !isText(to);
    return Optional.of(value + (throughText ? "::text" + dimensions(from) : "") + "::" + to);
  }

  private boolean isPossible(String from, String to) {
    boolean text = isText(from) || isText(to);
    if (isArray(from) != isArray(to)) {
      return text;
    }
    Family one = FAMILIES.get(plain(from));
    Family other = FAMILIES.get(plain(to));
    return text
        || one == null
        || other == null
        || one == other
        || OTHERS.contains(Set.of(plain(from), plain(to)))
        || (one == Family.JSON && other == Family.NUMBER)
        || (one == Family.DAY && other == Family.HOURS && !plain(to).equals("interval"));
  }

  private static boolean isText(String type) {
    return FAMILIES.get(plain(type)) == Family.TEXT;
  }

  private boolean isEnum(String type) {
    return objects
        .all()
        .filter(object -> object.name().kind() == ObjectKind.TYPE && object.is("enum"))
        .map(SchemaObject::name)
        .anyMatch(name -> name.sql().equals(plain(type)));
  }

  private static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  private static String dimensions(String type) {
    return isArray(type) ? "[]" : "";
  }

  /** Without what stands in brackets. */
  private static String plain(String type) {
    return type.replaceAll("\\([\\d,-]*\\)|\\[\\]", "");
  }
}
