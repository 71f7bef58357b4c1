package de.qapix.data.sync;

import de.qapix.data.feed.Slice;
import de.qapix.data.store.StoredRecord;
import de.qapix.data.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is stored of a slice, read in portions while it is listed. Nobody but the run itself changes
 * it meanwhile, and the run knows what it has written.
 */
final class StoredSlice {

  /** Times that are closer to each other are one to PostgreSQL. */
  private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

  private final Consumer<StoredSlice> reader;
  private final Slice slice;
  private final Map<String, StoredRecord> records = new HashMap<>();
  private final NavigableMap<Instant, List<StoredRecord>> byStart = new TreeMap<>();
  private Instant readUntil;

  /**
   * @param reader adds the next portion
   */
  StoredSlice(Consumer<StoredSlice> reader, Slice slice) {
    this.reader = reader;
    this.slice = slice;
    this.readUntil = slice.from();
  }

  /** What is stored up to a moment, by its key, but for what was passed. */
  Map<String, StoredRecord> upTo(Instant moment) {
    read(moment.plus(TICK));
    return Collections.unmodifiableMap(records);
  }

  /** Keys of what starts before a moment and should be listed. They are held no longer. */
  Set<String> pass(Instant moment) {
    read(moment);
    Set<String> expected = new HashSet<>();
    Map<Instant, List<StoredRecord>> passed = byStart.headMap(moment, false);
    for (List<StoredRecord> together : passed.values()) {
      for (StoredRecord record : together) {
        records.remove(record.key());
        if (record.expected()) {
          expected.add(record.key());
        }
      }
    }
    passed.clear();
    return expected;
  }

  private void read(Instant until) {
    while (readUntil.isBefore(until) && readUntil.isBefore(slice.until())) {
      reader.accept(this);
    }
  }

  /** What is to be read next. */
  Stretch next() {
    return new Stretch(readUntil, slice.until());
  }

  /**
   * It has been read.
   *
   * @param last whether no other records follow
   */
  void add(List<StoredRecord> portion, boolean last) {
    for (StoredRecord record : portion) {
      records.put(record.key(), record);
      byStart.computeIfAbsent(record.start(), any -> new ArrayList<>()).add(record);
    }
    readUntil = last ? slice.until() : byStart.lastKey().plus(TICK);
  }
}
