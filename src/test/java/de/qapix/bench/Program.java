package de.qapix.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a user starts it, in a process of its own that ends with this one. */
final class Program {

  private static final Path LAUNCHER = Path.of(System.getProperty("qapix.root"), "bin", "qapix");

  /**
   * How a run ended.
   *
   * @param seconds of the whole process, the JVM's start included
   * @param cpu seconds of processor; 0 where the system does not tell
   * @param rss most memory in MB; 0 where the system does not tell
   */
  record Outcome(int code, JsonNode json, String errors, double seconds, double cpu, long rss) {
    /** Seconds by the program's own count: without the start of the JVM. */
    double ownSeconds() {
      return json.path("durationMs").longValue() / 1000.0;
    }

    long requests() {
      return json.path("requests").longValue();
    }
  }

  private final Map<String, String> environment;

  Program(Map<String, String> environment) {
    this.environment = environment;
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(LAUNCHER.toString()), arguments);
  }

  /** The same with another program. */
  Outcome run(List<String> program, String... arguments) throws IOException, InterruptedException {
    Outcome outcome = attempt(program, arguments);
    if (outcome.code() != 0) {
      throw new IllegalStateException(List.of(arguments) + ": " + outcome.errors());
    }
    return outcome;
  }

  /** A run that may fail. */
  Outcome attempt(String... arguments) throws IOException, InterruptedException {
    return attempt(List.of(LAUNCHER.toString()), arguments);
  }

  private Outcome attempt(List<String> program, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("bench", ".out");
    Path err = Files.createTempFile("bench", ".err");
    long began = System.nanoTime();
    Path times = Files.createTempFile("bench", ".times");
    Process process = start(measured(program, times), out, err, arguments);
    long rss = 0;
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      rss =
          Math.max(rss, process.descendants().mapToLong(child -> rss(child.pid())).max().orElse(0));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    String text = Files.readString(out, UTF_8);
    JsonNode json = JsonMapper.builder().build().readTree(text.startsWith("{") ? text : "{}");
    Outcome outcome =
        new Outcome(
            process.exitValue(),
            json,
            Files.readString(err, UTF_8),
            seconds,
            cpu(Files.readString(times, UTF_8)),
            rss);
    Files.delete(out);
    Files.delete(err);
    Files.delete(times);
    return outcome;
  }

  /** A shell that starts it and writes down the processor's time of it and of the shell. */
  private static List<String> measured(List<String> program, Path times) {
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "t=$1; shift; \"$@\"; c=$?; times >\"$t\"; exit $c", "sh"));
    command.add(times.toString());
    command.addAll(program);
    return command;
  }

  /** Of a child: the second line of what {@code times} prints, as "0m1.234s 0m0.056s". */
  private static double cpu(String times) {
    return times
        .lines()
        .skip(1)
        .flatMap(line -> Stream.of(line.split(" ")))
        .map(time -> time.split("[ms]"))
        .mapToDouble(time -> Integer.parseInt(time[0]) * 60 + Double.parseDouble(time[1]))
        .sum();
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    return start(List.of(LAUNCHER.toString()), out, err, arguments);
  }

  private Process start(List<String> program, Path out, Path err, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  /** Peak resident memory in MB. */
  private static long rss(long pid) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
