package de.qapix.migrate;

import de.qapix.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The two shared tables as the other application makes them. */
final class PrismaTables {

  static void create(TestDatabase database, String schema) {
    database.sql().execute("create schema if not exists " + schema);
    database.sql().execute("set search_path to " + schema + ";\n" + ddl());
  }

  private static String ddl() {
    try (InputStream stream = PrismaTables.class.getResourceAsStream("prisma.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private PrismaTables() {}
}
