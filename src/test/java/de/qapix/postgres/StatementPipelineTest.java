package de.qapix.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.qapix.TestDatabase;
import de.qapix.postgres.StatementPipeline.FailedStatementException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementPipelineTest {

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();

  @ParameterizedTest
  @ValueSource(strings = {"extended", "simple"})
  void statements_run_in_their_order_in_one_transaction_whatever_they_answer(String mode)
      throws Exception {
    try (Connection connection = connect(mode)) {
      connection.setAutoCommit(false);
      StatementPipeline.run(
          connection,
          List.of(
              "create table t (n int)",
              "insert into t values (1), (2)",
              "select n from t",
              "",
              "do $$ begin raise notice 'said'; end $$",
              "insert into t select count(*) from t"));
      assertThat(tables()).isEmpty();
      connection.commit();
    }
    assertThat(database.sql().fetchSingle("select sum(n) from t").get(0, int.class)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended", "simple"})
  void the_one_that_fails_is_named_and_none_after_it_is_done(String mode) throws Exception {
    try (Connection connection = connect(mode)) {
      connection.setAutoCommit(false);
      FailedStatementException failure =
          catchThrowableOfType(
              FailedStatementException.class,
              () ->
                  StatementPipeline.run(
                      connection,
                      List.of("create table t (n int)", "select 1/0", "create table u (n int)")));
      assertThat(failure.index()).isEqualTo(1);
      assertThat(failure.reason().getSQLState()).isEqualTo("22012");
      connection.rollback();
      StatementPipeline.run(connection, List.of("create table u (n int)"));
      connection.commit();
    }
    assertThat(tables()).containsExactly("u");
  }

  @Test
  void what_only_the_commit_refuses_is_said_by_the_commit() throws Exception {
    try (Connection connection = connect("extended")) {
      connection.setAutoCommit(false);
      StatementPipeline.run(
          connection,
          List.of(
              "create table t (n int unique deferrable initially deferred)",
              "insert into t values (1), (1)"));
      assertThat(catchThrowableOfType(SQLException.class, connection::commit).getSQLState())
          .isEqualTo("23505");
    }
    assertThat(tables()).isEmpty();
  }

  private List<String> tables() {
    return database
        .sql()
        .fetch("select tablename from pg_tables where schemaname = 'public'")
        .into(String.class);
  }

  private Connection connect(String mode) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s?user=postgres&preferQueryMode=%s"
            .formatted(database.port(), database.name(), mode));
  }
}
