package de.qapix.checks.scratch;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.checks.scratch.MigrationStanding.State;
import de.qapix.checks.script.FolderScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The table in which Prisma writes down what it has applied. */
final class PrismaHistory {

  static final String TABLE = "_prisma_migrations";

  private static final Field<String> NAME = field(name("migration_name"), SQLDataType.VARCHAR);
  private static final Field<String> CHECKSUM = field(name("checksum"), SQLDataType.VARCHAR);
  private static final Field<String> LOGS = field(name("logs"), SQLDataType.VARCHAR);

  private PrismaHistory() {}

  /** Each migration by name. */
  static List<MigrationStanding> read(
      DSLContext transaction, String schema, MigrationFolder folder) {
    Map<String, List<PrismaEntry>> tries =
        transaction
            .select(
                NAME,
                CHECKSUM,
                field(field(name("finished_at")).isNotNull()),
                field(field(name("rolled_back_at")).isNotNull()),
                LOGS)
            .from(table(name(schema, TABLE)))
            .orderBy(field(name("started_at")))
            .fetch(mapping(PrismaEntry::new))
            .stream()
            .collect(Collectors.groupingBy(PrismaEntry::name));
    Map<String, FolderScript> scripts =
        folder.scripts().stream()
            .collect(Collectors.toMap(script -> script.version().orElseThrow(), script -> script));
    return Stream.concat(scripts.keySet().stream(), tries.keySet().stream())
        .distinct()
        .sorted()
        .map(
            name ->
                standing(
                    name,
                    tries.getOrDefault(name, List.of()),
                    Optional.ofNullable(scripts.get(name))))
        .toList();
  }

  private static MigrationStanding standing(
      String name, List<PrismaEntry> tries, Optional<FolderScript> script) {
    Optional<PrismaEntry> open = last(tries, PrismaEntry::isOpen);
    if (open.isPresent()) {
      return new MigrationStanding(name, State.FAILED, script, open.map(PrismaEntry::logs));
    }
    Optional<PrismaEntry> applied = last(tries, PrismaEntry::isApplied);
    if (applied.isPresent()) {
      return new MigrationStanding(name, applied(applied.get(), script), script, Optional.empty());
    }
    Optional<PrismaEntry> rolledBack = last(tries, PrismaEntry::rolledBack);
    State state = rolledBack.isPresent() ? State.ROLLED_BACK : State.PENDING;
    return new MigrationStanding(name, state, script, rolledBack.map(PrismaEntry::logs));
  }

  private static State applied(PrismaEntry entry, Optional<FolderScript> script) {
    if (script.isEmpty()) {
      return State.MISSING;
    }
    return PrismaChecksum.matches(script.get().text(), entry.checksum())
        ? State.APPLIED
        : State.CHANGED;
  }

  private static Optional<PrismaEntry> last(
      List<PrismaEntry> tries, Predicate<PrismaEntry> condition) {
    return tries.stream().filter(condition).reduce((first, second) -> second);
  }
}
