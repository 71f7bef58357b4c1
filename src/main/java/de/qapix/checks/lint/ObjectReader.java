package de.qapix.checks.lint;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.inline;

import de.qapix.files.ResourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Reads what there is in the scratch database; a second time only what has changed. */
final class ObjectReader {

  private static final String OBJECTS = ResourceText.read(ObjectReader.class, "objects.sql");
  private static final String VERSIONS =
      ResourceText.read(ObjectReader.class, "object_versions.sql");
  private static final int FEW = 200;

  private final DSLContext db;

  ObjectReader(DSLContext db) {
    this.db = db;
  }

  /**
   * What there is now.
   *
   * @param version by which the result is known
   * @param before what there was the last time that somebody looked
   */
  MeasuredObjects read(String version, MeasuredObjects before) {
    Set<String> rows = rows();
    Set<Long> changed = new HashSet<>();
    rows.stream()
        .filter(row -> !before.rows().contains(row))
        .map(ObjectReader::oid)
        .forEach(changed::add);
    before.rows().stream()
        .filter(row -> !rows.contains(row))
        .map(ObjectReader::oid)
        .forEach(changed::add);
    if (changed.size() > FEW) {
      return new MeasuredObjects(version, rows, read(db.resultQuery(OBJECTS)));
    }
    Map<MeasuredObject.Address, MeasuredObject> objects = new HashMap<>(before.byAddress());
    objects.keySet().removeIf(address -> changed.contains(address.oid()));
    if (!changed.isEmpty()) {
      objects.putAll(
          read(
              db.resultQuery(
                  OBJECTS + "where object.oid = any ({0}::bigint[])",
                  inline(changed.toArray(Long[]::new)))));
    }
    return new MeasuredObjects(version, rows, objects);
  }

  private Set<String> rows() {
    return Optional.ofNullable(db.resultQuery(VERSIONS).fetchSingle().get(0, String.class)).stream()
        .flatMap(all -> Stream.of(all.split(",")))
        .collect(toSet());
  }

  private static Long oid(String row) {
    return Long.valueOf(row.substring(0, row.indexOf(' ')));
  }

  private static Map<MeasuredObject.Address, MeasuredObject> read(ResultQuery<Record> query) {
    return query.fetch(ObjectReader::object).stream()
        .collect(toMap(MeasuredObject::address, Function.identity()));
  }

  private static MeasuredObject object(Record row) {
    MeasuredObject.Kind kind = MeasuredObject.Kind.valueOf(row.get(0, String.class));
    return new MeasuredObject(
        kind,
        new MeasuredObject.Address(kind, row.get(1, Long.class), row.get(2, Integer.class)),
        row.get(3, Long.class),
        row.get(4, Long.class),
        row.get(5, Long.class),
        new MeasuredName(
            row.get(6, String.class), row.get(7, String.class), row.get(8, Boolean.class)),
        row.get(9, String.class),
        numbers(row.get(10, String.class)),
        row.get(11, String.class),
        row.get(12, Boolean.class),
        row.get(13, Boolean.class));
  }

  private static List<Integer> numbers(String list) {
    return list == null || list.isEmpty()
        ? List.of()
        : Stream.of(list.split(",")).map(Integer::valueOf).toList();
  }
}
