package de.qapix.bench;

import java.io.IOException;
import java.util.regex.Pattern;

/** Syncs under a limit of 500 requests in a window, of which four fifths are ours. */
final class LimitFigures {

  private static final int LIMIT = 500;
  private static final int OURS = 400;
  private static final Pattern REFUSED = Pattern.compile("\"status\":429");

  private final Databases databases;
  private final Goals goals;
  private final Table table =
      new Table("events", "window", "kind", "requests", "at best", "seconds", "used", "429s");

  LimitFigures(Databases databases, Goals goals) {
    this.databases = databases;
    this.goals = goals;
  }

  void print() {
    table.print(
        "Under a limit of 500 requests a window (at best: seconds with 400 at once in each)");
  }

  void measure(int events, int windowSeconds, String kind)
      throws IOException, InterruptedException {
    String database = databases.create();
    try (Calendly calendly =
        Calendly.start(
            "--events",
            String.valueOf(events),
            "--rate-limit",
            String.valueOf(LIMIT),
            "--rate-window",
            windowSeconds + "s",
            "--rate-kind",
            kind)) {
      Program.Outcome run =
          new Program(databases.environment(database, calendly.address()))
              .run(
                  "sync", "--format", "json", "-vv", "--log-format", "json", "--max-duration", "0");
      long refused = REFUSED.matcher(run.errors()).results().count();
      double best = (Math.ceil((double) run.requests() / OURS) - 1) * windowSeconds;
      String name = "%,d events, %d s %s windows".formatted(events, windowSeconds, kind);
      if (best > 0) {
        goals.atLeast(name + ": share of ours used", 0.95, best / run.ownSeconds());
      }
      goals.atMost(name + ": refusals", 0, (double) refused);
      table.row(
          "%,d".formatted(events),
          windowSeconds + " s",
          kind,
          run.requests(),
          Goals.figure(best),
          Goals.figure(run.ownSeconds()),
          Goals.figure(best / run.ownSeconds()),
          refused);
    }
  }
}
