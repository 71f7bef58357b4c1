package de.qapix.migrate;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server itself said of a failed statement, without the driver's additions. */
final class ServerMessage {

  /** The server's message, else the driver's. */
  static String of(SQLException failure) {
    return server(failure).map(ServerErrorMessage::getMessage).orElse(failure.getMessage());
  }

  /**
   * The line of the migration's file that the server points at, else the first of its statement.
   */
  static int line(FlywayMigrateException failure) {
    int first = failure.getLineNumber();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FlywaySqlScriptException script
          && script.getCause() instanceof SQLException sql) {
        int position = server(sql).map(ServerErrorMessage::getPosition).orElse(0);
        return first + linesBefore(script.getStatement(), position);
      }
    }
    return first;
  }

  private static int linesBefore(String statement, int position) {
    return (int)
        statement
            .codePoints()
            .limit(Math.max(0, position - 1))
            .filter(character -> character == '\n')
            .count();
  }

  private static Optional<ServerErrorMessage> server(SQLException failure) {
    return failure instanceof PSQLException postgres
        ? Optional.ofNullable(postgres.getServerErrorMessage())
        : Optional.empty();
  }

  private ServerMessage() {}
}
