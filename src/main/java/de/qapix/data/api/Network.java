package de.qapix.data.api;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What lies between us and an API.
 *
 * @param proxy through which it is reached; empty for none
 * @param trust decides which certificates are believed; empty for what the JVM does by itself
 */
public record Network(Optional<Proxy> proxy, Optional<SSLContext> trust) {

  /** Straight to the API. */
  public static final Network DIRECT = new Network(Optional.empty(), Optional.empty());
}
