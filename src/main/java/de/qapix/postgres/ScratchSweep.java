package de.qapix.postgres;

import static java.util.Comparator.comparing;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.sql.SQLException;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Drops scratch databases and their roles. */
final class ScratchSweep {

  private static final Field<String> ROLE = field(name("rolname"), SQLDataType.VARCHAR);
  private static final Field<String> DATABASE = field(name("datname"), SQLDataType.VARCHAR);

  private final ServerAdministrator administrator;

  ScratchSweep(ServerAdministrator administrator) {
    this.administrator = administrator;
  }

  /** Drops what nobody uses any more. */
  void run() throws SQLException {
    for (String left : all()) {
      if (administrator.claim(left)) {
        drop(left);
        administrator.lock("pg_advisory_unlock", left);
      }
    }
    new StandInRoles(administrator).dropUnused();
  }

  private List<String> all() {
    return administrator
        .sql()
        .select(ROLE)
        .from(table(name("pg_catalog", "pg_roles")))
        .where(ROLE.startsWith(inline(ServerAdministrator.SCRATCH)))
        .union(
            select(DATABASE)
                .from(table(name("pg_catalog", "pg_database")))
                .where(DATABASE.startsWith(inline(ServerAdministrator.SCRATCH))))
        .fetch(ROLE)
        .stream()
        // A database comes before the guests that have rights in it.
        .sorted(comparing(String::length))
        .toList();
  }

  /** The role for what those that are lent to this database may do in it. */
  static String guests(String database) {
    return database + "_guests";
  }

  void drop(String database) throws SQLException {
    administrator.execute("drop database if exists \"%s\" with (force)", database);
    administrator.execute("drop role if exists \"%s\"", database);
  }
}
