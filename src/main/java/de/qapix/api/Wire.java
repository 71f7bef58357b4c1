package de.qapix.api;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request and waits for its whole answer, but never longer than there is time. */
final class Wire {

  /** The run may be told to end. */
  private static final Duration GLANCE = Duration.ofMillis(50);

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final ApiAccess access;
  private final HttpClient http;

  Wire(ApiAccess access) {
    this.access = access;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(
                "https".equals(access.address().getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * The answer, whatever its status.
   *
   * @throws TimeoutException when the time box ends first
   * @throws ApiException when there is no connection, or no whole answer in time
   */
  Answer send(ApiRequest request, TimeBox box) throws InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(message(request), HttpResponse.BodyHandlers.ofByteArray());
    try {
      return await(request, answer, box);
    } catch (ExecutionException broken) {
      throw ApiException.unreachable(request, access.address().toString(), broken.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** {@code HttpRequest.timeout} does not cover the body; waiting for the whole answer does. */
  private Answer await(
      ApiRequest request, CompletableFuture<HttpResponse<byte[]>> answer, TimeBox box)
      throws InterruptedException, ExecutionException, TimeoutException {
    Duration began = box.spent();
    while (true) {
      Optional<Answer> whole = find(answer, shorter(GLANCE, box.left()));
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

  private static Optional<Answer> find(
      CompletableFuture<HttpResponse<byte[]>> answer, Duration longest)
      throws InterruptedException, ExecutionException {
    try {
      return Optional.of(Answer.of(answer.get(longest.toNanos(), TimeUnit.NANOSECONDS)));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private HttpRequest message(ApiRequest request) {
    return HttpRequest.newBuilder(request.on(access.address()))
        .header("Authorization", "Bearer " + access.token())
        .header("Accept", "application/json")
        .header("User-Agent", "qapix")
        .build();
  }
}
