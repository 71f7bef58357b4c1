package de.qapix.checks.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

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
public final class FlywayHistory {

  private static final String TABLE = "flyway_schema_history";
  private static final Field<String> SCHEMA = field(name("schemaname"), SQLDataType.VARCHAR);
  private static final Field<String> RELATION = field(name("tablename"), SQLDataType.VARCHAR);
  private static final Field<String> VERSION = field(name("version"), SQLDataType.VARCHAR);
  private static final Field<String> SCRIPT = field(name("script"), SQLDataType.VARCHAR);
  private static final Field<String> TYPE = field(name("type"), SQLDataType.VARCHAR);
  private static final Field<Integer> CHECKSUM = field(name("checksum"), SQLDataType.INTEGER);
  private static final Field<Boolean> SUCCESS = field(name("success"), SQLDataType.BOOLEAN);

  private record Entry(String version, String script, Integer checksum, boolean success) {}

  /** How a migration stands: its script and the last part of a rule's id. */
  public record Standing(String script, String rule) {}

  private final List<Entry> entries;

  private FlywayHistory(List<Entry> entries) {
    this.entries = entries;
  }

  /** Reads the history in a schema; empty if Flyway has never migrated it. */
  public static Optional<FlywayHistory> read(DSLContext transaction, String schema) {
    boolean there =
        transaction.fetchExists(
            table(name("pg_catalog", "pg_tables")), SCHEMA.eq(schema), RELATION.eq(TABLE));
    return there
        ? Optional.of(
            new FlywayHistory(
                transaction
                    .select(VERSION, SCRIPT, CHECKSUM, SUCCESS)
                    .from(table(name(schema, TABLE)))
                    .where(TYPE.eq("SQL"))
                    .orderBy(field(name("installed_rank")))
                    .fetch(Records.mapping(Entry::new))))
        : Optional.empty();
  }

  /** What is not in order, in the order of the folder. */
  public List<Standing> compare(MigrationFolder folder) {
    Map<String, Entry> applied = new LinkedHashMap<>();
    entries.forEach(entry -> applied.put(key(entry.version(), entry.script()), entry));
    List<Standing> standings = new ArrayList<>();
    for (FolderScript script : folder.scripts()) {
      Entry entry = applied.remove(key(script.version().orElse(null), last(script.name())));
      if (entry == null) {
        standings.add(new Standing(script.name(), "pending"));
      } else if (!entry.success()) {
        standings.add(new Standing(script.name(), "failed"));
      } else if (!Objects.equals(entry.checksum(), checksum(script.text()))) {
        standings.add(
            new Standing(script.name(), script.version().isPresent() ? "changed" : "pending"));
      }
    }
    applied.values().forEach(entry -> standings.add(new Standing(entry.script(), "missing")));
    return standings;
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
