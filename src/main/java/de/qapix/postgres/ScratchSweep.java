package de.qapix.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Drops scratch databases and their roles. Who uses one holds an advisory lock on its name, which
 * ends with its process.
 */
final class ScratchSweep {

  static final String PREFIX = "qapix_scratch_";

  private static final Field<String> ROLE = field(name("rolname"), SQLDataType.VARCHAR);
  private static final Field<String> DATABASE = field(name("datname"), SQLDataType.VARCHAR);

  private final Connection administrator;
  private final DSLContext server;

  ScratchSweep(Connection administrator) {
    this.administrator = administrator;
    this.server = DSL.using(administrator, SQLDialect.POSTGRES);
  }

  /** Drops what nobody uses any more. */
  void run() throws SQLException {
    for (String left : all()) {
      if (claim(left)) {
        drop(left);
        lock("pg_advisory_unlock", left);
      }
    }
    new StandInRoles(this, server).dropUnused();
  }

  private List<String> all() {
    return server
        .select(ROLE)
        .from(table(name("pg_catalog", "pg_roles")))
        .where(ROLE.startsWith(inline(PREFIX)))
        .union(
            select(DATABASE)
                .from(table(name("pg_catalog", "pg_database")))
                .where(DATABASE.startsWith(inline(PREFIX))))
        .fetch(ROLE);
  }

  /** Whether it is ours now. */
  boolean claim(String database) {
    return lock("pg_try_advisory_lock", database);
  }

  /** One of the functions for advisory locks; whether it worked, where it tells. */
  boolean lock(String function, String database) {
    return "t"
        .equals(
            server.fetchValue(
                function(
                    name("pg_catalog", function),
                    SQLDataType.VARCHAR,
                    function(
                        name("pg_catalog", "hashtextextended"),
                        SQLDataType.BIGINT,
                        inline(database),
                        inline(0)))));
  }

  void drop(String database) throws SQLException {
    execute("drop database if exists \"%s\" with (force)", database);
    execute("drop role if exists \"%s\"", database);
  }

  void execute(String statement, Object... names) throws SQLException {
    try (Statement sql = administrator.createStatement()) {
      sql.execute(String.format(Locale.ROOT, statement, names));
    }
  }
}
