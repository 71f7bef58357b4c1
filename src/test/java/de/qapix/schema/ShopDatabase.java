package de.qapix.schema;

import de.qapix.TestDatabase;
import de.qapix.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The database of {@code shop.sql} on one server; whatever is done to it is undone again. */
final class ShopDatabase {

  private static final Map<TestServer, ShopDatabase> MADE = new ConcurrentHashMap<>();

  private final TestDatabase database;
  private final Catalog catalog;

  private ShopDatabase(TestDatabase database) throws SQLException {
    this.database = database;
    this.catalog = readAfter(List.of());
  }

  static ShopDatabase on(TestServer server) {
    return MADE.computeIfAbsent(server, ShopDatabase::make);
  }

  private static ShopDatabase make(TestServer server) {
    TestDatabase database = TestDatabase.empty(server);
    try (Connection connection = database.dataSource().getConnection()) {
      execute(connection, Injection.resource("shop.sql"));
      return new ShopDatabase(database);
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  Catalog catalog() {
    return catalog;
  }

  /** The catalog as it is after these statements. */
  Catalog catalogAfter(List<String> statements) {
    try {
      return statements.isEmpty() ? catalog : readAfter(statements);
    } catch (SQLException refused) {
      throw new AssertionError(String.join(";\n", statements), refused);
    }
  }

  /** The same, empty where the server refuses one of the statements. */
  Optional<Catalog> tryCatalogAfter(List<String> statements) {
    try {
      return Optional.of(readAfter(statements));
    } catch (SQLException refused) {
      return Optional.empty();
    }
  }

  private Catalog readAfter(List<String> statements) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (String statement : statements) {
        execute(connection, statement);
      }
      return CatalogReader.all(DSL.using(connection, SQLDialect.POSTGRES));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
