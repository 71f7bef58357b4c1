package de.qapix.data.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Sends one request and waits for its whole answer, but never longer than there is time. It speaks
 * HTTP/1.1, over TLS too, in the thread that waits.
 */
final class HttpTransport {

  private static final int LOGIN_AT_PROXY = 407;

  private final ApiAccess access;
  private final TokenMask mask;
  private final RequestWatch watch = new RequestWatch();
  private final HttpClient http;

  HttpTransport(ApiAccess access) {
    this.access = access;
    this.mask = new TokenMask(access.token());
    this.http = HttpConnections.to(access, watch);
  }

  /** So that they are there when the first request is made. */
  static void loadClasses(boolean secure) {
    URI nowhere = URI.create((secure ? "https" : "http") + "://localhost");
    new HttpTransport(new ApiAccess(nowhere, "", 1, 1, Duration.ZERO, Network.DIRECT));
  }

  /**
   * The answer, whatever its status.
   *
   * @throws TimeoutException when the time box ends first
   * @throws ApiException when there is no connection, or no whole answer in time
   */
  HttpAnswer send(ApiRequest request, TimeBox box) throws InterruptedException, TimeoutException {
    URI address = address(request);
    PendingRequest pending = new PendingRequest(request, box, access.longestRequest());
    pending.assertNotOver();
    watch.add(pending);
    try {
      return exchange(request, address, pending);
    } catch (IOException broken) {
      pending.assertNotOver();
      throw failure(request, broken);
    } catch (IllegalStateException canceled) {
      // The library finds a connection gone that it had just taken.
      pending.assertNotOver();
      throw canceled;
    } finally {
      watch.remove(pending);
    }
  }

  /**
   * What was sent on a connection that the server had just closed goes out once more at once; all
   * else is tried again by others, and counted.
   */
  private HttpAnswer exchange(ApiRequest request, URI address, PendingRequest pending)
      throws IOException {
    while (true) {
      HttpGet message = message(address);
      pending.waitFor(message);
      try {
        return http.execute(message, response -> answer(request, message, response));
      } catch (ClosedConnectionException kept) {
        // Each time there is one less of these.
      }
    }
  }

  private HttpAnswer answer(ApiRequest request, HttpGet message, ClassicHttpResponse response)
      throws IOException {
    if (response.getCode() == LOGIN_AT_PROXY) {
      throw ApiException.unreachable(request, at(ConnectionTrouble.PROXY_LOGIN, ""), null);
    }
    try {
      return HttpAnswer.of(request, response, CappedBody.of(response.getEntity()), mask);
    } catch (BodyTooLargeException endless) {
      // Else the library would read the rest.
      message.cancel();
      throw endless;
    }
  }

  private HttpGet message(URI address) {
    HttpGet message = new HttpGet(address);
    message.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + access.token());
    message.setHeader(HttpHeaders.ACCEPT, "application/json");
    if (!access.isSecure()) {
      access
          .network()
          .proxy()
          .filter(proxy -> !proxy.login().isEmpty())
          .map(Proxy::authorization)
          .ifPresent(login -> message.setHeader(HttpHeaders.PROXY_AUTHORIZATION, login));
    }
    return message;
  }

  private URI address(ApiRequest request) {
    try {
      return URI.create(request.on(access.address()).toASCIIString());
    } catch (IllegalArgumentException nextPage) {
      throw ApiException.unreadable(request, request.query());
    }
  }

  private ApiException failure(ApiRequest request, Throwable cause) {
    if (cause instanceof BodyTooLargeException) {
      return ApiException.tooLarge(request);
    }
    ConnectionTrouble trouble = ConnectionTrouble.of(cause);
    String detail = trouble.needsDetail() ? String.valueOf(cause.getMessage()) : "";
    return ApiException.unreachable(request, at(trouble, mask.apply(detail)), cause);
  }

  private ConnectionFailure at(ConnectionTrouble trouble, String detail) {
    Optional<Proxy> proxy = access.network().proxy().filter(any -> trouble.onTheWay());
    return new ConnectionFailure(
        trouble, proxy.map(Proxy::place).orElseGet(access::place), proxy.isPresent(), detail);
  }
}
