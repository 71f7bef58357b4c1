package de.qapix;

import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL of each version that tests run on, started by the first test of this JVM that
 * needs it. {@code @ParameterizedTest @EnumSource} runs a test on each of them.
 */
public enum TestServer {
  /** The oldest that is tested. */
  V15(15),
  /** The one that the product embeds. */
  V17(17),
  /** The newest. */
  V18(18);

  private static final Map<TestServer, EmbeddedPostgres> RUNNING = new ConcurrentHashMap<>();
  private static final Map<TestServer, String> MIGRATED = new ConcurrentHashMap<>();

  private final int version;

  TestServer(int version) {
    this.version = version;
  }

  /** The major version, such as 17. */
  public int version() {
    return version;
  }

  /** The server of that major version. */
  public static TestServer of(int version) {
    return valueOf("V" + version);
  }

  int port() {
    return RUNNING.computeIfAbsent(this, TestServer::start).getPort();
  }

  /** Opens a new connection each time; the server asks nobody for a password. */
  DataSource connectTo(String database, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port()});
    source.setDatabaseName(database);
    source.setUser(user);
    return source;
  }

  void execute(String statement) {
    DSL.using(connectTo("postgres", "postgres"), SQLDialect.POSTGRES).execute(statement);
  }

  /** The name of a database to which all migrations have been applied, to be copied. */
  String migrated() {
    return MIGRATED.computeIfAbsent(this, TestServer::migrate);
  }

  private String migrate() {
    execute("create database migrated");
    new Migrations(connectTo("migrated", "postgres"), "public").migrate(MigrationWatch.none());
    return "migrated";
  }

  private EmbeddedPostgres start() {
    EmbeddedPostgres.Builder server =
        EmbeddedPostgres.builder()
            .setServerConfig("timezone", "Asia/Kathmandu")
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off");
    if (this != V17) {
      server.setPgBinaryResolver((system, machine) -> binaries());
    }
    try {
      return server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What Maven has copied there, as the class path has room for one version only. */
  private InputStream binaries() throws IOException {
    Path folder =
        Path.of(System.getProperty("qapix.postgres-binaries", "target/postgres-binaries"));
    JarFile jar = new JarFile(folder.resolve(version + ".jar").toFile());
    JarEntry archive =
        jar.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
    return new FilterInputStream(jar.getInputStream(archive)) {
      @Override
      public void close() throws IOException {
        jar.close();
      }
    };
  }
}
