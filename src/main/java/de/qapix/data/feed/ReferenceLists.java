package de.qapix.data.feed;

import de.qapix.data.api.UnreadableRecord;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * The small lists that are read whole in each run.
 *
 * @param write writes them all
 * @param parts the same, one by one
 * @param unreadable records of these lists that could not be decoded
 */
public record ReferenceLists(
    Consumer<DSLContext> write, List<Part> parts, List<UnreadableRecord> unreadable) {

  public ReferenceLists {
    parts = List.copyOf(parts);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * One record.
   *
   * @param kind what it is, e.g. {@code event_type}
   * @param key its URI
   * @param raw the record as it came
   */
  public record Part(String kind, String key, String raw, Consumer<DSLContext> write) {}
}
