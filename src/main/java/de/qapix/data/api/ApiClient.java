package de.qapix.data.api;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.data.api.ApiException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Makes requests of one API for one token: within its rate, with retries, never for longer than
 * there is time. Any number of threads may use it; how many requests are under way at once adapts
 * to what the API bears.
 */
public final class ApiClient {

  private final String credential;
  private final HttpTransport transport;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final RequestLog log;
  private final RateBudget budget;
  private final ConcurrencyLimit concurrency;
  private final WaitClock pauses;
  private final Retry retry = new Retry(RandomGenerator.getDefault());
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong answering = new AtomicLong();
  private final AtomicInteger usable = new AtomicInteger();
  private final AtomicReference<ApiRequest> firstAsked = new AtomicReference<>();
  private volatile Optional<ApiException> lastFailure = Optional.empty();
  private volatile Optional<Instant> heldUntil = Optional.empty();

  /**
   * @param ticker nanoseconds, as of {@link System#nanoTime()}
   */
  public ApiClient(ApiAccess access, InstantSource clock, LongSupplier ticker, RequestLog log) {
    this.credential = access.credential();
    this.transport = new HttpTransport(access);
    this.clock = clock;
    this.ticker = ticker;
    this.log = log;
    this.budget = new RateBudget(access.rateShare(), ticker);
    this.concurrency = new ConcurrencyLimit(access.concurrency(), ticker);
    this.pauses = new WaitClock(ticker);
  }

  /**
   * Loads what requests need.
   *
   * @param secure whether TLS is needed
   */
  public static void loadClasses(boolean secure) {
    HttpTransport.loadClasses(secure);
  }

  /** Tells one token at one address from another without giving it away. */
  public String credential() {
    return credential;
  }

  /** How hard the API has been worked so far. */
  public ApiUsage effort() {
    long answers = answered.get();
    Duration latency = answers == 0 ? Duration.ZERO : Duration.ofNanos(answering.get() / answers);
    return new ApiUsage(
        requests.get(),
        pauses.soFar(),
        pauses.longest(),
        latency,
        concurrency.open(),
        held(),
        budget.quota());
  }

  /** An API that answered nothing but "slow down", and did not say for how long. */
  private Optional<Instant> held() {
    boolean refused = usable.get() == 0 && lastFailure.filter(ApiClient::isLimit).isPresent();
    return heldUntil.or(() -> refused ? Optional.of(after(Duration.ZERO)) : Optional.empty());
  }

  private static boolean isLimit(ApiException failure) {
    return failure.kind() == Kind.THROTTLED;
  }

  /** In whole seconds, rounded up. */
  private Instant after(Duration pause) {
    return clock.instant().plus(pause).plusMillis(999).truncatedTo(SECONDS);
  }

  /**
   * Asserts that a run whose time is up has not asked in vain: that something was answered, or that
   * it was the limit or a signal that ended it.
   *
   * @throws ApiException what came instead of answers
   */
  public void assertAnswered(TimeBox box) {
    boolean excused = box.stopped() || heldUntil.isPresent() || usable.get() > 0;
    Optional<ApiException> failure = lastFailure;
    if (excused || failure.filter(ApiClient::isLimit).isPresent()) {
      return;
    }
    if (failure.filter(last -> last.kind() != Kind.STALLED).isPresent()) {
      throw failure.get();
    }
    if (firstAsked.get() != null) {
      throw ApiException.stalled(firstAsked.get(), box.spent());
    }
    throw ApiException.notAsked(box.spent());
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
        lastFailure = Optional.of(failure);
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
    if (!concurrency.enter(box.left())) {
      throw new TimeoutException(request + ": no time left");
    }
    try {
      RateBudget.Turn turn = budget.take();
      for (; !turn.goes(); turn = budget.take()) {
        await(turn.pause(), box);
      }
      try {
        return ask(request, turn, box);
      } finally {
        budget.back();
      }
    } finally {
      concurrency.leave();
    }
  }

  /** At the end of the time box it is the time that is up, and not the limit. */
  private void await(Duration limit, TimeBox box) throws InterruptedException, TimeoutException {
    if (limit.compareTo(box.left()) >= 0 && !box.nearlyPassed()) {
      heldUntil = Optional.of(after(limit));
    }
    pauses.pause(limit, box);
  }

  private JsonNode ask(ApiRequest request, RateBudget.Turn turn, TimeBox box)
      throws InterruptedException, TimeoutException {
    if (box.passed()) {
      throw new TimeoutException(request + ": no time left");
    }
    requests.incrementAndGet();
    firstAsked.compareAndSet(null, request);
    long sentAt = ticker.getAsLong();
    try {
      HttpAnswer answer = transport.send(request, box);
      over(request, sentAt, answer.status(), answer.remaining());
      return read(request, turn, answer);
    } catch (ApiException failure) {
      if (failure.status() == 0) {
        over(request, sentAt, 0, OptionalInt.empty());
      }
      if (failure.isOverload()) {
        concurrency.overloaded(sentAt);
      }
      throw failure;
    }
  }

  private void over(ApiRequest request, long sentAt, int status, OptionalInt remaining) {
    long took = ticker.getAsLong() - sentAt;
    if (status > 0) {
      answered.incrementAndGet();
      answering.addAndGet(took);
    }
    log.over(request, status, Duration.ofNanos(took), remaining);
  }

  private JsonNode read(ApiRequest request, RateBudget.Turn turn, HttpAnswer answer) {
    if (answer.limit().isPresent() && answer.remaining().isPresent()) {
      budget.learn(turn, answer.limit().getAsInt(), answer.remaining().getAsInt(), answer.reset());
    }
    if (answer.status() == 200) {
      concurrency.answered();
      JsonNode body =
          Json.find(answer.body()).orElseThrow(() -> ApiException.noJson(request, answer.body()));
      usable.incrementAndGet();
      return body;
    }
    if (answer.isRedirect()) {
      throw ApiException.redirected(request, answer.status(), answer.redirect());
    }
    if (answer.saysSlowDown()) {
      budget.refused(answer.pause(clock.instant()));
    }
    throw ApiException.refused(request, answer.status(), ErrorBody.of(answer.body()));
  }
}
