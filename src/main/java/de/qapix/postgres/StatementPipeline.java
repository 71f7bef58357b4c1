package de.qapix.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.SqlCommandType;
import org.postgresql.core.Tuple;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Sends statements one after another without waiting for each answer: a distant server takes its
 * time for them. After one that fails the server does no other, and it is known which one it was;
 * the driver's public batches do not tell.
 */
public final class StatementPipeline extends ResultHandlerBase {

  private int done;

  private StatementPipeline() {}

  /** That a statement failed, and which one. */
  public static final class FailedStatementException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final SQLException reason;

    private FailedStatementException(int index, SQLException reason) {
      super(reason);
      this.index = index;
      this.reason = reason;
    }

    /** Its number among those that were sent, from 0. */
    public int index() {
      return index;
    }

    public SQLException reason() {
      return reason;
    }
  }

  /** Runs them in the transaction that is open, or begins it where they do not commit at once. */
  public static void run(Connection connection, List<String> statements)
      throws FailedStatementException {
    if (statements.isEmpty()) {
      return;
    }
    StatementPipeline answers = new StatementPipeline();
    try {
      BaseConnection session = connection.unwrap(BaseConnection.class);
      QueryExecutor executor = session.getQueryExecutor();
      if (executor.getPreferQueryMode() == PreferQueryMode.SIMPLE) {
        for (String statement : statements) {
          answers.send(session, List.of(statement));
        }
      } else {
        answers.send(session, statements);
      }
    } catch (SQLException failure) {
      throw new FailedStatementException(Math.min(answers.done, statements.size() - 1), failure);
    }
  }

  private void send(BaseConnection session, List<String> statements) throws SQLException {
    QueryExecutor executor = session.getQueryExecutor();
    Query query = executor.wrap(statements.stream().map(StatementPipeline::asItIs).toList());
    int flags = QueryExecutor.QUERY_ONESHOT;
    if (session.getAutoCommit()) {
      flags |= QueryExecutor.QUERY_SUPPRESS_BEGIN;
    }
    try {
      executor.execute(query, null, this, 0, 0, flags);
    } finally {
      query.close();
    }
  }

  private static NativeQuery asItIs(String statement) {
    return new NativeQuery(
        statement, new int[0], false, SqlCommand.createStatementTypeInfo(SqlCommandType.BLANK));
  }

  @Override
  public void handleCommandStatus(String status, long updateCount, long insertOid) {
    done++;
  }

  @Override
  public void handleResultRows(
      Query from, Field[] fields, List<Tuple> tuples, ResultCursor cursor) {
    done++;
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    // Nobody reads what the server remarks.
  }
}
