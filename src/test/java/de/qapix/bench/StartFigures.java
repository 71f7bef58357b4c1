package de.qapix.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What commands cost that have little to do. */
final class StartFigures {

  private final Databases databases;
  private final Goals goals;
  private final int runs;
  private final Table table = new Table("command", "seconds", "processor", "peak MB");

  /**
   * @param runs of each command, of which the median counts
   */
  StartFigures(Databases databases, Goals goals, int runs) {
    this.databases = databases;
    this.goals = goals;
    this.runs = runs;
  }

  void measure() throws IOException, InterruptedException {
    String database = databases.create();
    Map<String, String> nowhere = databases.environment(database, "http://127.0.0.1:1");
    of("--version", 0.25, 0.3, 60, () -> new Program(nowhere).run("--version"));
    try (Calendly calendly = Calendly.start("--events", "500")) {
      Map<String, String> environment = databases.environment(database, calendly.address());
      sync(environment);
      of("runs", 0.5, 0.6, 90, () -> new Program(environment).run("runs"));
      of("sync, nothing changed", 0.9, 1, 120, () -> sync(environment));
      of(
          "sync, 500 events",
          1.6,
          2,
          120,
          () -> sync(databases.environment(databases.create(), calendly.address())));
    }
    try (Calendly calendly = Calendly.start("--events", "2000", "--latency", "50ms")) {
      of(
          "sync, 2,000 events at 50 ms",
          3.6,
          4.5,
          140,
          () -> sync(databases.environment(databases.create(), calendly.address())));
    }
    table.print("Whole processes, the median of " + runs);
  }

  @FunctionalInterface
  private interface Measured {
    Program.Outcome run() throws IOException, InterruptedException;
  }

  private static Program.Outcome sync(Map<String, String> environment)
      throws IOException, InterruptedException {
    return new Program(environment)
        .run("sync", "--format", "json", "--quiet", "--max-duration", "0");
  }

  private void of(String name, double seconds, double cpu, double megabytes, Measured command)
      throws IOException, InterruptedException {
    List<Program.Outcome> outcomes = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      outcomes.add(command.run());
    }
    double measured = median(outcomes, Program.Outcome::seconds);
    double processor = median(outcomes, Program.Outcome::cpu);
    double memory = median(outcomes, Program.Outcome::rss);
    table.row(name, Goals.figure(measured), Goals.figure(processor), Math.round(memory));
    goals.atMost(name + ": seconds", seconds, measured);
    goals.atMost(name + ": seconds of processor", cpu, processor);
    goals.atMost(name + ": peak memory, MB", megabytes, memory);
  }

  private static double median(
      List<Program.Outcome> outcomes, ToDoubleFunction<Program.Outcome> figure) {
    return outcomes.stream()
        .mapToDouble(figure)
        .sorted()
        .skip(outcomes.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
