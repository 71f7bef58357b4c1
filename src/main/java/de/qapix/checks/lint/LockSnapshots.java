package de.qapix.checks.lint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.inline;

import de.qapix.files.ResourceText;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Looks at the scratch database from within the transaction that a script runs in. */
final class LockSnapshots {

  private static final String RELATIONS = ResourceText.read(LockSnapshots.class, "relations.sql");
  private static final String HELD = ResourceText.read(LockSnapshots.class, "held.sql");
  private static final String ROUTINES = ResourceText.read(LockSnapshots.class, "routines.sql");
  private static final int FEW = 100;

  private final DSLContext db;
  private final ObjectReader objectReader;
  private final Param<Long> newest;
  private MeasuredObjects last;

  /**
   * @param newest the largest oid of interest: what is made later gets a larger one
   * @param last the objects as they were the last time that somebody looked
   */
  LockSnapshots(Connection connection, long newest, MeasuredObjects last) {
    this.last = last;
    this.db = DSL.using(connection, SQLDialect.POSTGRES);
    this.objectReader = new ObjectReader(db);
    this.newest = inline(newest);
  }

  /** Looks at everything. */
  LockSnapshot now() {
    Record held = held();
    return new LockSnapshot(relations(db.resultQuery(RELATIONS)), locks(held), objects(held));
  }

  /** Looks at what a statement can have changed: it holds locks on that. */
  LockSnapshot after(LockSnapshot before) {
    Record held = held();
    Map<Long, Set<LockMode>> locks = locks(held);
    Map<Long, String> versions =
        pairs(held, 1).collect(toMap(pair -> Long.valueOf(pair[0]), pair -> pair[1]));
    Map<Long, MeasuredRelation> relations = new HashMap<>(before.relations());
    relations
        .values()
        .removeIf(
            relation ->
                locks.containsKey(relation.oid())
                    && !relation.contents().version().equals(versions.get(relation.oid())));
    versions.keySet().removeAll(relations.keySet());
    if (versions.size() > FEW) {
      relations.putAll(relations(db.resultQuery(RELATIONS)));
    } else if (!versions.isEmpty()) {
      Long[] changed = versions.keySet().toArray(Long[]::new);
      relations.putAll(
          relations(
              db.resultQuery(
                  RELATIONS + "  and relation.oid = any ({0}::oid[])", inline(changed))));
    }
    MeasuredObjects objects = before.objects();
    return new LockSnapshot(
        relations, locks, version(held).equals(objects.version()) ? objects : objects(held));
  }

  /** Whether the table has no rows, as far as this role sees. */
  boolean isEmpty(MeasuredRelation table) {
    return !db.fetchExists(DSL.table(DSL.name(table.schema(), table.name())));
  }

  /** The bodies of the routines that have one of these names, those in other languages apart. */
  List<String> routines(Collection<String> names) {
    return db.resultQuery(ROUTINES, inline(names.toArray(String[]::new)))
        .fetch(row -> row.get(0, String.class));
  }

  private MeasuredObjects objects(Record held) {
    last = objectReader.read(version(held), last);
    return last;
  }

  private static String version(Record held) {
    return held.get(2, String.class);
  }

  private Record held() {
    return db.resultQuery(HELD, newest).fetchSingle();
  }

  private static Map<Long, Set<LockMode>> locks(Record held) {
    return pairs(held, 0)
        .collect(
            groupingBy(
                pair -> Long.valueOf(pair[0]), mapping(pair -> LockMode.of(pair[1]), toSet())));
  }

  /** A number and what comes behind it. */
  private static Stream<String[]> pairs(Record held, int column) {
    return Optional.ofNullable(held.get(column, String.class)).stream()
        .flatMap(all -> Stream.of(all.split(",")))
        .map(pair -> pair.split(" ", 2));
  }

  private static Map<Long, MeasuredRelation> relations(ResultQuery<Record> query) {
    return query.fetch(LockSnapshots::relation).stream()
        .collect(toMap(MeasuredRelation::oid, Function.identity()));
  }

  private static MeasuredRelation relation(Record row) {
    return new MeasuredRelation(
        row.get(0, Long.class),
        new MeasuredName(
            row.get(1, String.class), row.get(2, String.class), row.get(3, Boolean.class)),
        row.get(4, Long.class),
        MeasuredRelation.Kind.of(row.get(5, String.class)),
        new MeasuredRelation.Contents(
            row.get(6, Long.class),
            row.get(7, Long.class),
            row.get(8, Long.class),
            row.get(9, Boolean.class),
            row.get(10, String.class)));
  }
}
