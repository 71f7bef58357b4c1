package de.qapix.data.sync;

import de.qapix.data.feed.ReferenceLists;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/** Writes the small lists. What the database refuses of them because of its data is rejected. */
final class ReferenceListWriter {

  private ReferenceListWriter() {}

  /**
   * Writes all of them together, or, where that is refused, each record by itself.
   *
   * @return what could not be read or written
   */
  static List<Reject> write(OpenRun<?> run, ReferenceLists lists) {
    List<Reject> rejects = new ArrayList<>();
    lists.unreadable().stream().map(RecordRejection::reject).forEach(rejects::add);
    try {
      run.write(lists.write(), lists.parts().stream().map(ReferenceLists.Part::key).toList());
    } catch (DataAccessException refusal) {
      RecordRejection.assertAboutTheData(refusal);
      lists.parts().forEach(part -> write(run, part).ifPresent(rejects::add));
    }
    return rejects;
  }

  private static Optional<Reject> write(OpenRun<?> run, ReferenceLists.Part part) {
    try {
      run.write(part.write(), List.of(part.key()));
      return Optional.empty();
    } catch (DataAccessException refusal) {
      RecordRejection.assertAboutTheData(refusal);
      return Optional.of(RecordRejection.reject(part.kind(), part.key(), part.raw(), refusal));
    }
  }
}
