package de.qapix.data.feed;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
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

  /** Rounds of requests that are listed ahead: enough to go on while the next page comes. */
  private static final int ROUNDS_AHEAD = 8;

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

  /** Asks who we are and what we may list. */
  public void open(Consumer<Account> then, Consumer<RuntimeException> failed) {
    pool.list(() -> feed.open(box), then, failed);
  }

  /** Asks for the small lists. */
  public void catalogue(Consumer<ReferenceLists> then, Consumer<RuntimeException> failed) {
    pool.list(() -> feed.catalogue(account, box), then, failed);
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

  /** Does the work as far as it gets in the time box, and tells whether it is done. */
  public boolean until(RequestLoop.Work work) throws InterruptedException {
    return new RequestLoop(pool, box).run(work);
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
