package de.qapix.migrate;

import static de.qapix.db.qapix.tables.MigrationText.MIGRATION_TEXT;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;

/**
 * All that a database knows about migrations, read in two messages: which tables there are, and
 * what stands in them.
 *
 * @param relations the names in our schema
 * @param entries of Flyway's history, in their order
 * @param texts of the versions whose texts were written down
 * @param begun how many statements are done of each script that was begun
 */
record StoredHistory(
    Set<String> relations,
    List<HistoryEntry> entries,
    Map<String, String> texts,
    Map<String, Integer> begun) {

  StoredHistory {
    relations = Set.copyOf(relations);
    entries = List.copyOf(entries);
    texts = Map.copyOf(texts);
    begun = Map.copyOf(begun);
  }

  static StoredHistory read(DSLContext db) {
    Set<String> relations = new ServerTables(db).relations(HistoryTable.SCHEMA);
    List<Select<?>> questions = new ArrayList<>();
    Optional<Select<?>> entries = when(relations.contains(HistoryTable.NAME), HistoryTable.all());
    Optional<Select<?>> texts =
        when(relations.contains(MIGRATION_TEXT.getName()), AppliedTexts.all());
    Optional<Select<?>> begun =
        when(relations.contains(StepwiseProgress.TABLE), StepwiseProgress.done());
    entries.ifPresent(questions::add);
    texts.ifPresent(questions::add);
    begun.ifPresent(questions::add);
    Iterator<Result<Record>> answers = ask(db, questions).iterator();
    return new StoredHistory(
        relations,
        entries.map(asked -> answers.next().map(HistoryEntry::of)).orElse(List.of()),
        texts.map(asked -> pairs(answers.next(), String.class)).orElse(Map.of()),
        begun.map(asked -> pairs(answers.next(), Integer.class)).orElse(Map.of()));
  }

  private static Optional<Select<?>> when(boolean there, Select<?> question) {
    return there ? Optional.of(question) : Optional.empty();
  }

  private static Iterable<Result<Record>> ask(DSLContext db, List<Select<?>> questions) {
    return questions.isEmpty()
        ? List.of()
        : db.fetchMany(questions.stream().map(db::renderInlined).collect(joining(";\n")));
  }

  private static <T> Map<String, T> pairs(Result<Record> rows, Class<T> type) {
    return rows.stream().collect(toMap(row -> row.get(0, String.class), row -> row.get(1, type)));
  }

  /** Whether what was applied is the beginning of these, as they are, and nothing else. */
  boolean isBeginningOf(List<Migration> migrations) {
    return entries.size() <= migrations.size()
        && entries.stream()
            .map(HistoryEntry::applied)
            .toList()
            .equals(migrations.subList(0, entries.size()).stream().map(Optional::of).toList());
  }

  /** The rank of the newest entry that did not fail; 0 if there is none. */
  int newestRank() {
    return entries.stream()
        .filter(HistoryEntry::success)
        .mapToInt(HistoryEntry::rank)
        .max()
        .orElse(0);
  }
}
