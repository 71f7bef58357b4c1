package de.qapix.checks.scratch;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.checks.scratch.PrismaMigration.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The table in which Prisma writes down what it has applied. */
public final class PrismaHistory {

  private static final String TABLE = "_prisma_migrations";
  private static final Field<String> SCHEMA = field(name("schemaname"), SQLDataType.VARCHAR);
  private static final Field<String> RELATION = field(name("tablename"), SQLDataType.VARCHAR);
  private static final Field<String> NAME = field(name("migration_name"), SQLDataType.VARCHAR);
  private static final Field<String> CHECKSUM = field(name("checksum"), SQLDataType.VARCHAR);
  private static final Field<String> LOGS = field(name("logs"), SQLDataType.VARCHAR);

  private final List<PrismaEntry> entries;

  private PrismaHistory(List<PrismaEntry> entries) {
    this.entries = entries;
  }

  /** Reads the history in a schema; empty if Prisma has never migrated it. */
  public static Optional<PrismaHistory> read(DSLContext transaction, String schema) {
    boolean there =
        transaction.fetchExists(
            table(name("pg_catalog", "pg_tables")), SCHEMA.eq(schema), RELATION.eq(TABLE));
    return there ? Optional.of(new PrismaHistory(rows(transaction, schema))) : Optional.empty();
  }

  private static List<PrismaEntry> rows(DSLContext transaction, String schema) {
    return transaction
        .select(
            NAME,
            CHECKSUM,
            field(field(name("finished_at")).isNotNull()),
            field(field(name("rolled_back_at")).isNotNull()),
            LOGS)
        .from(table(name(schema, TABLE)))
        .orderBy(field(name("started_at")))
        .fetch(mapping(PrismaEntry::new));
  }

  /** Each migration of the folder, which is Prisma's, of the database or of both, by name. */
  public List<PrismaMigration> compare(MigrationFolder folder) {
    return compare(
        entries,
        folder.scripts().stream()
            .collect(
                Collectors.toMap(script -> script.version().orElseThrow(), FolderScript::text)));
  }

  static List<PrismaMigration> compare(List<PrismaEntry> entries, Map<String, String> texts) {
    Map<String, List<PrismaEntry>> tries =
        entries.stream()
            .collect(Collectors.groupingBy(PrismaEntry::name, TreeMap::new, Collectors.toList()));
    TreeSet<String> names = new TreeSet<>(texts.keySet());
    names.addAll(tries.keySet());
    return names.stream()
        .map(name -> migration(name, tries.getOrDefault(name, List.of()), texts.get(name)))
        .toList();
  }

  private static PrismaMigration migration(String name, List<PrismaEntry> tries, String text) {
    Optional<PrismaEntry> open = last(tries, PrismaEntry::isOpen);
    if (open.isPresent()) {
      return new PrismaMigration(name, State.FAILED, open.map(PrismaEntry::logs));
    }
    Optional<PrismaEntry> applied = last(tries, PrismaEntry::isApplied);
    if (applied.isPresent()) {
      return new PrismaMigration(name, applied(applied.get(), text), Optional.empty());
    }
    Optional<PrismaEntry> rolledBack = last(tries, PrismaEntry::rolledBack);
    return new PrismaMigration(
        name,
        rolledBack.isPresent() ? State.ROLLED_BACK : State.PENDING,
        rolledBack.map(PrismaEntry::logs));
  }

  private static State applied(PrismaEntry entry, String text) {
    if (text == null) {
      return State.MISSING;
    }
    return PrismaChecksum.matches(text, entry.checksum()) ? State.APPLIED : State.CHANGED;
  }

  private static Optional<PrismaEntry> last(
      List<PrismaEntry> tries, Predicate<PrismaEntry> condition) {
    return tries.stream().filter(condition).reduce((first, second) -> second);
  }
}
