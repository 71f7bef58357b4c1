package de.qapix.checks.scratch;

import static java.util.stream.Collectors.toMap;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.checks.scratch.MigrationStanding.State;
import de.qapix.checks.script.FolderScript;
import de.qapix.files.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/** The tables in which Prisma 8 writes down which state a database has, and how it came there. */
final class PrismaLedger {

  static final String SCHEMA = "prisma_contract";
  static final String MARKER = "marker";
  static final String LEDGER = "ledger";

  private static final Field<String> SPACE = field(name("space"), SQLDataType.VARCHAR);
  private static final Field<String> STATE = field(name("core_hash"), SQLDataType.VARCHAR);
  private static final Field<String> MIGRATION = field(name("migration_name"), SQLDataType.VARCHAR);
  private static final Field<String> HASH = field(name("migration_hash"), SQLDataType.VARCHAR);
  private static final Field<String> OPERATIONS = field(name("operations"), SQLDataType.VARCHAR);

  /** A migration that was applied. */
  private record Entry(String space, String name, String hash, String operations) {}

  private final Map<String, String> states;
  private final List<Entry> entries;
  private final Map<String, FolderScript> scripts;

  private PrismaLedger(
      Map<String, String> states, List<Entry> entries, Map<String, FolderScript> scripts) {
    this.states = states;
    this.entries = entries;
    this.scripts = scripts;
  }

  /**
   * Each migration that has been applied or is to be; what lies on a branch that this database does
   * not take is neither.
   *
   * @param hasLedger a database that has only been signed has none
   */
  static List<MigrationStanding> read(
      DSLContext transaction, boolean hasLedger, MigrationFolder folder) {
    Map<String, String> states =
        transaction.select(SPACE, STATE).from(table(name(SCHEMA, MARKER))).fetchMap(SPACE, STATE);
    List<Entry> entries =
        hasLedger
            ? transaction
                .select(SPACE, MIGRATION, HASH, OPERATIONS.cast(SQLDataType.CLOB))
                .from(table(name(SCHEMA, LEDGER)))
                .where(MIGRATION.ne(""))
                .orderBy(field(name("id")))
                .fetch(mapping(Entry::new))
            : List.of();
    Map<String, FolderScript> scripts =
        folder.scripts().stream()
            .collect(toMap(script -> script.version().orElseThrow(), script -> script));
    PrismaLedger ledger = new PrismaLedger(states, entries, scripts);
    try {
      return PrismaSpaces.in(folder.folder()).stream()
          .flatMap(space -> ledger.standings(space).stream())
          .toList();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private List<MigrationStanding> standings(PrismaSpace space) {
    Map<String, Entry> applied = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> entry.space().equals(space.name()))
        .forEach(entry -> applied.put(entry.name(), entry));
    String state = states.getOrDefault(space.name(), PrismaPackage.EMPTY);
    List<PrismaPackage> behind = space.path(PrismaPackage.EMPTY, state).orElse(List.of());
    Optional<List<PrismaPackage>> ahead = space.path(state, space.target());
    List<MigrationStanding> standings = new ArrayList<>();
    if (ahead.isEmpty()) {
      standings.add(
          new MigrationStanding(space.name(), State.NO_PATH, Optional.empty(), Optional.of(state)));
    }
    for (PrismaPackage each : space.packages()) {
      Entry entry = applied.remove(each.name());
      state(each, entry, behind, ahead.orElse(List.of()))
          .ifPresent(known -> standings.add(standing(space.called(each), known)));
    }
    applied.keySet().forEach(lost -> standings.add(standing(lost, State.MISSING)));
    return standings;
  }

  private MigrationStanding standing(String name, State state) {
    return new MigrationStanding(
        name, state, Optional.ofNullable(scripts.get(name)), Optional.empty());
  }

  private static Optional<State> state(
      PrismaPackage one, Entry entry, List<PrismaPackage> behind, List<PrismaPackage> ahead) {
    if (ahead.contains(one)) {
      return Optional.of(State.PENDING);
    }
    if (entry != null) {
      return Optional.of(isWhatRan(one, entry) ? State.APPLIED : State.CHANGED);
    }
    return behind.contains(one) ? Optional.of(State.BASELINED) : Optional.empty();
  }

  /** Hashes alone do not tell: Prisma has written them anew when it counted otherwise. */
  private static boolean isWhatRan(PrismaPackage one, Entry entry) {
    return one.hash().equals(entry.hash())
        || statements(one.operations()).containsAll(executed(entry));
  }

  /** What was sent; of an operation that was not necessary, nothing. */
  private static List<JsonNode> executed(Entry entry) {
    return statements(JsonText.read(entry.operations()));
  }

  private static List<JsonNode> statements(JsonNode operations) {
    return operations
        .valueStream()
        .flatMap(operation -> operation.path("execute").valueStream())
        .flatMap(step -> Stream.of(step.path("sql")))
        .toList();
  }
}
