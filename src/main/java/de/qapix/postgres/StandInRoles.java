package de.qapix.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Roles that the scripts in a scratch database name and the server does not have. They cannot log
 * in and have no rights. Roles are the whole server's: all scratch databases that want the same one
 * share it, each holds a shared advisory lock on its name, and the last one drops it.
 */
final class StandInRoles {

  private static final Pattern NAME = Pattern.compile("(?!pg_)\\P{Cntrl}{1,63}");
  private static final String COMMENT = "stand-in of qapix for scratch databases";
  private static final String STILL_USED = "2BP01";
  private static final Set<String> THERE_NOW = Set.of("42710", "23505");
  private static final Field<String> ROLE = field(name("rolname"), SQLDataType.VARCHAR);

  private final ServerAdministrator administrator;
  private final Set<String> lent = new LinkedHashSet<>();

  StandInRoles(ServerAdministrator administrator) {
    this.administrator = administrator;
  }

  /** Makes the role if need be, and the borrower a member; false for a real or unusual one. */
  boolean lend(String role, String borrower) throws SQLException {
    if (!NAME.matcher(role).matches() || role.startsWith(ServerAdministrator.SCRATCH)) {
      return false;
    }
    if (!lent.add(role)) {
      return false;
    }
    administrator.lock("pg_advisory_lock_shared", key(role));
    make(role);
    if (!all().contains(role)) {
      return false;
    }
    administrator.execute("grant \"%s\" to \"%s\"", role, borrower);
    return true;
  }

  private void make(String role) throws SQLException {
    try {
      administrator.execute(
          "create role \"%s\" nologin; comment on role \"%1$s\" is '%s'", role, COMMENT);
    } catch (SQLException failure) {
      if (!THERE_NOW.contains(failure.getSQLState())) {
        throw failure;
      }
    }
  }

  /** Those that were lent, and those of others on which the database depends as well. */
  List<String> usedIn(String database) {
    return administrator
        .sql()
        .select(ROLE)
        .from(table(name("pg_catalog", "pg_roles")))
        .where(isStandIn())
        .and(
            ROLE.in(lent.stream().map(DSL::inline).toList())
                .or(
                    field(name("pg_roles", "oid"))
                        .in(
                            select(field(name("refobjid")))
                                .from(table(name("pg_catalog", "pg_shdepend")))
                                .join(table(name("pg_catalog", "pg_database")))
                                .on(field(name("pg_database", "oid")).eq(field(name("dbid"))))
                                .where(
                                    field(name("datname"), SQLDataType.VARCHAR)
                                        .eq(inline(database))))))
        .fetchSet(ROLE)
        .stream()
        .sorted()
        .toList();
  }

  /** To be called when the database and its role are gone. */
  void giveBack() throws SQLException {
    for (String role : lent) {
      administrator.lock("pg_advisory_unlock_shared", key(role));
    }
    dropUnused();
  }

  /** Those of killed processes as well. */
  void dropUnused() throws SQLException {
    for (String role : all()) {
      if (administrator.claim(key(role))) {
        drop(role);
        administrator.lock("pg_advisory_unlock", key(role));
      }
    }
  }

  /** One that another database has found without asking for it stays for the next administrator. */
  private void drop(String role) throws SQLException {
    try {
      administrator.execute("drop role if exists \"%s\"", role);
    } catch (SQLException failure) {
      if (!STILL_USED.equals(failure.getSQLState())) {
        throw failure;
      }
    }
  }

  private List<String> all() {
    return administrator
        .sql()
        .select(ROLE)
        .from(table(name("pg_catalog", "pg_roles")))
        .where(isStandIn())
        .fetch(ROLE);
  }

  private static Condition isStandIn() {
    return function(
            name("pg_catalog", "shobj_description"),
            SQLDataType.VARCHAR,
            field(name("oid")),
            inline("pg_authid"))
        .eq(inline(COMMENT));
  }

  private static String key(String role) {
    return "role " + role;
  }
}
