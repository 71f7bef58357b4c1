package de.qapix.bench;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;

import de.qapix.data.store.Upsert;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/** A way to bring rows into the table of events; rows that are there and equal stay. */
enum WriteWay {
  SINGLE_ROWS("a statement a row") {
    @Override
    void write(Connection connection, List<CalendlyEventRecord> rows) throws SQLException {
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (CalendlyEventRecord row : rows) {
          bind(insert, row);
          insert.executeUpdate();
        }
      }
    }
  },
  JDBC_BATCH("JDBC batch") {
    @Override
    void write(Connection connection, List<CalendlyEventRecord> rows) throws SQLException {
      batch(connection, rows);
    }
  },
  JDBC_BATCH_REWRITTEN("JDBC batch, reWriteBatchedInserts") {
    @Override
    void write(Connection connection, List<CalendlyEventRecord> rows) throws SQLException {
      batch(connection, rows);
    }

    @Override
    String url(String url) {
      return url + "&reWriteBatchedInserts=true";
    }
  },
  PRODUCT("unnest (qapix)") {
    @Override
    void write(Connection connection, List<CalendlyEventRecord> rows) {
      Upsert.whole(CALENDLY_EVENT)
          .unlessNewer(CALENDLY_EVENT.UPDATED_AT)
          .write(DSL.using(connection, SQLDialect.POSTGRES), rows);
    }
  },
  COPY_AND_MERGE("COPY and merge") {
    @Override
    void write(Connection connection, List<CalendlyEventRecord> rows)
        throws SQLException, IOException {
      try (var statement = connection.createStatement()) {
        statement.execute(
            "create temporary table if not exists incoming"
                + " (like qapix.calendly_event) on commit delete rows");
      }
      StringBuilder text = new StringBuilder();
      for (CalendlyEventRecord row : rows) {
        text.append(
                Arrays.stream(FIELDS)
                    .map(field -> copied(row.get(field)))
                    .collect(Collectors.joining("\t")))
            .append('\n');
      }
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy incoming from stdin", new StringReader(text.toString()));
      try (var statement = connection.createStatement()) {
        statement.executeUpdate(
            "insert into qapix.calendly_event as t select * from incoming" + CONFLICT);
      }
    }
  };

  private static final Field<?>[] FIELDS = CALENDLY_EVENT.fields();
  private static final String COLUMNS =
      Arrays.stream(FIELDS)
          .map(field -> "\"" + field.getName() + "\"")
          .collect(Collectors.joining(", "));
  private static final String CONFLICT =
      " on conflict (uri) do update set ("
          + COLUMNS
          + ") = row("
          + COLUMNS.replaceAll("\"(\\w+)\"", "excluded.\"$1\"")
          + ") where (t.*) is distinct from (excluded.*)";
  static final String INSERT =
      "insert into qapix.calendly_event as t ("
          + COLUMNS
          + ") values ("
          + "?, ".repeat(FIELDS.length - 1)
          + "?)"
          + CONFLICT;

  private final String words;

  WriteWay(String words) {
    this.words = words;
  }

  abstract void write(Connection connection, List<CalendlyEventRecord> rows)
      throws SQLException, IOException;

  String words() {
    return words;
  }

  /** The database's address with what this way needs. */
  String url(String url) {
    return url;
  }

  private static void batch(Connection connection, List<CalendlyEventRecord> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (CalendlyEventRecord row : rows) {
        bind(insert, row);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, CalendlyEventRecord row) throws SQLException {
    for (int i = 0; i < FIELDS.length; i++) {
      Object value = row.get(FIELDS[i]);
      if (value instanceof Instant moment) {
        insert.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
      } else if (value instanceof JSONB json) {
        insert.setObject(i + 1, json.data(), java.sql.Types.OTHER);
      } else if (value == null) {
        insert.setNull(i + 1, type(FIELDS[i]));
      } else {
        insert.setObject(i + 1, value);
      }
    }
  }

  private static int type(Field<?> field) {
    if (field.getType() == Instant.class) {
      return java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
    }
    return field.getType() == JSONB.class ? java.sql.Types.OTHER : java.sql.Types.VARCHAR;
  }

  private static String copied(Object value) {
    return value == null
        ? "\\N"
        : value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
