package de.qapix;

import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one test, on a real PostgreSQL that the whole test JVM shares. As a
 * {@code @RegisterExtension} field it is dropped after the test. Unkind on purpose: neither the
 * server's time zone nor that of a session is UTC.
 */
public final class TestDatabase implements AfterEachCallback, AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name = "test_" + NUMBER.incrementAndGet();

  private TestDatabase(String template) {
    onServer("create database " + name + " template " + template);
  }

  /** A database with nothing in it. */
  public static TestDatabase empty() {
    return new TestDatabase("template1");
  }

  /** A database to which all migrations have been applied, the two shared tables in public. */
  public static TestDatabase migrated() {
    return new TestDatabase(Migrated.NAME);
  }

  /** Opens a new connection each time, as the superuser. */
  public DataSource dataSource() {
    return dataSource("postgres");
  }

  /** Opens a new connection each time, as this user; the server asks nobody for a password. */
  public DataSource dataSource(String user) {
    return connectTo(name, user);
  }

  /** The address as {@code DATABASE_URL} has it. */
  public String url() {
    return "postgresql://postgres@localhost:" + Server.INSTANCE.getPort() + "/" + name;
  }

  /** Runs statements, each on a new connection of the superuser. */
  public DSLContext sql() {
    return DSL.using(dataSource(), SQLDialect.POSTGRES);
  }

  /** The database's name on the server. */
  public String name() {
    return name;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    onServer("drop database if exists " + name + " with (force)");
  }

  private static void onServer(String statement) {
    DSL.using(connectTo("postgres", "postgres"), SQLDialect.POSTGRES).execute(statement);
  }

  private static DataSource connectTo(String database, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {Server.INSTANCE.getPort()});
    source.setDatabaseName(database);
    source.setUser(user);
    return source;
  }

  /** Started by the first test that needs it; ends with the JVM. */
  private static final class Server {

    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("timezone", "Asia/Kathmandu")
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** Migrated once, then copied. */
  private static final class Migrated {

    static final String NAME = create();

    private static String create() {
      onServer("create database migrated");
      new Migrations(connectTo("migrated", "postgres"), "public").migrate(MigrationWatch.none());
      return "migrated";
    }
  }
}
