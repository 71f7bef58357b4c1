package de.qapix.checks.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.Effort;
import de.qapix.TestDatabase;
import de.qapix.TestServer;
import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ReadOnlyTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pair of {@code pairs.sql} there and back. */
class DiffPairsTest {

  /** The server has no statement that makes an index invalid. */
  private static final String ONE_WAY = " (there only)";

  private static final Map<TestServer, Connection> OPEN = new ConcurrentHashMap<>();

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("pairs")
  void each_becomes_the_other(TestServer server, String name, String one, String other)
      throws SQLException {
    Connection connection = OPEN.computeIfAbsent(server, DiffPairsTest::open);
    assertThat(left(connection, one, other)).as("there").isEmpty();
    if (!name.endsWith(ONE_WAY)) {
      assertThat(left(connection, other, one)).as("back").isEmpty();
    }
  }

  private static String left(Connection connection, String one, String other) throws SQLException {
    Catalog from = catalogAfter(connection, one);
    Catalog to = catalogAfter(connection, other);
    List<Change> changes = DiffSql.between(from, to);
    String sql =
        changes.stream()
            .map(change -> ((Change.Statement) change).sql() + ";\n")
            .collect(joining());
    try {
      Catalog result = catalogAfter(connection, one + ";\n" + sql);
      return CatalogComparison.between(to, result).stream()
          .map(difference -> difference + "\n" + sql)
          .collect(joining("\n"));
    } catch (SQLException refused) {
      return refused.getMessage() + "\n" + sql;
    }
  }

  static Stream<Arguments> pairs() throws IOException {
    String text;
    try (InputStream file = DiffPairsTest.class.getResourceAsStream("pairs.sql")) {
      text = new String(file.readAllBytes(), UTF_8);
    }
    List<String> blocks = Stream.of(text.split("\n\n")).skip(1).toList();
    return Effort.servers()
        .flatMap(
            server ->
                blocks.stream()
                    .map(
                        block ->
                            Arguments.of(
                                server,
                                block.lines().findFirst().orElseThrow().substring(3),
                                block.substring(0, block.indexOf("\n----\n")),
                                block.substring(block.indexOf("\n----\n") + 6))));
  }

  private static Connection open(TestServer server) {
    try {
      Connection connection = TestDatabase.empty(server).dataSource().getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Catalog catalogAfter(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(script);
      DSLContext transaction = DSL.using(connection, SQLDialect.POSTGRES);
      ReadOnlyTransaction.begin(transaction);
      return CatalogReader.all(transaction);
    } finally {
      connection.rollback();
    }
  }
}
