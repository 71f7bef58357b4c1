package de.qapix.checks.scratch;

import de.qapix.TestDatabase;
import de.qapix.TestServer;
import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ReadOnlyTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The database of {@code shop.sql} on one server; whatever is done to it is undone again. It is
 * read over one connection, as a new one would read the server's own tables anew each time, and
 * what was read once is kept.
 */
public final class ShopDatabase {

  private static final Map<TestServer, ShopDatabase> MADE = new ConcurrentHashMap<>();

  private final Connection connection;
  private final Map<List<String>, Catalog> known = new HashMap<>();

  private ShopDatabase(Connection connection) {
    this.connection = connection;
  }

  public static ShopDatabase on(TestServer server) {
    return MADE.computeIfAbsent(server, ShopDatabase::make);
  }

  private static ShopDatabase make(TestServer server) {
    try {
      Connection connection = TestDatabase.empty(server).dataSource().getConnection();
      execute(connection, Injection.resource("shop.sql"));
      connection.setAutoCommit(false);
      return new ShopDatabase(connection);
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  public Catalog catalog() {
    return catalogAfter(List.of());
  }

  /** The catalog as it is after these statements. */
  public Catalog catalogAfter(List<String> statements) {
    try {
      return readAfter(statements);
    } catch (SQLException refused) {
      throw new AssertionError(String.join(";\n", statements), refused);
    }
  }

  /** The same, empty where the server refuses one of the statements. */
  public Optional<Catalog> tryCatalogAfter(List<String> statements) {
    try {
      return Optional.of(readAfter(statements));
    } catch (SQLException refused) {
      return Optional.empty();
    }
  }

  private synchronized Catalog readAfter(List<String> statements) throws SQLException {
    Catalog catalog = known.get(statements);
    if (catalog == null) {
      catalog = read(statements);
      known.put(statements, catalog);
    }
    return catalog;
  }

  private Catalog read(List<String> statements) throws SQLException {
    try {
      for (String statement : statements) {
        execute(connection, statement);
      }
      DSLContext transaction = DSL.using(connection, SQLDialect.POSTGRES);
      ReadOnlyTransaction.begin(transaction);
      return CatalogReader.all(transaction);
    } finally {
      connection.rollback();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
