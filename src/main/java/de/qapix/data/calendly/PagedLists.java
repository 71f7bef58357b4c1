package de.qapix.data.calendly;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Fields;
import de.qapix.data.api.Page;
import de.qapix.data.api.PaginationGuard;
import de.qapix.data.api.TimeBox;
import de.qapix.data.api.UnreadableRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads lists to their end, page by page. */
final class PagedLists {

  /** A list as it was read. */
  record Contents<T>(List<T> records, List<UnreadableRecord> unreadable) {}

  /** Records that Calendly puts on a page at most. */
  static final int LARGEST_PAGE = 100;

  /** The same as a parameter. */
  static final String COUNT = String.valueOf(LARGEST_PAGE);

  private static final int READINGS = 4;

  private final CalendlyApi api;

  PagedLists(CalendlyApi api) {
    this.api = api;
  }

  /**
   * All records of a list. A list whose page token expires is read again from its beginning.
   *
   * @param kind what the records are, e.g. {@code invitee}
   */
  <T> Contents<T> read(String kind, ApiRequest first, Function<Fields, T> decode, TimeBox box)
      throws InterruptedException, TimeoutException {
    for (int reading = 1; ; reading++) {
      try {
        return once(kind, first, decode, box);
      } catch (ApiException refused) {
        if (!refused.pageTokenExpired() || reading == READINGS) {
          throw refused;
        }
      }
    }
  }

  /**
   * The same for a list that may shift between its pages, so that one is skipped, or that lags
   * behind: it is read again until it is what it should be, or shows the same twice.
   *
   * @param whole whether it is what it should be
   * @param mark what has to be the same in a record that is shown twice
   */
  <T> Contents<T> settled(
      String kind,
      ApiRequest first,
      Predicate<Contents<T>> whole,
      Function<T, String> mark,
      Function<Fields, T> decode,
      TimeBox box)
      throws InterruptedException, TimeoutException {
    Contents<T> contents = read(kind, first, decode, box);
    Set<String> before = Set.of();
    for (int reading = 1; reading < READINGS && !whole.test(contents); reading++) {
      Set<String> marks = new HashSet<>(contents.records().stream().map(mark).toList());
      if (marks.equals(before)) {
        return contents;
      }
      before = marks;
      contents = read(kind, first, decode, box);
    }
    return contents;
  }

  private <T> Contents<T> once(
      String kind, ApiRequest first, Function<Fields, T> decode, TimeBox box)
      throws InterruptedException, TimeoutException {
    List<T> records = new ArrayList<>();
    List<UnreadableRecord> unreadable = new ArrayList<>();
    PaginationGuard guard = new PaginationGuard();
    Optional<ApiRequest> next = Optional.of(first);
    while (next.isPresent()) {
      Page<T> page = Page.read(kind, next.get(), api.get(next.get(), box), decode);
      guard.turned(next.get(), page);
      records.addAll(page.records());
      unreadable.addAll(page.unreadable());
      next = page.next();
    }
    return new Contents<>(records, unreadable);
  }
}
