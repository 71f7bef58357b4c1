package de.qapix.checks.scratch;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.checks.scratch.MigrationStanding.State;
import de.qapix.checks.script.FolderScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The table in which Drizzle writes down what it has applied, by the times in its journal. */
final class DrizzleHistory {

  static final String SCHEMA = "drizzle";
  static final String TABLE = "__drizzle_migrations";

  private static final Field<String> HASH = field(name("hash"), SQLDataType.VARCHAR);
  private static final Field<Long> WHEN = field(name("created_at"), SQLDataType.BIGINT);

  private DrizzleHistory() {}

  /** Each migration of the journal, then those that are not in it. */
  static List<MigrationStanding> read(DSLContext transaction, MigrationFolder folder) {
    TreeMap<Long, String> applied = new TreeMap<>();
    transaction
        .select(WHEN, HASH)
        .from(table(name(SCHEMA, TABLE)))
        .where(WHEN.isNotNull())
        .forEach(row -> applied.put(row.value1(), row.value2()));
    // Drizzle applies what is later than the last one that it has applied.
    long last = applied.isEmpty() ? Long.MIN_VALUE : applied.lastKey();
    List<MigrationStanding> standings = new ArrayList<>();
    for (FolderScript script : folder.scripts()) {
      long when = Long.parseLong(script.version().orElseThrow());
      State state = when > last ? State.PENDING : state(script, applied.remove(when));
      standings.add(
          new MigrationStanding(script.name(), state, Optional.of(script), Optional.empty()));
    }
    for (Map.Entry<Long, String> lost : applied.entrySet()) {
      standings.add(
          new MigrationStanding(
              lost.getValue(), State.MISSING, Optional.empty(), Optional.empty()));
    }
    return standings;
  }

  private static State state(FolderScript script, String hash) {
    if (hash == null) {
      return State.SKIPPED;
    }
    return PrismaChecksum.matches(script.text(), hash) ? State.APPLIED : State.CHANGED;
  }
}
