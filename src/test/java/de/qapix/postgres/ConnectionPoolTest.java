package de.qapix.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionPoolTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  private ConnectionPool pool;

  @BeforeEach
  void open() throws SQLException {
    pool =
        new ConnectionPool(
            database.dataSource().getConnection(), 2, database.dataSource()::getConnection);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void a_connection_that_came_back_is_lent_again_with_nothing_of_its_transaction_left()
      throws SQLException {
    int first;
    try (Connection connection = pool.lend(AT_ONCE)) {
      first = backend(connection);
      connection.setAutoCommit(false);
      connection.createStatement().execute("create table t (n int)");
    }
    try (Connection connection = pool.lend(AT_ONCE)) {
      assertThat(backend(connection)).isEqualTo(first);
      assertThat(connection.getAutoCommit()).isTrue();
    }
    assertThat(database.sql().fetch("select from pg_tables where tablename = 't'")).isEmpty();
  }

  @Test
  void as_many_are_open_as_may_be_and_who_comes_then_waits_for_one() throws SQLException {
    Connection first = pool.lend(AT_ONCE);
    Connection second = pool.lend(AT_ONCE);
    assertThat(backend(first)).isNotEqualTo(backend(second));
    assertThatThrownBy(() -> pool.lend(AT_ONCE))
        .isInstanceOf(SQLTransientConnectionException.class);

    first.close();
    pool.lend(AT_ONCE).close();
    second.close();
  }

  @Test
  void one_that_the_server_has_ended_is_not_lent_again_but_replaced() throws SQLException {
    Connection lost = pool.lend(AT_ONCE);
    int backend = backend(lost);
    database.sql().execute("select pg_terminate_backend(" + backend + ", 20000)");
    assertThatThrownBy(() -> backend(lost)).isInstanceOf(SQLException.class);
    lost.close();

    try (Connection connection = pool.lend(AT_ONCE);
        Connection another = pool.lend(AT_ONCE)) {
      assertThat(backend(connection)).isNotEqualTo(backend);
      assertThat(backend(another)).isNotEqualTo(backend);
    }
  }

  @Test
  void one_that_is_lent_while_the_pool_closes_ends_when_it_comes_back() throws SQLException {
    Connection lent = pool.lend(AT_ONCE);
    int backend = backend(lent);
    pool.close();
    assertThat(backend(lent)).isEqualTo(backend);
    lent.close();

    database.sql().execute("select pg_terminate_backend(" + backend + ", 20000)");
    assertThat(database.sql().fetch("select from pg_stat_activity where pid = " + backend))
        .isEmpty();
    assertThat(lent.isClosed()).isTrue();
  }

  private static int backend(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
