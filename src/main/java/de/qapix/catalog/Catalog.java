package de.qapix.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All objects of a database, columns in the order of their tables.
 *
 * @param serverVersion of PostgreSQL as a number, e.g. 170011
 * @param role that has read it, written as in SQL; empty where it is not known
 */
public record Catalog(int serverVersion, String role, List<SchemaObject> objects) {

  private static final String OWNER = "owning role";
  private static final String PRIVILEGES = "privileges";

  private static final Set<String> HISTORIES =
      Set.of(
          "_prisma_migrations",
          "_sqlx_migrations",
          "__drizzle_migrations",
          "flyway_schema_history",
          "goose_db_version",
          "knex_migrations",
          "knex_migrations_lock",
          "pgmigrations",
          "schema_migrations",
          "schema_version");

  public Catalog {
    objects = List.copyOf(objects);
  }

  /** One of which nobody knows who has read it. */
  public Catalog(int serverVersion, List<SchemaObject> objects) {
    this(serverVersion, "", objects);
  }

  Map<ObjectName, SchemaObject> byName() {
    return objects.stream().collect(toMap(SchemaObject::name, identity()));
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return objects.stream().filter(object -> object.name().equals(name)).findFirst();
  }

  /** Only these objects. */
  public Catalog only(Predicate<ObjectName> wanted) {
    return new Catalog(
        serverVersion,
        role,
        objects.stream().filter(object -> wanted.test(object.name())).toList());
  }

  /** As somebody else would have made it: what the reading role owns has no owner. */
  public Catalog anonymous() {
    return new Catalog(
        serverVersion,
        objects.stream()
            .map(object -> object.is(OWNER, role) ? object.without(OWNER) : object)
            .toList());
  }

  /** Without the roles that own the objects. */
  Catalog withoutOwners() {
    return new Catalog(
        serverVersion, role, objects.stream().map(object -> object.without(OWNER)).toList());
  }

  /** Without what has been granted and revoked, for what is there and for what will be made. */
  Catalog withoutPrivileges() {
    return new Catalog(
        serverVersion,
        role,
        objects.stream()
            .filter(object -> object.name().kind() != ObjectKind.DEFAULT_PRIVILEGES)
            .map(object -> object.without(PRIVILEGES))
            .toList());
  }

  /** Without the tables in which tools write down which migrations they have applied. */
  public Catalog withoutHistories() {
    return only(name -> !isOfHistory(name));
  }

  /** Such a table, what belongs to it, or the sequence of its numbers. */
  private static boolean isOfHistory(ObjectName name) {
    return HISTORIES.contains(name.table())
        || (name.kind() == ObjectKind.SEQUENCE
            && HISTORIES.stream().anyMatch(history -> name.table().startsWith(history + "_")));
  }

  /** The major version of the server. */
  public int major() {
    return serverVersion / 10_000;
  }
}
