package de.qapix.migrate;

import de.qapix.sql.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;

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
}
