package de.qapix.migrate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Record;

/** One row of Flyway's history; its times are UTC, as are our sessions. */
record HistoryEntry(int rank, Migration migration, Instant at, boolean success) {

  static HistoryEntry of(Record row) {
    return new HistoryEntry(
        row.get("installed_rank", Integer.class),
        new Migration(
            Optional.ofNullable(row.get("version", String.class)).orElse(""),
            row.get("description", String.class),
            row.get("type", String.class),
            row.get("script", String.class),
            row.get("checksum", Integer.class)),
        row.get("installed_on", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.get("success", Boolean.class));
  }

  /** What was applied, if it did not fail. */
  Optional<Migration> applied() {
    return success ? Optional.of(migration) : Optional.empty();
  }
}
