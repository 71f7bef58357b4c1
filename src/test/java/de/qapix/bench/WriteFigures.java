package de.qapix.bench;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;

import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;

/** The write path alone: five ways to bring rows of events into their table. */
final class WriteFigures {

  private static final int ROUNDS = 3;
  private static final int ROWS = 10_000;

  private final Databases databases;
  private final Goals goals;

  WriteFigures(Databases databases, Goals goals) {
    this.databases = databases;
    this.goals = goals;
  }

  void measure() throws IOException, InterruptedException, SQLException {
    String database = databases.create();
    Table table = new Table("way", "batch", "new rows/s", "best", "unchanged/s", "best");
    for (int batch : List.of(50, 500, 5_000)) {
      measure(database, batch, table);
    }
    table.print(
        "Writing events (median and best of %d rounds, %,d rows each, a commit a batch)"
            .formatted(ROUNDS, ROWS));
  }

  private void measure(String database, int batch, Table table) throws SQLException {
    Map<WriteWay, List<Double>> fresh = new EnumMap<>(WriteWay.class);
    Map<WriteWay, List<Double>> unchanged = new EnumMap<>(WriteWay.class);
    int rows = batch == 50 ? ROWS / 4 : ROWS;
    for (int round = 0; round <= ROUNDS; round++) {
      for (WriteWay way : WriteWay.values()) {
        double newRows = seconds(database, way, batch, rows, true);
        double sameRows = seconds(database, way, batch, rows, false);
        if (round > 0) {
          fresh.computeIfAbsent(way, any -> new ArrayList<>()).add(rows / newRows);
          unchanged.computeIfAbsent(way, any -> new ArrayList<>()).add(rows / sameRows);
        }
      }
    }
    double best = fresh.values().stream().mapToDouble(WriteFigures::median).max().orElseThrow();
    for (WriteWay way : WriteWay.values()) {
      table.row(
          way.words(),
          batch,
          Math.round(median(fresh.get(way))),
          Math.round(fresh.get(way).stream().mapToDouble(each -> each).max().orElseThrow()),
          Math.round(median(unchanged.get(way))),
          Math.round(unchanged.get(way).stream().mapToDouble(each -> each).max().orElseThrow()));
    }
    double share = median(fresh.get(WriteWay.PRODUCT)) / best;
    String goal = "writing batches of " + batch + ": of the best way";
    if (batch == 500) {
      goals.atLeast(goal, 0.8, share);
    }
  }

  private double seconds(String database, WriteWay way, int batch, int rows, boolean empty)
      throws SQLException {
    String url = databases.jdbcUrl(database);
    try (Connection connection = DriverManager.getConnection(way.url(url))) {
      if (empty) {
        connection.createStatement().execute("truncate qapix.calendly_event cascade");
      }
      connection.setAutoCommit(false);
      List<CalendlyEventRecord> all = rows(rows);
      long began = System.nanoTime();
      for (int from = 0; from < rows; from += batch) {
        way.write(connection, all.subList(from, Math.min(rows, from + batch)));
        connection.commit();
      }
      return (System.nanoTime() - began) / 1e9;
    } catch (IOException broken) {
      throw new SQLException(broken);
    }
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(each -> each).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static List<CalendlyEventRecord> rows(int number) {
    Instant when = Instant.parse("2026-11-23T12:00:00Z");
    List<CalendlyEventRecord> rows = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      CalendlyEventRecord row = CALENDLY_EVENT.newRecord();
      row.setUri("https://api.calendly.com/scheduled_events/%08x-0000-4000-8000-1".formatted(i));
      row.setName("Erstgespräch (kostenlos)");
      row.setStatus("active");
      row.setStartTime(when.plusSeconds(i * 60L));
      row.setEndTime(when.plusSeconds(i * 60L + 1_800));
      row.setEventTypeUri("https://api.calendly.com/event_types/1");
      row.setBookedAt(when.minusSeconds(i));
      row.setUpdatedAt(when.minusSeconds(i));
      row.setInviteesTotal(1);
      row.setInviteesActive(1);
      row.setInviteesLimit(1);
      row.setRaw(
          JSONB.valueOf("{\"name\": \"Erstgespräch\", \"text\": \"" + "x".repeat(600) + "\"}"));
      row.setFingerprint("%064x".formatted(i));
      rows.add(row);
    }
    return rows;
  }
}
