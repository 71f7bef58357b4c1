package de.qapix.bench;

import de.qapix.checks.source.SourceScanner;
import de.qapix.checks.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code schema check} of large repositories. */
final class CheckFigures {

  private final Goals goals;

  CheckFigures(Goals goals) {
    this.goals = goals;
  }

  void measure(List<Integer> sizes) throws IOException, InterruptedException {
    Table table = new Table("lines", "queries", "seconds", "RSS MB", "slowest file, ms");
    for (int size : sizes) {
      Path root = Files.createTempDirectory("bench-typescript");
      int lines = TypeScriptTree.write(root, size);
      Program.Outcome run =
          new Program(Map.of("QAPIX_JAVA_OPTS", "-Xmx768m"))
              .run(
                  "schema",
                  "check",
                  "--migrations",
                  root.resolve("migrations").toString(),
                  "--source",
                  root.resolve("packages").toString(),
                  "--format",
                  "json");
      long slowest = slowest(root.resolve("packages"));
      table.row(
          "%,d".formatted(lines),
          run.json().path("coverage").path("queries").intValue(),
          Goals.figure(run.seconds()),
          run.rss(),
          slowest);
      String tree = "schema check of %,d lines of TypeScript: ".formatted(lines);
      goals.atMost(tree + "seconds", 60.0 * size / 1_000_000, run.seconds());
      goals.atMost(tree + "peak memory, MB", 1024, (double) run.rss());
      goals.atMost(tree + "slowest file, ms", 2_000, (double) slowest);
      delete(root);
    }
    table.print("Queries in large repositories");
  }

  private static long slowest(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).limit(2_000).toList();
    }
    SourceScanner scanner = new SourceScanner(CheckFigures::text);
    long slowest = 0;
    for (Path file : files) {
      SourceText text = text(file).orElseThrow();
      long began = System.nanoTime();
      scanner.scan(file, text);
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    return Duration.ofNanos(slowest).toMillis();
  }

  private static Optional<SourceText> text(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new SourceText(file.toString(), Files.readString(file)))
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
