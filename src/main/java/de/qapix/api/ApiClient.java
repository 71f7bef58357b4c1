package de.qapix.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Makes requests of one API for one token: within its rate, with retries, never for longer than
 * there is time. Any number of threads may use it; no more than {@code concurrency} requests are
 * under way at once.
 */
public final class ApiClient {

  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI address;
  private final String token;
  private final InstantSource clock;
  private final RateBudget budget;
  private final Retry retry = new Retry(RandomGenerator.getDefault());
  private final Semaphore slots;
  private final Pauses pauses;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * @param address scheme, host and port, perhaps a path before the API's own
   * @param rateShare of the API's limit that is ours, 0 to 1
   * @param ticker nanoseconds, as of {@link System#nanoTime()}
   */
  public ApiClient(
      URI address,
      String token,
      int concurrency,
      double rateShare,
      InstantSource clock,
      LongSupplier ticker) {
    this.address = address;
    this.token = token;
    this.clock = clock;
    this.budget = new RateBudget(rateShare, ticker);
    this.slots = new Semaphore(concurrency, true);
    this.pauses = new Pauses(ticker);
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(
                "https".equals(address.getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** How many requests have been made, tries again included. */
  public int requests() {
    return requests.get();
  }

  /** How long requests have to wait at present because of the API's limit; zero when they go. */
  public Duration waiting() {
    return pauses.longest();
  }

  /**
   * The answer to this request as JSON.
   *
   * @throws TimeoutException when the time box ends first, or would end before the API lets us
   * @throws ApiException when the API refuses, or cannot be reached or understood after retries
   */
  public JsonNode get(ApiRequest request, TimeBox box)
      throws InterruptedException, TimeoutException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(request, box);
      } catch (ApiException failure) {
        Optional<Duration> pause = retry.pauseAfter(attempt, failure);
        if (pause.isEmpty()) {
          throw failure;
        }
        pauses.pause(pause.get(), box);
      }
    }
  }

  private JsonNode attempt(ApiRequest request, TimeBox box)
      throws InterruptedException, TimeoutException {
    if (!slots.tryAcquire(box.left().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException(request + ": no time left");
    }
    try {
      for (Duration wait = budget.take(); !wait.isZero(); wait = budget.take()) {
        pauses.pause(wait, box);
      }
      try {
        return read(request, send(request, box));
      } finally {
        budget.back();
      }
    } finally {
      slots.release();
    }
  }

  private JsonNode read(ApiRequest request, Answer answer) {
    if (answer.limit().isPresent() && answer.remaining().isPresent()) {
      budget.learn(answer.limit().getAsInt(), answer.remaining().getAsInt(), answer.reset());
    }
    if (answer.status() == 200) {
      return Json.find(answer.body())
          .orElseThrow(() -> ApiException.unreadable(request, answer.body()));
    }
    if (answer.status() == 429) {
      budget.refused(answer.pause(clock.instant()));
    }
    throw ApiException.refused(request, answer.status(), ErrorBody.of(answer.body()));
  }

  /** {@code HttpRequest.timeout} does not cover the body; waiting for the whole answer does. */
  private Answer send(ApiRequest request, TimeBox box)
      throws InterruptedException, TimeoutException {
    if (box.passed()) {
      throw new TimeoutException(request + ": no time left");
    }
    requests.incrementAndGet();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(message(request), HttpResponse.BodyHandlers.ofByteArray());
    try {
      for (Duration waited = Duration.ZERO; ; waited = waited.plus(GLANCE)) {
        Optional<Answer> whole = find(answer);
        if (whole.isPresent()) {
          return whole.get();
        }
        if (box.passed()) {
          throw new TimeoutException(request + ": no time left");
        }
        if (waited.compareTo(LONGEST_REQUEST) >= 0) {
          throw ApiException.stalled(request, LONGEST_REQUEST.toSeconds() + " s");
        }
      }
    } catch (ExecutionException broken) {
      throw ApiException.unreachable(request, address.toString(), broken.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** Waits for a moment only, as the run may be told to end. */
  private static Optional<Answer> find(CompletableFuture<HttpResponse<byte[]>> answer)
      throws InterruptedException, ExecutionException {
    try {
      return Optional.of(Answer.of(answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    }
  }

  private HttpRequest message(ApiRequest request) {
    return HttpRequest.newBuilder(request.on(address))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("User-Agent", "qapix")
        .build();
  }
}
