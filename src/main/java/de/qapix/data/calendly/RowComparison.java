package de.qapix.data.calendly;

import de.qapix.data.verify.RowDifference;
import de.qapix.data.verify.RowDifference.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;

/**
 * The rows of one table as a sync would write them, against those that are there.
 *
 * @param table as SQL has to write it
 * @param key columns by which a row is known
 * @param compared columns that a sync writes
 */
record RowComparison<R extends Record>(
    String table, List<? extends Field<?>> key, List<? extends Field<?>> compared) {

  /** What a row is about. Either row may be null, but not both. */
  interface Subject<R> {
    About of(R stored, R current);
  }

  /** All of a difference that does not depend on the column. */
  record About(
      boolean newer,
      boolean ahead,
      String event,
      Optional<RowDifference.Part> part,
      Instant start) {}

  /** The same where it makes no difference which of the two rows tells what they are about. */
  List<RowDifference> differences(List<R> stored, List<R> current, Function<R, About> subject) {
    return differences(stored, current, (one, other) -> subject.apply(other == null ? one : other));
  }

  /** Of several current rows with one key the last one counts, as when they are written. */
  List<RowDifference> differences(List<R> stored, List<R> current, Subject<R> subject) {
    Map<List<Object>, R> there = byKey(stored);
    Map<List<Object>, R> wanted = byKey(current);
    List<RowDifference> differences = new ArrayList<>();
    wanted.forEach((key, row) -> compare(there.get(key), row, subject, differences));
    there.forEach(
        (key, row) -> {
          if (!wanted.containsKey(key)) {
            differences.add(row(Kind.EXTRA, subject.of(row, null)));
          }
        });
    return differences;
  }

  private Map<List<Object>, R> byKey(List<R> rows) {
    Map<List<Object>, R> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.put(key.stream().<Object>map(row::get).toList(), row));
    return byKey;
  }

  private void compare(R stored, R current, Subject<R> subject, List<RowDifference> differences) {
    if (stored == null) {
      differences.add(row(Kind.MISSING, subject.of(null, current)));
      return;
    }
    for (Field<?> column : compared) {
      ValueExcerpt.of(column.getName(), stored.get(column), current.get(column))
          .map(cells -> cell(column, cells, subject.of(stored, current)))
          .ifPresent(differences::add);
    }
  }

  private RowDifference row(Kind kind, About about) {
    return difference(
        kind, about, Optional.empty(), new ValueExcerpt(Optional.empty(), Optional.empty()));
  }

  private RowDifference cell(Field<?> column, ValueExcerpt cells, About about) {
    return difference(Kind.DIFFERENT, about, Optional.of(SqlNames.of(column.getName())), cells);
  }

  private RowDifference difference(
      Kind kind, About about, Optional<String> column, ValueExcerpt cells) {
    return new RowDifference(
        kind,
        about.newer(),
        about.ahead(),
        about.event(),
        about.part(),
        about.start(),
        table,
        column,
        cells.stored(),
        cells.current());
  }
}
