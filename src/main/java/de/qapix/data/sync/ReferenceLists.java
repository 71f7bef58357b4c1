package de.qapix.data.sync;

import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

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
  public record Part(String kind, String key, String raw, Consumer<DSLContext> write) {

    Optional<Reject> write(OpenRun<?> run) {
      try {
        run.write(write, List.of(key));
        return Optional.empty();
      } catch (DataAccessException refusal) {
        RecordRejection.assertAboutTheData(refusal);
        return Optional.of(RecordRejection.reject(kind, key, raw, refusal));
      }
    }
  }

  /**
   * Writes all of it; what the database refuses is rejected by itself.
   *
   * @return what could not be read or written
   */
  List<Reject> write(OpenRun<?> run) {
    List<Reject> rejects = new ArrayList<>();
    unreadable.stream().map(RecordRejection::reject).forEach(rejects::add);
    try {
      run.write(write, parts.stream().map(Part::key).toList());
    } catch (DataAccessException refusal) {
      RecordRejection.assertAboutTheData(refusal);
      parts.forEach(part -> part.write(run).ifPresent(rejects::add));
    }
    return rejects;
  }
}
