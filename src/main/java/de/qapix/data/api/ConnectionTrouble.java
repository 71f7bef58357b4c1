package de.qapix.data.api;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Why there was no connection, or none that lasted until the answer. */
public enum ConnectionTrouble {
  /** The name service does not know the host. */
  UNKNOWN_HOST,
  /** Nothing listens on the port. */
  REFUSED,
  /** The network does not lead there. */
  NO_ROUTE,
  /** Nobody answers when a connection is asked for. */
  CONNECT_TIMEOUT,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_YET_VALID,
  /** Signed by nobody whom we trust. */
  CERTIFICATE_UNTRUSTED,
  /** Made for another host. */
  CERTIFICATE_OF_ANOTHER_HOST,
  /** Any other disagreement about TLS. */
  TLS,
  /** HTTP without TLS where we speak TLS. */
  PLAIN_HTTP,
  /** Something that is not HTTP, which may be TLS where we speak HTTP. */
  NO_HTTP,
  /** The proxy wants a user and a password, or others. */
  PROXY_LOGIN,
  /** The proxy makes no connection. */
  PROXY_FAILED,
  /** The connection was closed before the whole answer was there. */
  BROKEN;

  /** The JDK has no type for HTTP where TLS is wanted, but two texts. */
  private static final List<String> PLAIN =
      List.of(
          "Unrecognized SSL message, plaintext connection?",
          "Unsupported or unrecognized SSL message");

  /** What the library puts before the words of the JDK: where it could not connect to. */
  private static final String FAILED = " failed: ";

  static ConnectionTrouble of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      causes.add(0, cause);
    }
    return causes.stream()
        .map(ConnectionTrouble::known)
        .filter(trouble -> trouble != BROKEN)
        .findFirst()
        .orElse(BROKEN);
  }

  /** From the innermost cause outwards, which goes from the particular to the general. */
  private static ConnectionTrouble known(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof UnknownHostException) {
      return UNKNOWN_HOST;
    }
    if (cause instanceof SocketTimeoutException) {
      return CONNECT_TIMEOUT;
    }
    if (cause instanceof NoRouteToHostException) {
      return NO_ROUTE;
    }
    if (cause instanceof ConnectException) {
      return refusal(message.substring(message.lastIndexOf(FAILED) + 1));
    }
    if (cause instanceof HttpException || cause instanceof MessageConstraintException) {
      return NO_HTTP;
    }
    if (cause instanceof SSLException) {
      return handshake(cause, message);
    }
    if (cause instanceof TunnelException tunnel) {
      return tunnel.wantsLogin() ? PROXY_LOGIN : PROXY_FAILED;
    }
    return certificate(cause);
  }

  private static ConnectionTrouble refusal(String message) {
    if (message.contains("unreachable")) {
      return NO_ROUTE;
    }
    return message.contains("timed out") ? CONNECT_TIMEOUT : REFUSED;
  }

  /** A handshake that the other side ends is a broken connection: the next one may do. */
  private static ConnectionTrouble handshake(Throwable cause, String message) {
    if (PLAIN.contains(message)) {
      return PLAIN_HTTP;
    }
    boolean cut = cause.getCause() instanceof EOFException || message.contains("reset");
    return cut ? BROKEN : TLS;
  }

  private static ConnectionTrouble certificate(Throwable cause) {
    if (cause instanceof CertificateExpiredException) {
      return CERTIFICATE_EXPIRED;
    }
    if (cause instanceof CertificateNotYetValidException) {
      return CERTIFICATE_NOT_YET_VALID;
    }
    if (cause instanceof CertPathBuilderException) {
      return CERTIFICATE_UNTRUSTED;
    }
    return cause.getClass() == CertificateException.class ? CERTIFICATE_OF_ANOTHER_HOST : BROKEN;
  }

  /** Whether it is about the way to the host, on which a proxy may lie. */
  boolean onTheWay() {
    return switch (this) {
      case UNKNOWN_HOST, REFUSED, NO_ROUTE, CONNECT_TIMEOUT, PROXY_LOGIN, PROXY_FAILED -> true;
      default -> false;
    };
  }

  /** Whether only a proxy does that. */
  public boolean isOfTheProxy() {
    return this == PROXY_LOGIN || this == PROXY_FAILED;
  }

  /** Whether a server may do that because it has too many connections. */
  boolean mayBeOverload() {
    return this == REFUSED || this == CONNECT_TIMEOUT;
  }

  /** Whether it has so many kinds that only the JDK's words tell which. */
  boolean needsDetail() {
    return this == TLS || this == PROXY_FAILED;
  }

  /**
   * Whether it may be over a moment later; certificates and settings do not change by themselves.
   */
  boolean mayPass() {
    return switch (this) {
      case UNKNOWN_HOST, REFUSED, NO_ROUTE, CONNECT_TIMEOUT, PROXY_FAILED, NO_HTTP, TLS, BROKEN ->
          true;
      default -> false;
    };
  }
}
