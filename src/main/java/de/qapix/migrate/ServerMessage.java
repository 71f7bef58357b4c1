package de.qapix.migrate;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server itself said of a failed statement, without the driver's additions. */
final class ServerMessage {

  /** The server's message, else the driver's. */
  static String of(SQLException failure) {
    return server(failure).map(ServerErrorMessage::getMessage).orElse(failure.getMessage());
  }

  /** Where in the statement the server sees the mistake, from 1; 0 if it does not say. */
  static int position(SQLException failure) {
    return server(failure).map(ServerErrorMessage::getPosition).orElse(0);
  }

  private static Optional<ServerErrorMessage> server(SQLException failure) {
    return failure instanceof PSQLException postgres
        ? Optional.ofNullable(postgres.getServerErrorMessage())
        : Optional.empty();
  }

  private ServerMessage() {}
}
