package de.qapix.data.sync;

import java.time.Instant;

/** A record of a test; its start is a second of the epoch. */
record Item(String key, long second, String fingerprint) implements ListedRecord {

  static Item at(long second, String key) {
    return new Item(key, second, "same");
  }

  @Override
  public Instant start() {
    return Instant.ofEpochSecond(second);
  }

  @Override
  public Instant changedAt() {
    return Instant.EPOCH;
  }

  @Override
  public String raw() {
    return "{}";
  }
}
