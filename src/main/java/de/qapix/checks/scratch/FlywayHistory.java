package de.qapix.checks.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.checks.scratch.MigrationStanding.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
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

  private record Entry(String version, String script, Integer checksum, boolean success) {}

  private FlywayHistory() {}

  /** Each migration in the order of the folder, then those that are not there. */
  static List<MigrationStanding> read(
      DSLContext transaction, String schema, MigrationFolder folder) {
    Map<String, Entry> applied = new LinkedHashMap<>();
    transaction
        .select(VERSION, SCRIPT, CHECKSUM, SUCCESS)
        .from(table(name(schema, TABLE)))
        .where(TYPE.eq("SQL"))
        .orderBy(field(name("installed_rank")))
        .fetch(Records.mapping(Entry::new))
        .forEach(entry -> applied.put(key(entry.version(), entry.script()), entry));
    List<MigrationStanding> standings = new ArrayList<>();
    for (FolderScript script : folder.scripts()) {
      Entry entry = applied.remove(key(script.version().orElse(null), script.name()));
      standings.add(
          new MigrationStanding(
              script.name(), state(entry, script), Optional.of(script), Optional.empty()));
    }
    applied
        .values()
        .forEach(
            entry ->
                standings.add(
                    new MigrationStanding(
                        entry.script(), State.MISSING, Optional.empty(), Optional.empty())));
    return standings;
  }

  private static State state(Entry entry, FolderScript script) {
    if (entry == null) {
      return State.PENDING;
    }
    if (!entry.success()) {
      return State.FAILED;
    }
    if (Objects.equals(entry.checksum(), checksum(script.text()))) {
      return State.APPLIED;
    }
    return script.version().isPresent() ? State.CHANGED : State.PENDING;
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
