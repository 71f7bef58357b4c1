package de.qapix.data.api;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request and waits for its whole answer, but never longer than there is time. It speaks
 * HTTP/1.1, over TLS too: the JDK's client loses what is under way on an HTTP/2 connection that the
 * server ends, and refuses what is more than the streams that it allows.
 */
final class HttpTransport {

  static {
    // Connections that are idle for longer may be cut without a word by what lies in between.
    useUnlessSet("jdk.httpclient.keepalive.timeout", "20");
    // What was sent on a connection that the server had just closed goes out once more at once; all
    // else is tried again by us, and counted.
    useUnlessSet("jdk.httpclient.redirects.retrylimit", "2");
    // The JDK would keep the password from the proxy, which hears it in the clear.
    useUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  /** The run may be told to end. */
  private static final Duration GLANCE = Duration.ofMillis(50);

  private static final int LOGIN_AT_PROXY = 407;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final ApiAccess access;
  private final TokenMask mask;
  private final HttpClient http;

  HttpTransport(ApiAccess access) {
    this.access = access;
    this.mask = new TokenMask(access.token());
    this.http = client(access.network());
  }

  private static void useUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static HttpClient client(Network network) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    network.trust().ifPresent(builder::sslContext);
    network
        .proxy()
        .map(proxy -> InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))
        .ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
    return builder.build();
  }

  /**
   * The answer, whatever its status.
   *
   * @throws TimeoutException when the time box ends first
   * @throws ApiException when there is no connection, or no whole answer in time
   */
  HttpAnswer send(ApiRequest request, TimeBox box) throws InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(message(request), CappedBody.handler());
    try {
      HttpResponse<byte[]> response = await(request, answer, box);
      if (response.statusCode() == LOGIN_AT_PROXY) {
        throw ApiException.unreachable(request, at(ConnectionTrouble.PROXY_LOGIN, ""), null);
      }
      return HttpAnswer.of(request, response, mask);
    } catch (ExecutionException broken) {
      throw failure(request, broken.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** {@code HttpRequest.timeout} does not cover the body; waiting for the whole answer does. */
  private HttpResponse<byte[]> await(
      ApiRequest request, CompletableFuture<HttpResponse<byte[]>> answer, TimeBox box)
      throws InterruptedException, ExecutionException, TimeoutException {
    Duration began = box.spent();
    while (true) {
      Optional<HttpResponse<byte[]>> whole = find(answer, shorter(GLANCE, box.left()));
      if (whole.isPresent()) {
        return whole.get();
      }
      if (box.passed()) {
        throw new TimeoutException(request + ": no time left");
      }
      if (box.spent().minus(began).compareTo(access.longestRequest()) >= 0) {
        throw ApiException.stalled(request, access.longestRequest());
      }
    }
  }

  private static Optional<HttpResponse<byte[]>> find(
      CompletableFuture<HttpResponse<byte[]>> answer, Duration longest)
      throws InterruptedException, ExecutionException {
    try {
      return Optional.of(answer.get(longest.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private HttpRequest message(ApiRequest request) {
    HttpRequest.Builder message =
        HttpRequest.newBuilder(address(request))
            .header("Authorization", "Bearer " + access.token())
            .header("Accept", "application/json")
            .header("User-Agent", "qapix");
    access
        .network()
        .proxy()
        .filter(proxy -> !proxy.login().isEmpty())
        .ifPresent(proxy -> message.header("Proxy-Authorization", proxy.authorization()));
    return message.build();
  }

  private URI address(ApiRequest request) {
    try {
      return request.on(access.address());
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
