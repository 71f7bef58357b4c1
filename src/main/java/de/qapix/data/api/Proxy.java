package de.qapix.data.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * An HTTP proxy through which an API is reached.
 *
 * @param login user and password as {@code user:password}; empty where it wants none
 */
public record Proxy(String host, int port, String login) {

  /** Host and port. */
  String place() {
    return host + ":" + port;
  }

  /** What the header Proxy-Authorization says. */
  String authorization() {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  /** Without the login. */
  @Override
  public String toString() {
    return "Proxy[" + place() + "]";
  }
}
