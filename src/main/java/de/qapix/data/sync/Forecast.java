package de.qapix.data.sync;

import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.Quota;
import de.qapix.data.feed.Cost;
import java.time.Duration;

/**
 * About what is to be done, and how long it takes as things are.
 *
 * @param requests to make
 * @param rows to write, at most
 * @param duration without any time limit
 * @param runs that it takes with the time limit, if each begins with a fresh quota
 */
public record Forecast(long requests, long rows, Duration duration, long runs) {

  /** Who we are and the small lists, which every run asks for, and a page for where it goes on. */
  static final long OVERHEAD = 4;

  /**
   * @param limit of each run; zero for none
   */
  static Forecast of(Cost cost, ApiUsage effort, Duration limit) {
    long requests = cost.requests();
    long runs = limit.isZero() ? 1 : divided(requests, capacity(effort, limit) - OVERHEAD);
    return new Forecast(requests, cost.rows(), duration(requests, effort), Math.max(1, runs));
  }

  private static Duration duration(long requests, ApiUsage effort) {
    Duration answers = effort.latency().multipliedBy(requests).dividedBy(effort.concurrency());
    Duration quota = effort.quota().map(known -> duration(requests, known)).orElse(Duration.ZERO);
    return answers.compareTo(quota) > 0 ? answers : quota;
  }

  private static Duration duration(long requests, Quota quota) {
    long later = Math.max(0, requests - quota.now());
    return quota.window().multipliedBy(later).dividedBy(quota.ours());
  }

  /** Requests that fit into a run. */
  private static long capacity(ApiUsage effort, Duration limit) {
    long answers =
        effort.latency().isZero()
            ? Long.MAX_VALUE
            : effort.concurrency() * limit.toNanos() / effort.latency().toNanos();
    long quota =
        effort
            .quota()
            .map(known -> known.ours() * (1 + limit.dividedBy(known.window())))
            .orElse(Long.MAX_VALUE);
    return Math.min(answers, quota);
  }

  private static long divided(long requests, long capacity) {
    long each = Math.max(1, capacity);
    return requests / each + (requests % each == 0 ? 0 : 1);
  }
}
