package de.qapix.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A PostgreSQL that keeps what it is given (fsync and synchronous_commit on), with an empty
 * database for each scenario.
 */
final class Databases implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path home;
  private int number;

  Databases() throws IOException {
    this.server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    this.home = Files.createTempDirectory("bench-home");
  }

  String version() {
    return sql("postgres").fetchSingle("show server_version").get(0, String.class);
  }

  /** A new database with nothing in it; gives its name. */
  String createEmpty() {
    String name = "bench_" + ++number;
    sql("postgres").execute("create database " + name);
    return name;
  }

  /** A new database, migrated; gives its name. */
  String create() throws IOException, InterruptedException {
    String name = createEmpty();
    new Program(environment(name, "http://127.0.0.1:1")).run("migrate", "--quiet");
    return name;
  }

  Map<String, String> environment(String database, String api) {
    return environment(database, server.getPort(), api);
  }

  /** The same with another way to the server. */
  Map<String, String> environment(String database, int port, String api) {
    return Map.of(
        "DATABASE_URL",
        url(database, port),
        "CALENDLY_API_URL",
        api,
        "CALENDLY_API_TOKEN",
        "sandbox",
        "HOME",
        home.toString());
  }

  int port() {
    return server.getPort();
  }

  private static String url(String database, int port) {
    return "postgresql://postgres@localhost:" + port + "/" + database;
  }

  String jdbcUrl(String database) {
    return "jdbc:" + url(database, port()).replace("postgres@", "") + "?user=postgres";
  }

  DSLContext sql(String database) {
    return DSL.using(server.getDatabase("postgres", database), SQLDialect.POSTGRES);
  }

  Set<String> eventUris(String database) {
    return new HashSet<>(
        sql(database)
            .fetch("select uri from qapix.calendly_event where \"deletedAt\" is null")
            .getValues(0, String.class));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
