package de.qapix.postgres;

import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Gives the driver the password when a server asks for it, and tells by its own exception that
 * there is none: the driver says the same in the same state as a server without TLS. Public because
 * the driver makes it.
 */
public final class PasswordPlugin implements AuthenticationPlugin {

  private final Properties properties;

  public PasswordPlugin(Properties properties) {
    this.properties = properties;
  }

  @Override
  public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
    String password = PGProperty.PASSWORD.getOrDefault(properties);
    if (password == null || password.isEmpty()) {
      throw new PSQLException(
          "no password", PSQLState.CONNECTION_REJECTED, new MissingPasswordException());
    }
    return password.toCharArray();
  }

  /** A server asks for a password, and none was given. */
  static final class MissingPasswordException extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
