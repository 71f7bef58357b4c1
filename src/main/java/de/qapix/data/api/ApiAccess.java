package de.qapix.data.api;

import de.qapix.files.Sha256;
import java.net.URI;
import java.time.Duration;

/**
 * How an API is used.
 *
 * @param address scheme, host and port, perhaps a path before the API's own
 * @param token goes into the header of each request and nowhere else
 * @param concurrency requests under way at once, at most
 * @param rateShare of the API's limit that is ours, 0 to 1
 * @param longestRequest after which an answer is given up
 * @param network what lies in between
 */
public record ApiAccess(
    URI address,
    String token,
    int concurrency,
    double rateShare,
    Duration longestRequest,
    Network network) {

  /** Whether TLS is spoken. */
  boolean isSecure() {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  /** Host and port. */
  String place() {
    int usual = isSecure() ? 443 : 80;
    return address.getHost() + ":" + (address.getPort() < 0 ? usual : address.getPort());
  }

  /** Tells one token at one address from another without giving it away. */
  String credential() {
    return Sha256.hex(address + " " + token);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ApiAccess[" + address + "]";
  }
}
