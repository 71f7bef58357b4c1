package de.qapix.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Wire wire;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final RequestLog log;
  private final RateBudget budget;
  private final Lanes lanes;
  private final Pauses pauses;
  private final Retry retry = new Retry(RandomGenerator.getDefault());
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong answering = new AtomicLong();

  /**
   * @param ticker nanoseconds, as of {@link System#nanoTime()}
   */
  public ApiClient(ApiAccess access, InstantSource clock, LongSupplier ticker, RequestLog log) {
    this.credential = access.credential();
    this.wire = new Wire(access);
    this.clock = clock;
    this.ticker = ticker;
    this.log = log;
    this.budget = new RateBudget(access.rateShare(), ticker);
    this.lanes = new Lanes(access.concurrency(), ticker);
    this.pauses = new Pauses(ticker);
  }

  /** Tells one token at one address from another without giving it away. */
  public String credential() {
    return credential;
  }

  /** How hard the API has been worked so far. */
  public Effort effort() {
    long answers = answered.get();
    Duration latency =
        answers == 0 ? Duration.ZERO : Duration.ofNanos(answering.get() / Math.max(1, answers));
    return new Effort(
        requests.get(), pauses.soFar(), pauses.longest(), latency, lanes.open(), budget.quota());
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
    if (!lanes.enter(box.left())) {
      throw new TimeoutException(request + ": no time left");
    }
    try {
      RateBudget.Turn turn = budget.take();
      for (; !turn.goes(); turn = budget.take()) {
        pauses.pause(turn.pause(), box);
      }
      try {
        return ask(request, turn, box);
      } finally {
        budget.back();
      }
    } finally {
      lanes.leave();
    }
  }

  private JsonNode ask(ApiRequest request, RateBudget.Turn turn, TimeBox box)
      throws InterruptedException, TimeoutException {
    if (box.passed()) {
      throw new TimeoutException(request + ": no time left");
    }
    requests.incrementAndGet();
    long sentAt = ticker.getAsLong();
    try {
      Answer answer = wire.send(request, box);
      over(request, sentAt, answer.status(), answer.remaining());
      return read(request, turn, answer);
    } catch (ApiException failure) {
      if (failure.status() == 0) {
        over(request, sentAt, 0, OptionalInt.empty());
      }
      if (failure.isOverload()) {
        lanes.rough(sentAt);
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

  private JsonNode read(ApiRequest request, RateBudget.Turn turn, Answer answer) {
    if (answer.limit().isPresent() && answer.remaining().isPresent()) {
      budget.learn(
          turn, answer.limit().getAsInt(), answer.remaining().getAsInt(), answer.reset());
    }
    if (answer.status() == 200) {
      lanes.smooth();
      return Json.find(answer.body())
          .orElseThrow(() -> ApiException.unreadable(request, answer.body()));
    }
    if (answer.saysSlowDown()) {
      budget.refused(answer.pause(clock.instant()));
    }
    throw ApiException.refused(request, answer.status(), ErrorBody.of(answer.body()));
  }
}
