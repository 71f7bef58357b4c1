package de.qapix;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for one test, on a real PostgreSQL that the whole test JVM shares: that of
 * {@link TestServer#V17} where no other is named. As a {@code @RegisterExtension} field it is
 * dropped after the test. Unkind on purpose: neither the server's time zone nor that of a session
 * is UTC.
 */
public final class TestDatabase implements AfterEachCallback, AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestServer server;
  private final String name = "test_" + NUMBER.incrementAndGet();

  private TestDatabase(TestServer server, String template) {
    this.server = server;
    server.execute("create database " + name + " template " + template);
  }

  /** A database with nothing in it. */
  public static TestDatabase empty() {
    return empty(TestServer.V17);
  }

  /** A database with nothing in it, on a server of that version. */
  public static TestDatabase empty(TestServer server) {
    return new TestDatabase(server, "template1");
  }

  /** A database to which all migrations have been applied, the two shared tables in public. */
  public static TestDatabase migrated() {
    return migrated(TestServer.V17);
  }

  /** The same on a server of that version. */
  public static TestDatabase migrated(TestServer server) {
    return new TestDatabase(server, server.migrated());
  }

  /** Opens a new connection each time, as the superuser. */
  public DataSource dataSource() {
    return dataSource("postgres");
  }

  /** Opens a new connection each time, as this user; the server asks nobody for a password. */
  public DataSource dataSource(String user) {
    return server.connectTo(name, user);
  }

  /** The address as {@code DATABASE_URL} has it. */
  public String url() {
    return "postgresql://postgres@localhost:" + server.port() + "/" + name;
  }

  /** Runs statements, each on a new connection of the superuser. */
  public DSLContext sql() {
    return DSL.using(dataSource(), SQLDialect.POSTGRES);
  }

  /** The server's port. */
  public int port() {
    return server.port();
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
    server.execute("drop database if exists " + name + " with (force)");
  }
}
