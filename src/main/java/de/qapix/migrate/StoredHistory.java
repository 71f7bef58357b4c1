package de.qapix.migrate;

import static de.qapix.db.qapix.tables.MigrationText.MIGRATION_TEXT;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * All that a database knows about migrations, read with as few questions as can be.
 *
 * @param relations the names in our schema
 * @param entries of Flyway's history, in their order
 * @param begun how many statements are done of each script that was begun
 */
record StoredHistory(
    Set<String> relations, List<HistoryTable.Entry> entries, Map<String, Integer> begun) {

  StoredHistory {
    relations = Set.copyOf(relations);
    entries = List.copyOf(entries);
    begun = Map.copyOf(begun);
  }

  static StoredHistory read(DSLContext db) {
    Set<String> relations = new ServerTables(db).relations(HistoryTable.SCHEMA);
    boolean texts = relations.contains(MIGRATION_TEXT.getName());
    return new StoredHistory(
        relations,
        relations.contains(HistoryTable.NAME) ? new HistoryTable(db).all(texts) : List.of(),
        relations.contains(StepwiseProgress.TABLE) ? StepwiseProgress.done(db) : Map.of());
  }

  /** The texts that were written down, by their versions. */
  Map<String, String> texts() {
    return entries.stream()
        .filter(entry -> entry.text().isPresent())
        .collect(
            toMap(
                entry -> entry.migration().version(),
                entry -> entry.text().orElseThrow(),
                (one, same) -> one));
  }

  /** Whether what was applied is the beginning of these, as they are, and nothing else. */
  boolean isBeginningOf(List<Migration> migrations) {
    return entries.size() <= migrations.size()
        && entries.stream()
            .map(HistoryTable.Entry::applied)
            .toList()
            .equals(migrations.subList(0, entries.size()).stream().map(Optional::of).toList());
  }

  /** The rank of the newest entry that did not fail; 0 if there is none. */
  int newestRank() {
    return entries.stream()
        .filter(HistoryTable.Entry::success)
        .mapToInt(HistoryTable.Entry::rank)
        .max()
        .orElse(0);
  }
}
