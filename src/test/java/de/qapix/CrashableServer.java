package de.qapix;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A PostgreSQL that keeps its promises over a power cut, and can have one. */
final class CrashableServer implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres server;

  CrashableServer(Path folder) throws IOException {
    this.data = folder.resolve("data");
    this.server = start();
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("timezone", "Asia/Kathmandu")
        // Both are off in the builder, and then a power cut takes back what was committed.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("deadlock_timeout", "50ms")
        .start();
  }

  String url() {
    return "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
  }

  DSLContext sql() {
    return DSL.using(dataSource(), SQLDialect.POSTGRES);
  }

  DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  /** Stops at once without writing anything more, as {@code pg_ctl -m immediate} does. */
  void cutPower() throws IOException, InterruptedException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> process.onExit().join());
  }

  /** Starts again, on another port, and recovers. */
  void restorePower() throws IOException {
    server.close();
    server = start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
