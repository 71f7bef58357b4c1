package de.qapix.checks.diff;

import static java.util.stream.Collectors.toMap;

import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may do what with an object, as the catalog tells it: only those roles that may not just do
 * the usual.
 */
final class AccessList {

  /** The role that owns the object, whatever its name is. */
  static final String OWNER = "its owner";

  private static final String PUBLIC = "public";
  private static final String PASSED_ON = " with grant option";
  private static final String OF = " of ";
  private static final int MAINTAIN = 17;
  private static final Map<String, List<String>> PRIVILEGES =
      Map.of(
          "table",
          List.of("select", "insert", "update", "delete", "truncate", "references", "trigger"),
          "sequence",
          List.of("usage", "select", "update"),
          "column",
          List.of("select", "insert", "update", "references"),
          "function",
          List.of("execute"),
          "schema",
          List.of("usage", "create"),
          "large object",
          List.of("select", "update"));

  private final ObjectName object;
  private final int major;
  private final Map<String, Map<String, Boolean>> told = new LinkedHashMap<>();

  private AccessList(ObjectName object, int major) {
    this.object = object;
    this.major = major;
  }

  /**
   * The list of an object.
   *
   * @param major of the server, as there are more privileges since version 17
   */
  static AccessList of(SchemaObject object, int major) {
    AccessList list = new AccessList(object.name(), major);
    list.tell(object);
    return list;
  }

  /** The list that a new object gets where these default privileges are in force. */
  static AccessList ofNew(SchemaObject object, Stream<SchemaObject> defaults, int major) {
    AccessList list = new AccessList(object.name(), major);
    String objects = object.name().kind().word() + "s";
    List<SchemaObject> mine = defaults.filter(each -> each.name().name().equals(objects)).toList();
    mine.stream().filter(each -> each.name().schema().isEmpty()).forEach(list::tell);
    mine.stream()
        .filter(each -> !each.name().schema().isEmpty())
        .filter(each -> each.name().schema().equals(object.name().schema()))
        .forEach(list::add);
    return list;
  }

  private void tell(SchemaObject from) {
    lines(from).forEach(line -> told.put(grantee(line), privileges(line)));
  }

  private void add(SchemaObject from) {
    lines(from)
        .forEach(
            line -> {
              Map<String, Boolean> both = new TreeMap<>(of(grantee(line)));
              privileges(line)
                  .forEach((name, option) -> both.merge(name, option, Boolean::logicalOr));
              told.put(grantee(line), both);
            });
  }

  private static Stream<String> lines(SchemaObject object) {
    return object.trait("privileges").stream().flatMap(String::lines);
  }

  private static String grantee(String line) {
    return line.substring(0, line.lastIndexOf(": "));
  }

  private Map<String, Boolean> privileges(String line) {
    String list = line.substring(line.lastIndexOf(": ") + 2);
    if (list.equals("none")) {
      return Map.of();
    }
    if (list.equals("all") || list.equals("all" + PASSED_ON)) {
      return all(list.endsWith(PASSED_ON));
    }
    return Stream.of(list.split(", "))
        .collect(toMap(text -> text.replace(PASSED_ON, ""), text -> text.endsWith(PASSED_ON)));
  }

  private Map<String, Boolean> all(boolean passedOn) {
    return all().stream().collect(toMap(name -> name, name -> passedOn));
  }

  /** All that can be granted on the object. */
  List<String> all() {
    List<String> names = PRIVILEGES.getOrDefault(what(), List.of("usage"));
    return what().equals("table") && major >= MAINTAIN
        ? Stream.concat(names.stream(), Stream.of("maintain")).toList()
        : names;
  }

  /** The kind of object that it is about, e.g. {@code table}. */
  private String what() {
    return object.kind() == ObjectKind.DEFAULT_PRIVILEGES
        ? objects(object).replaceFirst("s$", "")
        : object.kind().word();
  }

  /** All roles of whom one of the lists tells. */
  Set<String> grantees(AccessList other) {
    Map<String, Object> both = new TreeMap<>(told);
    both.putAll(other.told);
    return both.keySet();
  }

  /** The list without what it tells of a role. */
  AccessList without(String grantee) {
    AccessList list = new AccessList(object, major);
    list.told.putAll(told);
    list.told.remove(grantee);
    return list;
  }

  /** What a role may do, and whether it may grant that to others. */
  Map<String, Boolean> of(String grantee) {
    return told.getOrDefault(grantee, usual(grantee));
  }

  private Map<String, Boolean> usual(String grantee) {
    boolean adds = object.kind() == ObjectKind.DEFAULT_PRIVILEGES && !object.schema().isEmpty();
    if (adds || object.kind() == ObjectKind.COLUMN) {
      return Map.of();
    }
    if (grantee.equals(OWNER)) {
      return all(false);
    }
    boolean open =
        Set.of("function", "type", "language").contains(what())
            || (object.kind() == ObjectKind.SCHEMA && object.schema().equals(PUBLIC));
    return grantee.equals(PUBLIC) && open ? Map.of(all().get(0), false) : Map.of();
  }

  /** The objects that they are for, e.g. {@code tables}. */
  static String objects(ObjectName privileges) {
    String name = privileges.name();
    int of = name.indexOf(OF);
    return of < 0 ? name : name.substring(0, of);
  }

  /** The role whose new objects they are for. */
  static String role(ObjectName privileges) {
    int of = privileges.name().indexOf(OF);
    return of < 0 ? "current_user" : privileges.name().substring(of + OF.length());
  }

  /** What stands before {@code grant} and {@code revoke}. */
  static String start(ObjectName privileges) {
    String name = privileges.name();
    int of = name.indexOf(OF);
    return "alter default privileges "
        + (of < 0 ? "" : "for role " + name.substring(of + OF.length()) + " ")
        + (privileges.schema().isEmpty() ? "" : "in schema " + privileges.schema() + " ");
  }
}
