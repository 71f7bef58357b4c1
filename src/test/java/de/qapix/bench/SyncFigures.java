package de.qapix.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Whole syncs: of a new database, with nothing changed, and with one event in a hundred changed.
 */
final class SyncFigures {

  private static final int CONCURRENCY = 64;

  private final Databases databases;
  private final Goals goals;
  private final Table table =
      new Table(
          "events",
          "latency",
          "kind",
          "seconds",
          "process",
          "events/s",
          "requests",
          "minimum",
          "ratio",
          "of ideal",
          "bare",
          "RSS MB");

  SyncFigures(Databases databases, Goals goals) {
    this.databases = databases;
    this.goals = goals;
  }

  void print() {
    table.print("Syncs (seconds: by the program's own count; process: with the start of the JVM)");
  }

  /** Cold, warm, and at latency 0 also with changes. */
  void measure(int events, int latencyMillis) throws IOException, InterruptedException {
    String database = databases.create();
    Program.Outcome cold;
    Map<String, JsonNode> before;
    int port;
    try (Calendly calendly = calendly(events, latencyMillis, 0, "0%")) {
      port = calendly.port();
      cold = sync(database, calendly);
      before = events(calendly, cold);
      double bare = latencyMillis == 0 ? bare(calendly, before.values(), cold) : 0;
      row(events, latencyMillis, "cold", cold, before.values(), before.values(), bare);
      Program.Outcome warm = sync(database, calendly);
      row(events, latencyMillis, "warm", warm, events(calendly, warm).values(), List.of(), 0);
      warmGoals(events, latencyMillis, cold, warm);
    }
    if (latencyMillis == 0) {
      try (Calendly calendly = calendly(events, latencyMillis, port, "1%")) {
        Program.Outcome changed = sync(database, calendly);
        Map<String, JsonNode> after = events(calendly, changed);
        List<JsonNode> different = new ArrayList<>();
        after.forEach(
            (uri, event) -> {
              if (!event.equals(before.get(uri))) {
                different.add(event);
              }
            });
        row(events, latencyMillis, "1 %", changed, after.values(), different, 0);
      }
    }
  }

  /** Cold, with TLS as the real API has it. */
  void measureTls(int events, int latencyMillis) throws Exception {
    try (Calendly calendly = calendly(events, latencyMillis, 0, "0%");
        TlsFront front =
            new TlsFront(URI.create(calendly.address()), TlsFront.Habit.NONE, "localhost")) {
      Map<String, String> environment =
          new HashMap<>(databases.environment(databases.create(), front.address()));
      environment.put("QAPIX_CA_FILE", TlsFront.authority().toString());
      Program.Outcome cold = sync(environment);
      Collection<JsonNode> all = events(calendly, cold).values();
      row(events, latencyMillis, "cold, TLS", cold, all, all, 0);
    }
  }

  private void warmGoals(int events, int latency, Program.Outcome cold, Program.Outcome warm) {
    if (latency == 50 && events == 2_000) {
      goals.atMost("2,000 events at 50 ms, cold: seconds", 5, cold.ownSeconds());
      goals.atMost("2,000 events at 50 ms, unchanged: seconds", 1, warm.ownSeconds());
      goals.atMost(
          "2,000 events at 50 ms: peak memory, MB", 200, (double) Math.max(cold.rss(), warm.rss()));
    }
    if (latency == 0 && events == 50_000) {
      goals.atLeast(
          "50,000 events, unchanged against cold: times as fast",
          10,
          cold.ownSeconds() / warm.ownSeconds());
    }
  }

  private static Calendly calendly(int events, int latency, int port, String changed)
      throws IOException, InterruptedException {
    return Calendly.start(
        "--events",
        String.valueOf(events),
        "--latency",
        latency + "ms",
        "--port",
        String.valueOf(port),
        "--changed",
        changed);
  }

  private Program.Outcome sync(String database, Calendly calendly)
      throws IOException, InterruptedException {
    return sync(databases.environment(database, calendly.address()));
  }

  private static Program.Outcome sync(Map<String, String> environment)
      throws IOException, InterruptedException {
    return new Program(environment)
        .run("sync", "--format", "json", "--quiet", "--max-duration", "0");
  }

  private static Map<String, JsonNode> events(Calendly calendly, Program.Outcome run)
      throws IOException, InterruptedException {
    return calendly.events(from(run), until(run));
  }

  private static Instant from(Program.Outcome run) {
    return Instant.parse(run.json().path("windowFrom").asString());
  }

  private static Instant until(Program.Outcome run) {
    return Instant.parse(run.json().path("windowUntil").asString());
  }

  private void row(
      int events,
      int latency,
      String kind,
      Program.Outcome run,
      Collection<JsonNode> all,
      Collection<JsonNode> wanted,
      double bareSeconds) {
    Minimum minimum =
        Minimum.of(from(run), until(run).minus(Duration.ofDays(30)), until(run), all, wanted);
    double ratio = (double) run.requests() / minimum.requests();
    String name = "%,d events, %d ms, %s".formatted(events, latency, kind);
    goals.atMost(name + ": requests / minimum", 1.02, ratio);
    String ideal = "";
    if (latency > 0 && kind.equals("cold")) {
      double share = minimum.idealSeconds(latency / 1000.0, CONCURRENCY) / run.ownSeconds();
      ideal = Goals.figure(share);
      if (latency == 50) {
        goals.atLeast(name + ": share of the ideal", 0.85, share);
      }
    }
    String bare = "";
    if (bareSeconds > 0) {
      bare = Goals.figure(bareSeconds / run.ownSeconds());
      goals.atLeast(name + ": of a bare loop's rate", 0.7, bareSeconds / run.ownSeconds());
    }
    table.row(
        "%,d".formatted(events),
        latency + " ms",
        kind,
        Goals.figure(run.ownSeconds()),
        Goals.figure(run.seconds()),
        Math.round(all.size() / run.ownSeconds()),
        run.requests(),
        minimum.requests(),
        Goals.figure(ratio),
        ideal,
        bare,
        run.rss());
  }

  /** Seconds of a loop that only fetches what a cold sync has to. */
  private double bare(Calendly calendly, Collection<JsonNode> events, Program.Outcome cold)
      throws IOException, InterruptedException {
    List<String> addresses = new ArrayList<>(List.of(calendly.address() + "/users/me"));
    long pages = cold.requests() - events.size();
    for (int page = 0; page < pages; page++) {
      addresses.add(
          calendly.address()
              + "/scheduled_events?count=100&sort=start_time:asc&organization="
              + cold.json().path("scope").asString()
              + "&min_start_time="
              + from(cold).plus(Duration.ofDays(page % 110)));
    }
    for (JsonNode event : events) {
      String uri = event.path("uri").asString();
      addresses.add(
          calendly.address() + uri.substring(uri.indexOf("/scheduled")) + "/invitees?count=100");
    }
    Path file = Files.createTempFile("bench", ".addresses");
    Files.write(file, addresses, UTF_8);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                file.toString(),
                String.valueOf(CONCURRENCY))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String seconds = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    Files.delete(file);
    return Double.parseDouble(seconds);
  }
}
