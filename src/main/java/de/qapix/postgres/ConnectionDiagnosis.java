package de.qapix.postgres;

import de.qapix.postgres.FailedAttempt.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Finds out from what the driver has thrown why a server could not be used. */
final class ConnectionDiagnosis {

  /** How the JDK tells that nobody has answered from silence on a connection. */
  private static final String NO_ANSWER = "connect timed out";

  private final SQLException failure;
  private final SslMode mode;
  private final boolean anyKind;

  private ConnectionDiagnosis(SQLException failure, SslMode mode, boolean anyKind) {
    this.failure = failure;
    this.mode = mode;
    this.anyKind = anyKind;
  }

  /**
   * The cause.
   *
   * @param properties with which the driver has tried
   * @param anyKind whether any kind of server was wanted
   */
  static Cause of(SQLException failure, Properties properties, boolean anyKind) {
    return new ConnectionDiagnosis(failure, mode(properties), anyKind).cause();
  }

  private static SslMode mode(Properties properties) {
    String mode = PGProperty.SSL_MODE.getOrDefault(properties);
    for (SslMode known : SslMode.VALUES) {
      if (known.value.equals(mode)) {
        return known;
      }
    }
    return SslMode.PREFER;
  }

  private Cause cause() {
    if (serverWords(failure).isPresent()) {
      return Cause.SERVER;
    }
    if (has(PasswordPlugin.MissingPasswordException.class)) {
      return Cause.NO_PASSWORD;
    }
    if (has(SSLException.class)) {
      return certificate();
    }
    return network().orElseGet(this::state);
  }

  private Optional<Cause> network() {
    if (has(UnknownHostException.class)) {
      return Optional.of(Cause.UNKNOWN_HOST);
    }
    if (has(NoRouteToHostException.class)) {
      return Optional.of(Cause.NO_ROUTE);
    }
    if (has(ConnectException.class)) {
      boolean refused = words(failure).contains("refused");
      return Optional.of(refused ? Cause.REFUSED : Cause.NO_ROUTE);
    }
    if (has(SocketTimeoutException.class)) {
      boolean unanswered = words(failure).equalsIgnoreCase(NO_ANSWER);
      return Optional.of(unanswered ? Cause.NO_ANSWER : Cause.SILENT);
    }
    return has(EOFException.class) || has(SocketException.class)
        ? Optional.of(Cause.CLOSED)
        : Optional.empty();
  }

  /** By the driver's states: it has no exceptions of their own for these. */
  private Cause state() {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals(PSQLState.PROTOCOL_VIOLATION.getState())) {
      return Cause.NOT_POSTGRESQL;
    }
    if (state.equals(PSQLState.CONNECTION_REJECTED.getState()) && mode.requireEncryption()) {
      return Cause.NO_TLS;
    }
    if (state.equals(PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState()) && !anyKind) {
      return Cause.WRONG_KIND;
    }
    boolean unnamed = state.equals(PSQLState.CONNECTION_FAILURE.getState());
    return unnamed && mode.verifyPeerName() && failure.getCause() == null
        ? Cause.CERTIFICATE_NAME
        : Cause.OTHER;
  }

  private Cause certificate() {
    Optional<CertPathValidatorException.Reason> reason =
        find(CertPathValidatorException.class).map(CertPathValidatorException::getReason);
    if (has(CertificateExpiredException.class)
        || has(CertificateNotYetValidException.class)
        || reason.filter(BasicReason.EXPIRED::equals).isPresent()
        || reason.filter(BasicReason.NOT_YET_VALID::equals).isPresent()) {
      return Cause.CERTIFICATE_DATE;
    }
    if (reason.filter(BasicReason.ALGORITHM_CONSTRAINED::equals).isPresent()
        || reason.filter(BasicReason.REVOKED::equals).isPresent()) {
      return Cause.CERTIFICATE_BAD;
    }
    if (has(CertPathBuilderException.class) || has(CertPathValidatorException.class)) {
      return Cause.CERTIFICATE_UNTRUSTED;
    }
    return has(CertificateException.class) ? Cause.CERTIFICATE_BAD : Cause.TLS;
  }

  private boolean has(Class<? extends Throwable> kind) {
    return find(kind).isPresent();
  }

  private <T extends Throwable> Optional<T> find(Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }

  /** What the server itself has said, if it has said something. */
  static Optional<String> serverWords(SQLException failure) {
    return failure instanceof PSQLException driver && driver.getServerErrorMessage() != null
        ? Optional.ofNullable(driver.getServerErrorMessage().getMessage())
        : Optional.empty();
  }

  /**
   * What the system has said, or Java of a certificate; never the words of the driver, which may
   * quote the address.
   */
  static String words(SQLException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean harmless = root instanceof IOException || root instanceof GeneralSecurityException;
    return harmless && root.getMessage() != null ? root.getMessage() : "";
  }
}
