package de.qapix.migrate;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;

import de.qapix.sql.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What a statement has left in the database that cannot be rolled back and did not end. */
final class StatementLeftovers {

  private final Indexes indexes;
  private final Partitions partitions;

  StatementLeftovers(DSLContext db) {
    this.indexes = new Indexes(db);
    this.partitions = new Partitions(db);
  }

  /** The indexes of its table, by which a new one that got its name from the server is known. */
  List<Long> indexesBefore(Action action) {
    return action instanceof Action.CreateIndex create
        ? indexes.ofTable(create.table()).stream().map(Indexes.Index::id).toList()
        : List.of();
  }

  /** Whether a statement that was begun has done what it was to do. */
  boolean isDone(Action action, StepwiseProgress.Entry begun) {
    if (action instanceof Action.CreateIndex create) {
      return made(create, Optional.of(begun)).anyMatch(Indexes.Index::valid);
    }
    if (action instanceof Action.DropIndex drop) {
      return !indexes.has(drop.index());
    }
    return action instanceof Action.DetachPartition detach
        && !partitions.isPartition(detach.parent(), detach.partition());
  }

  /** The invalid indexes that must go before the statement can succeed. */
  List<String> invalidIndexes(Action action, Optional<StepwiseProgress.Entry> begun) {
    Stream<Indexes.Index> found = Stream.empty();
    if (action instanceof Action.CreateIndex create) {
      found = made(create, begun);
    }
    if (action instanceof Action.Reindex && begun.isPresent()) {
      found = indexes.halfRebuilt().stream();
    }
    return found.filter(Predicate.not(Indexes.Index::valid)).map(Indexes.Index::name).toList();
  }

  /** The partition whose detaching was begun, and only has to be finished. */
  Optional<Action.DetachPartition> halfDetached(Action action) {
    return action instanceof Action.DetachPartition detach
            && partitions.isHalfDetached(detach.parent(), detach.partition())
        ? Optional.of(detach)
        : Optional.empty();
  }

  private Stream<Indexes.Index> made(
      Action.CreateIndex create, Optional<StepwiseProgress.Entry> begun) {
    if (create.index().isPresent()) {
      return indexes.ofTable(create.table(), create.index().get()).stream();
    }
    return begun.stream()
        .flatMap(
            entry ->
                indexes.ofTable(create.table()).stream()
                    .filter(index -> !entry.indexes().contains(index.id())));
  }

  /** Which tables are partitions of which, from PostgreSQL 14 on. */
  private static final class Partitions {

    private static final Table<Record> INHERITS = table(name("pg_catalog", "pg_inherits")).as("h");
    private static final Field<Long> CHILD = field(name("h", "inhrelid"), BIGINT);
    private static final Field<Long> PARENT = field(name("h", "inhparent"), BIGINT);
    private static final Field<Boolean> DETACHING = field(name("h", "inhdetachpending"), BOOLEAN);

    private final DSLContext db;

    Partitions(DSLContext db) {
      this.db = db;
    }

    boolean isPartition(String parent, String partition) {
      return detaching(parent, partition).isPresent();
    }

    /** Whether a DETACH CONCURRENTLY was begun and did not come to its end. */
    boolean isHalfDetached(String parent, String partition) {
      return detaching(parent, partition).orElse(false);
    }

    private Optional<Boolean> detaching(String parent, String partition) {
      return db.select(DETACHING)
          .from(INHERITS)
          .where(CHILD.eq(id(partition)))
          .and(PARENT.eq(id(parent)))
          .fetchOptional(DETACHING);
    }

    private static Field<Long> id(String relation) {
      return function(name("to_regclass"), BIGINT, inline(relation));
    }
  }
}
