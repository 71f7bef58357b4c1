package de.qapix.bench;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Runs with three seconds each against an API that takes up to five for an answer. */
final class SmallBoxFigures {

  /** How a run ends that had not one answer. */
  private static final int UNREACHABLE = 4;

  private static final int EVENTS = 500;
  private static final int BOX_MILLIS = 3_000;
  private static final int GRACE_MILLIS = 300;

  private final Databases databases;
  private final Goals goals;

  SmallBoxFigures(Databases databases, Goals goals) {
    this.databases = databases;
    this.goals = goals;
  }

  void measure(int runs) throws IOException, InterruptedException {
    String database = databases.create();
    Table table = new Table("run", "events stored", "requests", "ms");
    int late = 0;
    int further = 0;
    int unanswered = 0;
    int stored = 0;
    int made = 0;
    try (Calendly calendly =
        Calendly.start("--events", String.valueOf(EVENTS), "--latency", "0-5s")) {
      Program program = new Program(databases.environment(database, calendly.address()));
      boolean partial = true;
      while (partial && made < runs) {
        Program.Outcome outcome =
            program.attempt(
                "sync", "--format", "json", "--quiet", "--max-duration", BOX_MILLIS + "ms");
        made++;
        if (outcome.code() == UNREACHABLE) {
          table.row(made, stored, "not one answer", Math.round(outcome.seconds() * 1_000));
          unanswered++;
          continue;
        }
        JsonNode run = outcome.json();
        int now = databases.eventUris(database).size();
        long took = run.path("durationMs").longValue();
        table.row(made, now, run.path("requests").asString(), took);
        late += took > BOX_MILLIS + GRACE_MILLIS ? 1 : 0;
        partial = run.path("partial").asBoolean(false);
        further += now > stored || !partial ? 1 : 0;
        stored = now;
      }
    }
    table.print("Runs of 3 s against an API that takes 0 to 5 s for an answer");
    int answered = made - unanswered;
    goals.atMost("runs of 3 s: share later than 300 ms after that", 0.01, (double) late / answered);
    goals.atLeast("runs of 3 s: share that got further", 1, (double) further / answered);
  }
}
