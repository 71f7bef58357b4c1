package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps that change who owns an object and who may do what with it. */
final class PrivilegeSteps {

  static final String OWNER = "owning role";
  static final String PRIVILEGES = "privileges";

  private static final String PASSED_ON = " with grant option";

  private final CatalogObjects from;
  private final CatalogObjects to;

  PrivilegeSteps(CatalogObjects from, CatalogObjects to) {
    this.from = from;
    this.to = to;
  }

  /** For an object that stays. */
  Stream<DiffStep> steps(SchemaObject old, SchemaObject object, String trait) {
    return trait.equals(OWNER) ? owner(object) : privileges(left(old, object), object);
  }

  /** For one that is new, where its owner or its list is not what it gets by itself. */
  Stream<DiffStep> ofNew(SchemaObject object) {
    String creator = from.role().isEmpty() ? to.role() : from.role();
    Stream<DiffStep> owner =
        object.trait(OWNER).filter(role -> !role.equals(creator)).isPresent()
            ? owner(object)
            : Stream.empty();
    Stream<SchemaObject> defaults =
        object.name().kind() == ObjectKind.COLUMN
            ? Stream.empty()
            : from.all().filter(each -> each.name().kind() == ObjectKind.DEFAULT_PRIVILEGES);
    return Stream.concat(
        owner, privileges(AccessList.ofNew(object, defaults, from.major()), object));
  }

  /** Takes back what is granted by default. */
  static Stream<Change> dropped(SchemaObject defaults, int major) {
    SchemaObject none = new SchemaObject(defaults.name(), Map.of());
    return statements(AccessList.of(defaults, major), AccessList.of(none, major), none, none);
  }

  /** That of a column's sequence is always that of its table. */
  private static Stream<DiffStep> owner(SchemaObject object) {
    if (object.name().kind() == ObjectKind.SEQUENCE && object.trait("owner").isPresent()) {
      return Stream.empty();
    }
    String sql = "alter " + Drops.target(object) + " owner to " + object.trait(OWNER).orElseThrow();
    return Stream.of(DiffStep.altering(object, "", Change.safe(sql)).at(DiffStep.Rank.OWNER));
  }

  /** A role loses what it was granted in the moment in which it becomes the owner. */
  private AccessList left(SchemaObject old, SchemaObject object) {
    AccessList list = AccessList.of(old, from.major());
    return Objects.equals(old.trait(OWNER), object.trait(OWNER))
        ? list
        : object.trait(OWNER).map(list::without).orElse(list);
  }

  private Stream<DiffStep> privileges(AccessList have, SchemaObject object) {
    AccessList want = AccessList.of(object, from.major());
    SchemaObject owned =
        object.name().kind() == ObjectKind.COLUMN ? to.get(object.name().parent()) : object;
    return Stream.concat(
            statements(have, want, object, owned), columnsAgain(have, want, object, owned))
        .map(
            change ->
                DiffStep.altering(object, "", change)
                    .at(
                        object.name().kind() == ObjectKind.DEFAULT_PRIVILEGES
                            ? DiffStep.Rank.DEFAULT_PRIVILEGES
                            : DiffStep.Rank.PRIVILEGES));
  }

  private static Stream<Change> statements(
      AccessList have, AccessList want, SchemaObject object, SchemaObject owned) {
    List<Change> changes = new ArrayList<>();
    for (String grantee : have.grantees(want)) {
      Map<String, Boolean> old = have.of(grantee);
      Map<String, Boolean> fresh = want.of(grantee);
      String role = role(grantee, owned);
      Set<String> revoked = new TreeSet<>(old.keySet());
      revoked.removeAll(fresh.keySet());
      Set<String> kept =
          filtered(old, name -> fresh.containsKey(name) && old.get(name) && !fresh.get(name));
      Set<String> granted = filtered(fresh, name -> !old.containsKey(name) && !fresh.get(name));
      Set<String> passedOn =
          filtered(fresh, name -> fresh.get(name) && !old.getOrDefault(name, false));
      String loser = " from " + role;
      String holder = " to " + role;
      List<String> all = want.all();
      statement("revoke ", named(revoked, all), loser, object).ifPresent(changes::add);
      statement("revoke grant option for ", named(kept, all), loser, object)
          .ifPresent(changes::add);
      statement("grant ", named(granted, all), holder, object).ifPresent(changes::add);
      statement("grant ", named(passedOn, all), holder + PASSED_ON, object).ifPresent(changes::add);
    }
    return changes.stream();
  }

  private static Set<String> filtered(Map<String, Boolean> privileges, Predicate<String> wanted) {
    return privileges.keySet().stream().filter(wanted).collect(toCollection(TreeSet::new));
  }

  /** All that there are have one name together. */
  private static Set<String> named(Set<String> privileges, List<String> all) {
    return !privileges.isEmpty() && privileges.containsAll(all) ? Set.of("all") : privileges;
  }

  private static Optional<Change> statement(
      String action, Set<String> privileges, String role, SchemaObject object) {
    if (privileges.isEmpty()) {
      return Optional.empty();
    }
    ObjectName name = object.name();
    String list = String.join(", ", privileges);
    String sql =
        switch (name.kind()) {
          case DEFAULT_PRIVILEGES ->
              AccessList.start(name) + action + list + " on " + AccessList.objects(name);
          case COLUMN -> action + ofColumn(privileges, name) + " on table " + name.parent().sql();
          default -> action + list + " on " + target(object);
        };
    return Optional.of(Change.safe(sql + role));
  }

  private static String ofColumn(Set<String> privileges, ObjectName column) {
    return privileges.stream()
        .map(privilege -> privilege + " (" + column.name() + ")")
        .collect(joining(", "));
  }

  private static String target(SchemaObject object) {
    String name = object.name().sql();
    return switch (object.name().kind()) {
      case TABLE -> "table " + name;
      case SERVER -> "foreign server " + name;
      case FUNCTION -> (object.is("procedure") ? "procedure " : "function ") + name;
      default -> Drops.target(object);
    };
  }

  /** What is revoked for a table is revoked for its columns, too. */
  private Stream<Change> columnsAgain(
      AccessList have, AccessList want, SchemaObject table, SchemaObject owned) {
    if (table.name().kind() != ObjectKind.TABLE) {
      return Stream.empty();
    }
    boolean revokes =
        have.grantees(want).stream()
            .anyMatch(role -> !want.of(role).keySet().containsAll(have.of(role).keySet()));
    return revokes
        ? to.columnsOf(table.name()).stream()
            .filter(column -> column.trait(PRIVILEGES).isPresent())
            .flatMap(
                column ->
                    statements(
                        AccessList.of(new SchemaObject(column.name(), Map.of()), from.major()),
                        AccessList.of(column, from.major()),
                        column,
                        owned))
        : Stream.empty();
  }

  private static String role(String grantee, SchemaObject owned) {
    if (!grantee.equals(AccessList.OWNER)) {
      return grantee;
    }
    return owned.name().kind() == ObjectKind.DEFAULT_PRIVILEGES
        ? AccessList.role(owned.name())
        : owned.trait(OWNER).orElse("current_user");
  }
}
