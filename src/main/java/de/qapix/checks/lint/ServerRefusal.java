package de.qapix.checks.lint;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The server's answer to a statement that it cannot run.
 *
 * @param position of the mistake in the statement, in code points from 1; 0 where it is not told
 */
record ServerRefusal(String state, String message, int position) {

  private static final String SYNTAX_ERROR = "42601";

  static ServerRefusal of(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    Optional<ServerErrorMessage> server = server(failure);
    return new ServerRefusal(
        state,
        server.map(ServerErrorMessage::getMessage).orElse(failure.getMessage()),
        server.map(ServerErrorMessage::getPosition).orElse(0));
  }

  boolean isSyntaxError() {
    return state.equals(SYNTAX_ERROR);
  }

  /** Whether this character stands at its position. */
  boolean pointsAt(char character, String text) {
    return position > 0
        && position <= text.codePointCount(0, text.length())
        && text.charAt(text.offsetByCodePoints(0, position - 1)) == character;
  }

  private static Optional<ServerErrorMessage> server(SQLException failure) {
    return failure instanceof PSQLException postgres
        ? Optional.ofNullable(postgres.getServerErrorMessage())
        : Optional.empty();
  }
}
