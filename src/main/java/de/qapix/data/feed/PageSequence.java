package de.qapix.data.feed;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.api.PaginationGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which page of a slice comes next. Page tokens expire and long chains of them break, so the list
 * is entered anew by its start time every twenty pages and whenever a token is refused.
 */
final class PageSequence {

  private static final int PAGES_AT_A_STRETCH = 20;

  /** How often the list is entered at the same moment. */
  private static final int ENTRIES = 4;

  /** Whether the API includes its bounds is not documented. */
  private static final Duration OVERLAP = Duration.ofSeconds(1);

  private final Function<Instant, ApiRequest> first;
  private Instant enteredAt;
  private PaginationGuard guard;
  private int pages;
  private int entries;
  private Optional<ApiRequest> next;

  /**
   * @param first the request for the first page of what starts from a moment on
   */
  PageSequence(Function<Instant, ApiRequest> first, Instant from) {
    this.first = first;
    this.next = Optional.of(enter(from));
  }

  private ApiRequest enter(Instant from) {
    entries = from.equals(enteredAt) ? entries + 1 : 1;
    enteredAt = from;
    guard = new PaginationGuard();
    pages = 0;
    return first.apply(from.minus(OVERLAP));
  }

  /** The request for the next page; empty when the list is at its end. */
  Optional<ApiRequest> next() {
    return next;
  }

  /**
   * A page has come.
   *
   * @param reached the start time of the last record so far
   * @throws ApiException when the list leads back to where it was, or does not end
   */
  void turned(Page<?> page, Instant reached) {
    guard.turned(next.orElseThrow(), page);
    pages++;
    boolean enough = pages >= PAGES_AT_A_STRETCH && reached.isAfter(enteredAt);
    next = enough && page.next().isPresent() ? Optional.of(enter(reached)) : page.next();
  }

  /** A page did not come: where only its token was refused, the list is entered anew. */
  void refused(RuntimeException failure, Instant reached) {
    boolean token = failure instanceof ApiException refusal && refusal.pageTokenExpired();
    if (!token || pages == 0 || (reached.equals(enteredAt) && entries >= ENTRIES)) {
      throw failure;
    }
    next = Optional.of(enter(reached));
  }
}
