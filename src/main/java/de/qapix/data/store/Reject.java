package de.qapix.data.store;

/**
 * A record that could not be read or written.
 *
 * @param kind what it is, e.g. {@code event}
 * @param key its URI, or what stands for it where even that could not be read
 * @param origin the request whose answer held it
 * @param reason why
 * @param raw the record as it came
 */
public record Reject(String kind, String key, String origin, String reason, String raw) {

  private static final int LONGEST = 100_000;

  public Reject {
    raw = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
  }
}
