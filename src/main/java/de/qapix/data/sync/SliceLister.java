package de.qapix.data.sync;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.api.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists one slice, page by page. Hands on each record once, what could not be read included, and
 * again only where a later page shows a newer version; what belongs to the slices beside it is left
 * out.
 */
public final class SliceLister<L extends ListedRecord> {

  /** What is done with what a list shows. */
  public interface Reader<L> {

    /** It is known which page is the next one, or that there is none. */
    default void turned() {}

    void read(Shown<L> shown);
  }

  /**
   * What a page shows that pages before it have not shown.
   *
   * @param records that were not shown before
   * @param newer records that were, and have changed since
   */
  public record Shown<L>(List<L> records, List<L> newer, List<UnreadableRecord> unreadable) {}

  private final FeedRequests<L, ?> requests;
  private final Slice slice;
  private final Reader<L> reader;
  private final PageSequence pages;
  private final Map<String, Instant> versions = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private Instant reached;
  private boolean asking;
  private boolean withinMoment;

  /**
   * @param slice what is listed: to the end of one of the window's slices, from where a listing
   *     before this one has come
   */
  public SliceLister(FeedRequests<L, ?> requests, Slice slice, Reader<L> reader) {
    this.requests = requests;
    this.slice = slice;
    this.reader = reader;
    this.pages = new PageSequence(from -> requests.first(from, slice.until()), slice.from());
    this.reached = slice.from();
  }

  /** Whether a page can be asked for: there is one more, and none is waited for. */
  public boolean wantsPage() {
    return !asking && pages.next().isPresent();
  }

  /** Whether the list has come to its end. */
  public boolean isListed() {
    return !asking && pages.next().isEmpty();
  }

  /** Asks for the next page. */
  public void ask() {
    asking = true;
    ApiRequest request = pages.next().orElseThrow();
    requests.page(
        request,
        this::turned,
        failure -> {
          asking = false;
          pages.refused(failure, reached);
        });
  }

  private void turned(Page<L> page) {
    asking = false;
    Instant before = reached;
    Shown<L> shown = shown(page);
    pages.turned(page, reached);
    withinMoment = pages.next().isPresent() && isWithinMoment(page, before);
    reader.turned();
    reader.read(shown);
  }

  private Shown<L> shown(Page<L> page) {
    Shown<L> shown = new Shown<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (UnreadableRecord record : page.unreadable()) {
      if (!versions.containsKey(record.key()) && unreadable.add(record.key())) {
        shown.unreadable().add(record);
      }
    }
    for (L record : page.records()) {
      Instant version = versions.get(record.key());
      if (version == null && slice.holds(record.start())) {
        shown.records().add(record);
        reached = record.start().isAfter(reached) ? record.start() : reached;
        versions.put(record.key(), record.changedAt());
      } else if (version != null && record.changedAt().isAfter(version)) {
        shown.newer().add(record);
        versions.put(record.key(), record.changedAt());
      }
    }
    return shown;
  }

  /** What starts at the same moment is no guide to how much is left. */
  private boolean isWithinMoment(Page<L> page, Instant before) {
    return !page.records().isEmpty()
        && (reached.equals(before)
            || page.records().stream().allMatch(record -> record.start().equals(reached)));
  }

  /** Whether the list was last seen to show nothing but what starts at one moment. */
  boolean isWithinMoment() {
    return withinMoment;
  }

  /**
   * The moment that the list has not got beyond although what starts there was listed; empty where
   * there is none.
   */
  Optional<Instant> stalledAt() {
    return withinMoment && reached.equals(slice.from()) ? Optional.of(reached) : Optional.empty();
  }

  /** Whether it has shown this record, or what could not be read of it. */
  public boolean hasShown(String key) {
    return versions.containsKey(key) || unreadable.contains(key);
  }

  /** How many records it has shown. */
  public long shown() {
    long others = unreadable.stream().filter(key -> !versions.containsKey(key)).count();
    return versions.size() + others;
  }

  /** Everything that starts before this moment has been listed. */
  public Instant reached() {
    return isListed() ? slice.until() : reached;
  }

  /** How much has been listed. */
  public Duration listedStretch() {
    return Duration.between(slice.from(), reached());
  }
}
