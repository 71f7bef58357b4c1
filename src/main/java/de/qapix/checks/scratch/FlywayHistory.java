package de.qapix.checks.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.checks.scratch.MigrationStanding.State;
import de.qapix.checks.script.FolderScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

/** The table in which Flyway writes down what it has applied to somebody's database. */
final class FlywayHistory {

  static final String TABLE = "flyway_schema_history";

  private static final Field<String> VERSION = field(name("version"), SQLDataType.VARCHAR);
  private static final Field<String> SCRIPT = field(name("script"), SQLDataType.VARCHAR);
  private static final Field<String> TYPE = field(name("type"), SQLDataType.VARCHAR);
  private static final Field<Integer> CHECKSUM = field(name("checksum"), SQLDataType.INTEGER);
  private static final Field<Boolean> SUCCESS = field(name("success"), SQLDataType.BOOLEAN);

  /** What {@code flyway baseline} writes down, and a script that makes all up to a version. */
  private static final Set<String> BASELINES = Set.of("BASELINE", "SQL_BASELINE");

  private static final Set<String> TAKEN_BACK = Set.of("UNDO_SQL", "DELETE");

  private record Entry(
      String version, String script, String type, Integer checksum, boolean success) {

    String key() {
      return FlywayHistory.key(version, script);
    }

    boolean isSql() {
      return type.equals("SQL") || type.equals("SQL_BASELINE");
    }
  }

  private final Map<String, Entry> applied = new LinkedHashMap<>();
  private Optional<MigrationVersion> baseline = Optional.empty();

  private FlywayHistory(Iterable<Entry> entries) {
    for (Entry entry : entries) {
      if (BASELINES.contains(entry.type()) && entry.success()) {
        baseline = Optional.of(MigrationVersion.fromVersion(entry.version()));
      }
      if (TAKEN_BACK.contains(entry.type())) {
        applied.remove(entry.key());
      } else if (!entry.type().equals("BASELINE") && !entry.type().equals("SCHEMA")) {
        applied.put(entry.key(), entry);
      }
    }
  }

  /** Each migration in the order of the folder, then those that are not there. */
  static List<MigrationStanding> read(
      DSLContext transaction, String schema, MigrationFolder folder) {
    FlywayHistory history =
        new FlywayHistory(
            transaction
                .select(VERSION, SCRIPT, TYPE, CHECKSUM, SUCCESS)
                .from(table(name(schema, TABLE)))
                .orderBy(field(name("installed_rank")))
                .fetch(Records.mapping(Entry::new)));
    return history.standings(folder);
  }

  private List<MigrationStanding> standings(MigrationFolder folder) {
    boolean any = !applied.isEmpty();
    List<MigrationStanding> standings = new ArrayList<>();
    for (FolderScript script : folder.scripts()) {
      if (!script.isCallback()) {
        Entry entry = applied.remove(key(script.version().orElse(null), script.name()));
        standings.add(
            new MigrationStanding(
                script.name(), state(entry, script, any), Optional.of(script), Optional.empty()));
      }
    }
    Set<String> replaced =
        folder.ignored().stream().map(FileOrder::name).collect(Collectors.toSet());
    applied.values().stream()
        .filter(entry -> !entry.isSql() || !replaced.contains(last(entry.script())))
        .map(
            entry ->
                new MigrationStanding(
                    entry.script(),
                    entry.isSql() ? State.MISSING : State.NOT_SQL,
                    Optional.empty(),
                    Optional.empty()))
        .forEach(standings::add);
    return standings;
  }

  private State state(Entry entry, FolderScript script, boolean any) {
    boolean replacesOthers = last(script.name()).startsWith("B");
    if (entry == null) {
      // Flyway begins with a script that replaces others in an empty database only.
      return isBelowBaseline(script) || (replacesOthers && any) ? State.BASELINED : State.PENDING;
    }
    if (!entry.success()) {
      return State.FAILED;
    }
    boolean another = replacesOthers && !last(entry.script()).equals(last(script.name()));
    if (another || Objects.equals(entry.checksum(), checksum(script.text()))) {
      return State.APPLIED;
    }
    return script.version().isPresent() ? State.CHANGED : State.PENDING;
  }

  private boolean isBelowBaseline(FolderScript script) {
    return script
        .version()
        .filter(
            version ->
                baseline
                    .filter(lowest -> MigrationVersion.fromVersion(version).compareTo(lowest) <= 0)
                    .isPresent())
        .isPresent();
  }

  /** A version may be applied under another name; a repeatable migration is known by its name. */
  private static String key(String version, String script) {
    return version == null ? last(script) : version.replace('_', '.');
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** As Flyway counts it: CRC-32 of all lines without their ends. */
  static int checksum(String text) {
    CRC32 crc = new CRC32();
    text.lines().forEach(line -> crc.update(line.getBytes(UTF_8)));
    return (int) crc.getValue();
  }
}
