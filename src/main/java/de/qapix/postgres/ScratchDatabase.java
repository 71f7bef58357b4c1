package de.qapix.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.impl.SQLDataType;
import org.postgresql.PGProperty;

/**
 * A database of the embedded server in which the SQL of others may run: it belongs to a role of its
 * own that has rights nowhere else, and both are dropped at the end. The administrator never
 * connects to it, so nothing in it can run with his rights.
 */
public final class ScratchDatabase implements AutoCloseable {

  private static final int RANDOM_BYTES = 8;
  private static final String LARGEST_RESULT = "32M";

  private final Connector connector;
  private final ScratchSweep sweep;
  private final ServerAdministrator administrator;
  private final StandInRoles roles;
  private final ConnectionSettings settings;
  private final String name;
  private final String password;

  private ScratchDatabase(
      Connector connector,
      ServerAdministrator administrator,
      ConnectionSettings settings,
      String name,
      String password) {
    this.connector = connector;
    this.administrator = administrator;
    this.sweep = new ScratchSweep(administrator);
    this.roles = new StandInRoles(administrator);
    this.name = name;
    this.password = password;
    this.settings = settings;
  }

  /** Makes one, after what killed processes have left was dropped. */
  static ScratchDatabase create(Connector connector, Connection administrator, int port)
      throws SQLException {
    String name = ServerAdministrator.SCRATCH + random();
    String password = random() + random() + random();
    ScratchDatabase database =
        new ScratchDatabase(
            connector,
            new ServerAdministrator(administrator),
            ConnectionSettings.of("127.0.0.1", port, name, name, password),
            name,
            password);
    try {
      database.sweep.run();
      database.administrator.claim(name);
      database.administrator.claim(database.guests());
      database.create();
      return database;
    } catch (RuntimeException | SQLException failure) {
      database.close();
      throw failure;
    }
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void create() throws SQLException {
    administrator.execute(
        "create role \"%s\" login password '%s' connection limit 10", name, password);
    administrator.execute("alter role \"%s\" set temp_file_limit = '1GB'", name);
    administrator.execute("create role \"%s\" nologin role \"%s\"", guests(), name);
    for (String other : othersThatItMayEnter()) {
      administrator.execute("revoke connect, temporary on database \"%s\" from public", other);
    }
    administrator.execute("create database \"%s\" owner \"%1$s\" template template0", name);
    administrator.execute("revoke all on database \"%s\" from public", name);
    // It need not outlive a crash.
    administrator.execute("alter database \"%s\" set synchronous_commit = off", name);
  }

  private Iterable<String> othersThatItMayEnter() {
    return administrator
        .sql()
        .select(field(name("datname"), SQLDataType.VARCHAR))
        .from(table(name("pg_catalog", "pg_database")))
        .where(
            function(
                    name("pg_catalog", "has_database_privilege"),
                    SQLDataType.BOOLEAN,
                    inline(name),
                    field(name("oid")),
                    inline("connect"))
                .isTrue())
        .fetch(field(name("datname"), SQLDataType.VARCHAR));
  }

  /** As the owner, several statements at once as one transaction, nothing translated. */
  public DataSource scripts() {
    return connector.dataSource(
        settings
            .with(PGProperty.PREFER_QUERY_MODE, "simple")
            .with(PGProperty.MAX_RESULT_BUFFER, LARGEST_RESULT));
  }

  /** As the owner, for reading. */
  public DataSource reading() {
    return connector.dataSource(
        settings.with(PGProperty.OPTIONS, "-c default_transaction_read_only=on"));
  }

  /** Makes it possible again to connect, for what has run in it may have shut us out. */
  public void reopen() throws SQLException {
    administrator.execute("alter role \"%s\" password '%s'", name, password);
    administrator.execute("alter role \"%s\" in database \"%1$s\" reset all", name);
    administrator.execute("alter database \"%s\" connection limit -1", name);
  }

  /** Makes a role that the scripts name and the server lacks; false if that cannot be. */
  public boolean lendRole(String role) throws SQLException {
    if (!roles.lend(role, name)) {
      return false;
    }
    administrator.execute("grant \"%s\" to \"%s\"", guests(), role);
    return true;
  }

  /** A role of which those that were lent are members: what it may do, they may. */
  public String guests() {
    return ScratchSweep.guests(name);
  }

  /** The roles that were made for it and the like. */
  public List<String> lentRoles() {
    return roles.usedIn(name);
  }

  /** Ends every session in it, which it can neither catch nor put off. */
  public void terminate() {
    administrator
        .sql()
        .select(
            function(
                name("pg_catalog", "pg_terminate_backend"),
                SQLDataType.BOOLEAN,
                field(name("pid"))))
        .from(table(name("pg_catalog", "pg_stat_activity")))
        .where(field(name("datname")).eq(inline(name)))
        .fetch();
  }

  @Override
  public void close() throws SQLException {
    try (administrator) {
      sweep.drop(name);
      sweep.drop(guests());
      roles.giveBack();
    }
  }
}
