package de.qapix.data.feed;

import java.time.Instant;

/** A record of a test; its times are seconds of the epoch. */
public record Item(String key, long second, String fingerprint, long changed)
    implements ListedRecord {

  public Item(String key, long second, String fingerprint) {
    this(key, second, fingerprint, 0);
  }

  public static Item at(long second, String key) {
    return new Item(key, second, "same");
  }

  /** The same as it was changed then. */
  public Item changed(long second) {
    return new Item(key, this.second, "changed at " + second, second);
  }

  @Override
  public Instant start() {
    return Instant.ofEpochSecond(second);
  }

  @Override
  public Instant changedAt() {
    return Instant.ofEpochSecond(changed);
  }

  @Override
  public String raw() {
    return "{}";
  }
}
