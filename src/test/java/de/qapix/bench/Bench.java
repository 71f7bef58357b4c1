package de.qapix.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/bench}: prints figures of the real program on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures qapix against its simulator and a real PostgreSQL, and prints tables.")
final class Bench implements Callable<Integer> {

  enum Part {
    sync,
    limit,
    faults,
    write,
    box,
    heap,
    start,
    remote,
    peer,
    checks
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "<part>",
      description = "Nothing but this part: ${COMPLETION-CANDIDATES}.")
  private Optional<Part> only = Optional.empty();

  @Option(names = "--runs", description = "Runs of which the median is shown (7).")
  private int runs = 7;

  @Option(names = "--log", description = "With remote: a file for the statements of each command.")
  private Optional<Path> log = Optional.empty();

  @Option(names = "--events", split = ",", description = "Sizes at latency 0 (500,5000,50000).")
  private List<Integer> events = List.of(500, 5_000, 50_000);

  @Option(
      names = "--lines",
      split = ",",
      description = "With checks: sizes of the repositories (100000,1000000).")
  private List<Integer> lines = List.of(100_000, 1_000_000);

  @Option(
      names = "--full-matrix",
      description = "Windows of 60 s and 200,000 events in 128 MB as well; takes half an hour.")
  private boolean fullMatrix;

  private final Goals goals = new Goals();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    try (Databases databases = new Databases()) {
      head(databases);
      if (wants(Part.write)) {
        new WriteFigures(databases, goals).measure();
      }
      if (wants(Part.sync)) {
        syncs(databases);
      }
      if (wants(Part.limit)) {
        limits(databases);
      }
      if (wants(Part.faults)) {
        new FaultFigures(databases, goals).measure(2_000);
      }
      if (wants(Part.box)) {
        new SmallBoxFigures(databases, goals).measure(fullMatrix ? 100 : 20);
      }
      if (wants(Part.heap)) {
        new HeapFigures(databases, goals).measure(200_000);
      }
      if (wants(Part.start)) {
        new StartFigures(databases, goals, runs).measure();
      }
      if (wants(Part.remote)) {
        new RemoteFigures(databases, goals, log).measure();
      }
      if (wants(Part.checks)) {
        new CheckFigures(goals).measure(lines);
      }
      if (wants(Part.peer)) {
        new PeerFigures(databases).measure();
      }
    }
    goals.print();
    System.out.printf("%n%d s in all%n", (System.nanoTime() - began) / 1_000_000_000);
    return 0;
  }

  private boolean wants(Part part) {
    return only.map(chosen -> chosen == part)
        .orElse(part.compareTo(Part.heap) < 0 || (part == Part.heap && fullMatrix));
  }

  private static void head(Databases databases) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d cores, %d GB, %s %s, Java %s, PostgreSQL %s (fsync on)%n",
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / 1e9),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        databases.version());
  }

  private void syncs(Databases databases) throws Exception {
    SyncFigures figures = new SyncFigures(databases, goals);
    for (int size : events) {
      figures.measure(size, 0);
    }
    for (int latency : List.of(50, 150)) {
      for (int size : List.of(500, 2_000)) {
        figures.measure(size, latency);
      }
    }
    figures.measureTls(2_000, 50);
    figures.print();
  }

  private void limits(Databases databases) throws Exception {
    LimitFigures figures = new LimitFigures(databases, goals);
    for (String kind : List.of("fixed", "sliding")) {
      for (int size : List.of(500, 2_000)) {
        figures.measure(size, 6, kind);
        if (fullMatrix) {
          figures.measure(size, 60, kind);
        }
      }
    }
    figures.print();
  }
}
