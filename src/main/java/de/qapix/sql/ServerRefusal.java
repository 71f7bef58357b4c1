package de.qapix.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The server's answer to a statement that it cannot run, without the driver's additions.
 *
 * @param state empty where it is not told
 * @param position of the mistake in the statement, in code points from 1; 0 where it is not told
 * @param where the calls that led there, the innermost first; empty where there are none
 */
public record ServerRefusal(String state, String message, int position, String where) {

  private static final String SYNTAX_ERROR = "42601";
  private static final String NO_RIGHT = "42501";

  public ServerRefusal(String state, String message, int position) {
    this(state, message, position, "");
  }

  /** What the driver says where the server has said nothing. */
  public static ServerRefusal of(SQLException failure) {
    Optional<ServerErrorMessage> server =
        failure instanceof PSQLException postgres
            ? Optional.ofNullable(postgres.getServerErrorMessage())
            : Optional.empty();
    return new ServerRefusal(
        Optional.ofNullable(failure.getSQLState()).orElse(""),
        server.map(ServerErrorMessage::getMessage).orElse(failure.getMessage()),
        server.map(ServerErrorMessage::getPosition).orElse(0),
        server.map(ServerErrorMessage::getWhere).orElse(""));
  }

  /** What the server, or else the driver, has said where that is the cause of a failure. */
  public static Optional<ServerRefusal> in(Throwable failure) {
    Optional<ServerRefusal> found = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        found = Optional.of(of(refused));
      }
    }
    return found;
  }

  public boolean isSyntaxError() {
    return state.equals(SYNTAX_ERROR);
  }

  /** Whether it refuses what another role could do. */
  public boolean isForWantOfRights() {
    return state.equals(NO_RIGHT);
  }

  /** The offset of the mistake in the statement; its beginning where it is not told. */
  public int offsetIn(String statement) {
    int before =
        Math.min(Math.max(0, position - 1), statement.codePointCount(0, statement.length()));
    return statement.offsetByCodePoints(0, before);
  }

  /** Whether this character stands at its position. */
  public boolean pointsAt(char character, String statement) {
    int offset = offsetIn(statement);
    return position > 0 && offset < statement.length() && statement.charAt(offset) == character;
  }
}
