package de.qapix.data.feed;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lists one slice, page by page. Hands on each record once, what could not be read included, and
 * again only where a later page shows a newer version; what belongs to the slices beside it is left
 * out.
 */
public final class SliceLister<L extends ListedRecord> {

  private final FeedRequests<L, ?> requests;
  private final Slice slice;
  private final Consumer<ShownPage<L>> reader;
  private final PageSequence pages;
  private final SliceContents<L> shown;
  private boolean asking;
  private boolean withinMoment;

  /**
   * @param slice what is listed: to the end of one of the window's slices, from where a listing
   *     before this one has come
   * @param reader is given what each page shows
   */
  public SliceLister(FeedRequests<L, ?> requests, Slice slice, Consumer<ShownPage<L>> reader) {
    this.requests = requests;
    this.slice = slice;
    this.reader = reader;
    this.pages = new PageSequence(from -> requests.first(from, slice.until()), slice.from());
    this.shown = new SliceContents<>(slice);
  }

  /** Asks for the next pages of these lists, of so many side by side. */
  public static void ask(Stream<? extends SliceLister<?>> listers, int sideBySide) {
    listers.filter(lister -> !lister.isListed()).limit(sideBySide).forEach(SliceLister::askIfRoom);
  }

  /** Whether the list has come to its end. */
  public boolean isListed() {
    return pages.next().isEmpty();
  }

  /** Asks for the next page unless it is waited for already, or enough else is. */
  public void askIfRoom() {
    if (asking || pages.next().isEmpty() || !requests.hasRoomForPages()) {
      return;
    }
    asking = true;
    ApiRequest request = pages.next().get();
    requests.page(
        request,
        this::turned,
        failure -> {
          asking = false;
          pages.refused(failure, shown.reached());
        });
  }

  private void turned(Page<L> page) {
    asking = false;
    Instant before = shown.reached();
    ShownPage<L> added = shown.add(page);
    pages.turned(page, shown.reached());
    withinMoment = pages.next().isPresent() && isWithinMoment(page, before);
    askIfRoom();
    reader.accept(added);
  }

  /** What starts at the same moment is no guide to how much is left. */
  private boolean isWithinMoment(Page<L> page, Instant before) {
    Instant reached = shown.reached();
    return !page.records().isEmpty()
        && (reached.equals(before)
            || page.records().stream().allMatch(record -> record.start().equals(reached)));
  }

  /** Whether the list was last seen to show nothing but what starts at one moment. */
  public boolean isWithinMoment() {
    return withinMoment;
  }

  /**
   * The moment that the list has not got beyond although what starts there was listed; empty where
   * there is none.
   */
  public Optional<Instant> stalledAt() {
    return withinMoment && shown.reached().equals(slice.from())
        ? Optional.of(slice.from())
        : Optional.empty();
  }

  /** Whether it has shown this record, or what could not be read of it. */
  public boolean hasShown(String key) {
    return shown.contains(key);
  }

  /** How many records it has shown. */
  public long shown() {
    return shown.count();
  }

  /** Everything that starts before this moment has been listed. */
  public Instant reached() {
    return isListed() ? slice.until() : shown.reached();
  }

  /** How much has been listed. */
  public Duration listedStretch() {
    return Duration.between(slice.from(), reached());
  }
}
