package de.qapix.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A process of its own that uses the embedded server: writes a row for each line that it is sent,
 * says so when the row is committed, and leaves at the end of its input.
 */
final class EmbeddedServerProbe {

  private EmbeddedServerProbe() {}

  /** Arguments: folder, version, name. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.err;
    try (EmbeddedServer server =
        EmbeddedServer.open(Path.of(arguments[0]), arguments[1], step -> {})) {
      int number = 0;
      InputStream in = System.in;
      while (in.read() >= 0) {
        String text = arguments[2] + "-" + number++;
        write(server, text);
        out.println("written " + text);
      }
    }
  }

  /** Tries again once after the server has been made to run again. */
  private static void write(EmbeddedServer server, String text)
      throws IOException, InterruptedException, SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        insert(server, text);
        return;
      } catch (SQLException broken) {
        if (attempt == 10) {
          throw broken;
        }
        server.ensure();
      }
    }
  }

  private static void insert(EmbeddedServer server, String text)
      throws IOException, InterruptedException, SQLException {
    ConnectionSettings settings = server.database("probe");
    try (Connection connection = new Connector().connect(settings);
        Statement create = connection.createStatement()) {
      create.execute("select pg_advisory_lock(1)");
      create.execute("create table if not exists written (text text primary key)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into written values (?) on conflict do nothing")) {
        insert.setString(1, text);
        insert.executeUpdate();
      }
    }
  }
}
