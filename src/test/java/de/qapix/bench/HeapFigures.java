package de.qapix.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A sync of many events in a small heap. */
final class HeapFigures {

  private final Databases databases;
  private final Goals goals;

  HeapFigures(Databases databases, Goals goals) {
    this.databases = databases;
    this.goals = goals;
  }

  void measure(int events) throws IOException, InterruptedException {
    String database = databases.create();
    try (Calendly calendly = Calendly.start("--events", String.valueOf(events))) {
      Map<String, String> environment =
          new HashMap<>(databases.environment(database, calendly.address()));
      environment.put("QAPIX_JAVA_OPTS", "-Xmx128m");
      Table table = new Table("events", "kind", "seconds", "events/s", "RSS MB");
      for (String kind : new String[] {"cold", "warm"}) {
        Program.Outcome run =
            new Program(environment)
                .run("sync", "--format", "json", "--quiet", "--max-duration", "0");
        table.row(
            "%,d".formatted(events),
            kind,
            Goals.figure(run.ownSeconds()),
            Math.round(run.json().path("total").longValue() / run.ownSeconds()),
            (double) run.rss());
        goals.atMost(
            "%,d events with -Xmx128m, %s: peak memory, MB".formatted(events, kind),
            300,
            (double) run.rss());
      }
      table.print("With -Xmx128m");
    }
  }
}
