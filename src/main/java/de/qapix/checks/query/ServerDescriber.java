package de.qapix.checks.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Oid;
import org.postgresql.core.ParameterList;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.SqlCommandType;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Sends nothing but Parse and Describe of the extended protocol (PostgreSQL's manual, "Message
 * Flow"), in a transaction that is read-only: whatever the text is, there is no message that would
 * run it, and the server refuses more than one statement in a Parse. The driver's public methods
 * cannot do this: they renumber parameters, and translate the text.
 */
public final class ServerDescriber implements AutoCloseable {

  private static final int FLAGS =
      QueryExecutor.QUERY_ONESHOT
          | QueryExecutor.QUERY_DESCRIBE_ONLY
          | QueryExecutor.QUERY_SUPPRESS_BEGIN;

  private static final String SEARCH_PATH =
      "select set_config('search_path',"
          + " concat_ws(', ', quote_ident(?), nullif(current_setting('search_path'), '')), true)";

  private static final String INDETERMINATE = "42P18";
  private static final Pattern NUMBER = Pattern.compile("\\$(\\d{1,5})");

  private final Connection connection;
  private final QueryExecutor executor;
  private final Savepoint clean;

  private ServerDescriber(Connection connection, Optional<String> schema) throws SQLException {
    this.connection = connection;
    this.executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
    if (executor.getPreferQueryMode() == PreferQueryMode.SIMPLE) {
      throw new IllegalArgumentException("the simple protocol would run what is to be described");
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    if (schema.isPresent()) {
      lookFirstIn(schema.get());
    }
    this.clean = connection.setSavepoint("clean");
  }

  /** Connects, and stays connected until it is closed. */
  public static ServerDescriber connect(DataSource database) throws SQLException {
    return connect(database, Optional.empty());
  }

  /** The same, where names without a schema are looked for in this one first. */
  public static ServerDescriber connect(DataSource database, String schema) throws SQLException {
    return connect(database, Optional.of(schema));
  }

  private static ServerDescriber connect(DataSource database, Optional<String> schema)
      throws SQLException {
    Connection connection = database.getConnection();
    try {
      return new ServerDescriber(connection, schema);
    } catch (SQLException | IllegalArgumentException failure) {
      connection.close();
      throw failure;
    }
  }

  /** For this transaction alone: behind a pooler the next one may be another session. */
  private void lookFirstIn(String schema) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SEARCH_PATH)) {
      statement.setString(1, schema);
      statement.execute();
    }
  }

  /** The connection in its transaction, for reading what stands in the catalog. */
  Connection connection() {
    return connection;
  }

  /**
   * What the server has against a statement; nothing if it would run it.
   *
   * @param sql one statement
   * @param parameters how many {@code $n} it has
   */
  Optional<Refusal> refusal(String sql, int parameters) {
    try {
      int[] types = new int[parameters];
      Optional<Refusal> refusal = ask(sql, types);
      // Libraries that send a type with each value may well use what is no use without.
      for (int tries = 0; tries < parameters; tries++) {
        int unknown = refusal.map(ServerDescriber::indeterminate).orElse(0);
        if (unknown < 1 || unknown > parameters || types[unknown - 1] == Oid.TEXT) {
          return refusal;
        }
        types[unknown - 1] = Oid.TEXT;
        refusal = ask(sql, types);
      }
      return refusal;
    } catch (SQLException broken) {
      throw new DataAccessException("to describe a statement", broken);
    }
  }

  /**
   * Whether the server would run all of these, asked at once: a distant one takes its time for each
   * question.
   *
   * @param sql statements that end with semicolons, with a question mark for each value
   */
  public boolean acceptsAll(String sql) {
    try {
      Query query = executor.createQuery(sql, false, true).query;
      try {
        executor.execute(query, query.createParameterList(), new Nothing(), 0, 0, FLAGS);
        return true;
      } catch (PSQLException refusal) {
        if (refusal.getServerErrorMessage() == null || connection.isClosed()) {
          throw refusal;
        }
        connection.rollback(clean);
        return false;
      } finally {
        query.close();
      }
    } catch (SQLException broken) {
      throw new DataAccessException("to describe statements", broken);
    }
  }

  /** The number of the parameter whose type the server cannot tell; 0 if it is not that. */
  private static int indeterminate(Refusal refusal) {
    Matcher number = NUMBER.matcher(refusal.message());
    return refusal.state().equals(INDETERMINATE) && number.find()
        ? Integer.parseInt(number.group(1))
        : 0;
  }

  private Optional<Refusal> ask(String sql, int[] types) throws SQLException {
    int[] positions = new int[types.length];
    Arrays.setAll(positions, at -> at);
    Query query =
        executor.wrap(
            List.of(
                new NativeQuery(
                    sql,
                    positions,
                    false,
                    SqlCommand.createStatementTypeInfo(SqlCommandType.BLANK))));
    ParameterList values = query.createParameterList();
    for (int at = 0; at < types.length; at++) {
      if (types[at] != Oid.UNSPECIFIED) {
        values.setNull(at + 1, types[at]);
      }
    }
    try {
      executor.execute(query, values, new Nothing(), 0, 0, FLAGS);
      return Optional.empty();
    } catch (PSQLException refusal) {
      ServerErrorMessage words = refusal.getServerErrorMessage();
      if (words == null || connection.isClosed()) {
        throw refusal;
      }
      connection.rollback(clean);
      return Optional.of(refusal(sql, words));
    } finally {
      query.close();
    }
  }

  private static Refusal refusal(String sql, ServerErrorMessage words) {
    int characters = words.getPosition() - 1;
    boolean placed = characters >= 0 && characters <= sql.codePointCount(0, sql.length());
    return new Refusal(
        String.valueOf(words.getSQLState()),
        String.valueOf(words.getMessage()),
        Optional.ofNullable(words.getHint()),
        placed ? sql.offsetByCodePoints(0, characters) : -1);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }

  private static final class Nothing extends ResultHandlerBase {

    @Override
    public void handleWarning(SQLWarning warning) {
      // What the server warns of it would warn of again when the statement runs.
    }
  }
}
