package de.qapix.migrate;

import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import java.sql.SQLException;

/** A statement of a migration that the server has refused. */
final class StatementException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient SqlStatement statement;
  private final SQLException reason;

  StatementException(String file, SqlStatement statement, SQLException reason) {
    super(reason.getMessage(), reason);
    this.file = file;
    this.statement = statement;
    this.reason = reason;
  }

  String file() {
    return file;
  }

  /** The line of the file that the server points at, else the first of the statement. */
  int line() {
    return statement.lineAt(ServerRefusal.of(reason).position());
  }

  SQLException reason() {
    return reason;
  }

  boolean hasState(String sqlState) {
    return sqlState.equals(reason.getSQLState());
  }
}
