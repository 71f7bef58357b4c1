package de.qapix.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** A sync of an API that answers one request in a hundred with an error. */
final class FaultFigures {

  private final Databases databases;
  private final Goals goals;

  FaultFigures(Databases databases, Goals goals) {
    this.databases = databases;
    this.goals = goals;
  }

  void measure(int events) throws IOException, InterruptedException {
    String database = databases.create();
    try (Calendly calendly =
        Calendly.start(
            "--events", String.valueOf(events), "--latency", "50ms", "--faults", "500=1%")) {
      Program.Outcome run =
          new Program(databases.environment(database, calendly.address()))
              .run("sync", "--format", "json", "--quiet", "--max-duration", "0");
      Set<String> truth =
          calendly
              .events(
                  Instant.parse(run.json().path("windowFrom").asString()),
                  Instant.parse(run.json().path("windowUntil").asString()))
              .keySet();
      Set<String> stored = databases.eventUris(database);
      long wrong =
          truth.stream().filter(uri -> !stored.contains(uri)).count()
              + stored.stream().filter(uri -> !truth.contains(uri)).count();
      Table table = new Table("events", "seconds", "requests", "rejected", "missing or too many");
      table.row(
          "%,d".formatted(events),
          Goals.figure(run.ownSeconds()),
          run.requests(),
          run.json().path("rejected").asString(),
          wrong);
      table.print("With 1 % errors (HTTP 500) at 50 ms");
      goals.atMost("with 1 % errors: events missing or too many", 0, (double) wrong);
    }
  }
}
