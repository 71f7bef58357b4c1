package de.qapix.data.feed;

import de.qapix.data.api.Page;
import de.qapix.data.api.UnreadableRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the list of a slice has shown so far, and what of its next page is new. */
final class SliceContents<L extends ListedRecord> {

  private final Slice slice;
  private final Map<String, Instant> versions = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private Instant reached;

  SliceContents(Slice slice) {
    this.slice = slice;
    this.reached = slice.from();
  }

  /** What pages before this one have not shown; what belongs to the slices beside is left out. */
  ShownPage<L> add(Page<L> page) {
    List<UnreadableRecord> spoiled = new ArrayList<>();
    for (UnreadableRecord record : page.unreadable()) {
      if (!versions.containsKey(record.key()) && unreadable.add(record.key())) {
        spoiled.add(record);
      }
    }
    List<L> records = new ArrayList<>();
    List<L> newer = new ArrayList<>();
    for (L record : page.records()) {
      Instant version = versions.get(record.key());
      if (version == null && slice.holds(record.start())) {
        records.add(record);
        reached = record.start().isAfter(reached) ? record.start() : reached;
        versions.put(record.key(), record.changedAt());
      } else if (version != null && record.changedAt().isAfter(version)) {
        newer.add(record);
        versions.put(record.key(), record.changedAt());
      }
    }
    return new ShownPage<>(records, newer, spoiled);
  }

  /** The latest start of all that was shown; the begin of the slice before. */
  Instant reached() {
    return reached;
  }

  boolean contains(String key) {
    return versions.containsKey(key) || unreadable.contains(key);
  }

  long count() {
    return versions.size() + unreadable.stream().filter(key -> !versions.containsKey(key)).count();
  }
}
