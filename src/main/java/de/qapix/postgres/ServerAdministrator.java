package de.qapix.postgres;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Makes and drops databases and roles, over one connection. Who uses one of them holds an advisory
 * lock on its name, which ends with its process.
 */
final class ServerAdministrator implements AutoCloseable {

  /** What the names of scratch databases and their roles begin with. */
  static final String SCRATCH = "qapix_scratch_";

  private final Connection connection;
  private final DSLContext server;

  ServerAdministrator(Connection connection) {
    this.connection = connection;
    this.server = DSL.using(connection, SQLDialect.POSTGRES);
  }

  DSLContext sql() {
    return server;
  }

  /** Whether it is ours now. */
  boolean claim(String holder) {
    return lock("pg_try_advisory_lock", holder);
  }

  /** One of the functions for advisory locks; whether it worked, where it tells. */
  boolean lock(String function, String holder) {
    return "t"
        .equals(
            server.fetchValue(
                function(
                    name("pg_catalog", function),
                    SQLDataType.VARCHAR,
                    function(
                        name("pg_catalog", "hashtextextended"),
                        SQLDataType.BIGINT,
                        inline(holder),
                        inline(0)))));
  }

  /** Runs a statement in which each name stands between double quotes. */
  void execute(String statement, String... names) throws SQLException {
    Object[] escaped = Stream.of(names).map(name -> name.replace("\"", "\"\"")).toArray();
    try (Statement sql = connection.createStatement()) {
      sql.setEscapeProcessing(false);
      sql.execute(String.format(Locale.ROOT, statement, escaped));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
