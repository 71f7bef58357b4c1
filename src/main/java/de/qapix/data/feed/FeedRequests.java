package de.qapix.data.feed;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What a run asks of its feed. Answers and failures are handed on by the one thread that runs
 * {@link #until}; what is not answered within the time box is not handed on at all.
 */
public final class FeedRequests<L extends ListedRecord, W extends CompleteRecord>
    implements AutoCloseable {

  /** How long an answer is waited for before the work is looked at all the same. */
  private static final Duration TICK = Duration.ofMillis(100);

  /** Rounds of requests that are listed ahead: enough to go on while the next page comes. */
  private static final int ROUNDS_AHEAD = 8;

  /** What a run does between two answers. */
  public interface Work {

    boolean isDone();

    /** Asks for what is wanted next, if anything is. */
    default void ask() {}

    /** Whether to take in more of what has come before {@link #answered()} is called. */
    default boolean hasRoom() {
      return false;
    }

    /** Answers have been taken in, or none has come for a while. */
    default void answered() throws InterruptedException {}
  }

  private final Feed<L, W> feed;
  private final Account account;
  private final TimeBox box;
  private final int mostAhead;
  private final RequestPool pool;

  /**
   * @param account whose records are listed
   * @param lists how many lists are read side by side
   * @param reads requests for what belongs to records under way at once, at most
   */
  public FeedRequests(Feed<L, W> feed, Account account, TimeBox box, int lists, int reads) {
    this.feed = feed;
    this.account = account;
    this.box = box;
    this.mostAhead = ROUNDS_AHEAD * reads;
    this.pool = new RequestPool(lists, reads);
  }

  public Feed<L, W> feed() {
    return feed;
  }

  public Account account() {
    return account;
  }

  /** Asks who we are and what we may list; a failure ends the work. */
  public void open(Consumer<Account> then) {
    pool.list(() -> feed.open(box), then, FeedRequests::fail);
  }

  /** Asks for the small lists; a failure ends the work. */
  public void catalogue(Consumer<ReferenceLists> then) {
    pool.list(() -> feed.catalogue(account, box), then, FeedRequests::fail);
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }

  /** The request for the first page of what starts from {@code from} to {@code until}. */
  ApiRequest first(Instant from, Instant until) {
    return feed.list(account, from, until);
  }

  void page(ApiRequest request, Consumer<Page<L>> then, Consumer<RuntimeException> failed) {
    pool.list(() -> feed.page(request, box), then, failed);
  }

  /** Asks for what belongs to a record. */
  public void complete(L record, Consumer<W> then, Consumer<RuntimeException> failed) {
    pool.read(() -> feed.complete(record, box), then, failed);
  }

  /** Asks for a record by its key; none comes when the API says that it does not exist. */
  public void find(String key, Consumer<Optional<L>> then, Consumer<RuntimeException> failed) {
    pool.read(() -> feed.find(key, box), then, failed);
  }

  /** Asks for a record by its key, and for what belongs to it. */
  public void findWhole(String key, Consumer<Optional<W>> then, Consumer<RuntimeException> failed) {
    Callable<Optional<W>> request =
        () -> {
          Optional<L> found = feed.find(key, box);
          return found.isEmpty() ? Optional.empty() : Optional.of(feed.complete(found.get(), box));
        };
    pool.read(request, then, failed);
  }

  /**
   * Asks, waits for the next answer, has done what follows from it, and so on until the work is
   * done or the time is up: the box has ended, or no request can be made in what is left of it and
   * none is under way.
   *
   * @return whether it is done
   */
  public boolean until(Work work) throws InterruptedException {
    while (!work.isDone()) {
      if (box.passed() || (pool.outOfTime() && pool.idle())) {
        return false;
      }
      if (!pool.outOfTime()) {
        work.ask();
      }
      pool.next(TICK.compareTo(box.left()) < 0 ? TICK : box.left());
      pool.others(work::hasRoom);
      work.answered();
    }
    return true;
  }

  /** Whether no answer is waited for any longer. */
  public boolean idle() {
    return pool.idle();
  }

  /** Whether more is to be listed before what has been is complete. */
  boolean hasRoomForPages() {
    return !pool.outOfTime() && pool.underway() < mostAhead;
  }

  /** Has {@link #until} look at its work at once; from any thread. */
  public void wake() {
    pool.wake();
  }

  /** Asks for nothing more and hands on what has been answered already. */
  public void finish() {
    pool.finish();
  }

  @Override
  public void close() {
    pool.close();
  }
}
