package de.qapix.data.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pages of one list that have been read so far. Ends a list that leads back to a page that it
 * has shown before, or that has no end, which would use up the user's limit for nothing.
 */
public final class PaginationGuard {

  private static final int MOST = 1_000;

  /** A page without a record, and with a next one, is nothing that the API would send often. */
  private static final int MOST_EMPTY = 20;

  private final Set<String> addresses = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private final Set<List<String>> contents = new HashSet<>();
  private int pages;
  private int empty;

  /**
   * A page has come.
   *
   * @param request the one that it answers
   * @throws ApiException when it is one that was there before, when the next one is, or when there
   *     are too many
   */
  public void turned(ApiRequest request, Page<?> page) {
    pages++;
    empty = page.keys().isEmpty() ? empty + 1 : 0;
    addresses.add(request.query());
    request.parameter("page_token").ifPresent(tokens::add);
    if (!page.keys().isEmpty() && !contents.add(page.keys())) {
      throw ApiException.endless(request, "page " + pages + " is one that was there before");
    }
    page.next().ifPresent(next -> assertNew(request, next));
  }

  private void assertNew(ApiRequest request, ApiRequest next) {
    if (addresses.contains(next.query())
        || next.parameter("page_token").filter(tokens::contains).isPresent()) {
      throw ApiException.endless(
          request, "page " + pages + " names one as the next that was there before");
    }
    if (empty >= MOST_EMPTY) {
      throw ApiException.endless(request, empty + " pages without a record came in a row");
    }
    if (pages >= MOST) {
      throw ApiException.endless(request, "there are more than " + MOST + " pages");
    }
  }
}
