package de.qapix.checks.server;

import de.qapix.checks.rows.ResultColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Oid;
import org.postgresql.core.ParameterList;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.SqlCommandType;
import org.postgresql.core.Tuple;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Sends nothing but Parse and Describe of the extended protocol (PostgreSQL's manual, "Message
 * Flow"), in a transaction that is read-only: whatever the text is, there is no message that would
 * run it, and the server refuses more than one statement in a Parse. The driver's public methods
 * cannot do this: they renumber parameters, and translate the text.
 *
 * <p>On a scratch database, and only there, it has statements planned as well: {@code EXPLAIN
 * (GENERIC_PLAN)} without {@code ANALYZE} runs nothing of them. The planner does evaluate immutable
 * functions of constants, which can be the migrations' own: they run as the scratch database's
 * role, which has rights nowhere else, in the read-only transaction, and not for long.
 */
public final class ServerDescriber implements AutoCloseable {

  private static final int FLAGS =
      QueryExecutor.QUERY_ONESHOT
          | QueryExecutor.QUERY_DESCRIBE_ONLY
          | QueryExecutor.QUERY_SUPPRESS_BEGIN;

  private static final String SEARCH_PATH =
      "select set_config('search_path',"
          + " concat_ws(', ', quote_ident(?), nullif(current_setting('search_path'), '')), true)";

  private static final int PLAN = QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN;
  private static final String EXPLAIN = "explain (generic_plan) ";
  private static final String TIME_LIMIT = "set local statement_timeout = '2s'";

  /** When a function has lifted the limit of the server, which is not expected to happen. */
  private static final int LAST_LIMIT_MILLIS = 30_000;

  private static final String NOT_AVAILABLE = "55P03";
  private static final String INDETERMINATE = "42P18";
  private static final Pattern NUMBER = Pattern.compile("\\$(\\d{1,5})");

  private final Connection connection;
  private final QueryExecutor executor;
  private final Savepoint clean;
  private final boolean plans;

  private ServerDescriber(Connection connection, Optional<String> schema, boolean plans)
      throws SQLException {
    this.connection = connection;
    this.plans = plans;
    this.executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
    if (executor.getPreferQueryMode() == PreferQueryMode.SIMPLE) {
      throw new IllegalArgumentException("the simple protocol would run what is to be described");
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    if (schema.isPresent()) {
      lookFirstIn(schema.get());
    }
    if (plans) {
      limitTime();
    }
    this.clean = connection.setSavepoint("clean");
  }

  /** Connects, and stays connected until it is closed. */
  public static ServerDescriber connect(DataSource database) throws SQLException {
    return connect(database, Optional.empty(), false);
  }

  /** The same, where names without a schema are looked for in this one first. */
  public static ServerDescriber connect(DataSource database, String schema) throws SQLException {
    return connect(database, Optional.of(schema), false);
  }

  /** The same for a scratch database, on which statements are planned as well. */
  public static ServerDescriber planning(DataSource scratch, String schema) throws SQLException {
    return connect(scratch, Optional.of(schema), true);
  }

  private static ServerDescriber connect(
      DataSource database, Optional<String> schema, boolean plans) throws SQLException {
    Connection connection = database.getConnection();
    try {
      return new ServerDescriber(connection, schema, plans);
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

  private void limitTime() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, LAST_LIMIT_MILLIS);
    try (Statement statement = connection.createStatement()) {
      statement.execute(TIME_LIMIT);
    }
  }

  /** The connection in its transaction, for reading what stands in the catalog. */
  Connection connection() {
    return connection;
  }

  /**
   * What the server says to a statement.
   *
   * @param refusal what it has against it; nothing if it would run it
   * @param untyped what it said of the parameters, by number, whose type it could not tell, and
   *     which were then said to be texts
   * @param columns of the result; none where there is none
   */
  public record Answer(
      Optional<Refusal> refusal, SortedMap<Integer, String> untyped, List<ResultColumn> columns) {
    public Answer {
      columns = List.copyOf(columns);
      untyped = Collections.unmodifiableSortedMap(new TreeMap<>(untyped));
    }
  }

  /**
   * Asks the server about a statement.
   *
   * @param sql one statement
   * @param parameters how many {@code $n} it has
   */
  Answer describe(String sql, int parameters) {
    int[] types = new int[parameters];
    SortedMap<Integer, String> untyped = new TreeMap<>();
    Described described = new Described();
    Optional<Refusal> refusal = refusal(sql, described, types);
    // Libraries that send a type with each value may well use what is no use without.
    for (int tries = 0; tries < parameters; tries++) {
      int unknown = refusal.map(ServerDescriber::indeterminate).orElse(0);
      if (unknown < 1 || unknown > parameters || untyped.containsKey(unknown)) {
        break;
      }
      untyped.put(unknown, refusal.get().message());
      types[unknown - 1] = Oid.TEXT;
      described = new Described();
      refusal = refusal(sql, described, types);
    }
    return new Answer(refusal, untyped, described.columns);
  }

  /**
   * What the server has against a statement; nothing if it would run it.
   *
   * @param types of its parameters, as the catalog numbers them; 0 where nothing is said of one
   */
  public Optional<Refusal> refusal(String sql, int... types) {
    return refusal(sql, new Described(), types);
  }

  private Optional<Refusal> refusal(String sql, Described described, int[] types) {
    try {
      return send("", sql, types, described, FLAGS);
    } catch (SQLException broken) {
      throw new DataAccessException("to describe a statement", broken);
    }
  }

  /** Whether statements are planned here. */
  public boolean plans() {
    return plans;
  }

  /**
   * What the server's planner has against a statement that it does not refuse; nothing if it would
   * run it.
   *
   * @param parameters how many {@code $n} it has; all of them are null
   */
  public Optional<Refusal> planRefusal(String sql, int parameters) {
    if (!plans) {
      throw new IllegalStateException("only on a scratch database");
    }
    try {
      return send(EXPLAIN, sql, new int[parameters], new Described(), PLAN);
    } catch (SQLException broken) {
      throw new DataAccessException("to plan a statement", broken);
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
        executor.execute(query, query.createParameterList(), new Described(), 0, 0, FLAGS);
        return true;
      } catch (PSQLException refusal) {
        if (refusal.getServerErrorMessage() == null || connection.isClosed() || isLocked(refusal)) {
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

  private Optional<Refusal> send(
      String before, String sql, int[] types, Described described, int flags) throws SQLException {
    int[] positions = new int[types.length];
    Arrays.setAll(positions, at -> at);
    Query query =
        executor.wrap(
            List.of(
                new NativeQuery(
                    before + sql,
                    positions,
                    false,
                    SqlCommand.createStatementTypeInfo(SqlCommandType.BLANK))));
    ParameterList values = query.createParameterList();
    for (int at = 0; at < types.length; at++) {
      if (types[at] != Oid.UNSPECIFIED || flags == PLAN) {
        values.setNull(at + 1, types[at]);
      }
    }
    try {
      executor.execute(query, values, described, 0, 0, flags);
      return Optional.empty();
    } catch (PSQLException refusal) {
      ServerErrorMessage words = refusal.getServerErrorMessage();
      if (words == null || connection.isClosed() || isLocked(refusal)) {
        throw refusal;
      }
      connection.rollback(clean);
      return Optional.of(refusal(sql, words, before.length()));
    } finally {
      query.close();
    }
  }

  /** Not the statement is at fault, but who holds a table that it names. */
  private static boolean isLocked(PSQLException refusal) {
    return NOT_AVAILABLE.equals(refusal.getSQLState());
  }

  private static Refusal refusal(String sql, ServerErrorMessage words, int before) {
    int characters = words.getPosition() - 1 - before;
    boolean placed = characters >= 0 && characters <= sql.codePointCount(0, sql.length());
    return new Refusal(
        String.valueOf(words.getSQLState()),
        String.valueOf(words.getMessage()),
        Optional.ofNullable(words.getHint()),
        placed ? sql.offsetByCodePoints(0, characters) : -1,
        words.getWhere() != null);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }

  /** Keeps what the columns of the result are, and nothing of the rest. */
  private static final class Described extends ResultHandlerBase {

    private List<ResultColumn> columns = List.of();

    @Override
    public void handleResultRows(
        Query query, Field[] fields, List<Tuple> rows, ResultCursor cursor) {
      columns =
          Arrays.stream(fields)
              .map(
                  field ->
                      new ResultColumn(
                          field.getColumnLabel(), field.getTableOid(), field.getPositionInTable()))
              .toList();
    }

    @Override
    public void handleWarning(SQLWarning warning) {
      // What the server warns of it would warn of again when the statement runs.
    }
  }
}
