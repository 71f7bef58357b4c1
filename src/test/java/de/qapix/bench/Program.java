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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a user starts it, in a process of its own that ends with this one. */
final class Program {

  private static final Path LAUNCHER = Path.of(System.getProperty("qapix.root"), "bin", "qapix");

  /**
   * How a run ended.
   *
   * @param seconds of the whole process, the JVM's start included
   * @param rss most memory in MB; 0 where the system does not tell
   */
  record Outcome(int code, JsonNode json, String errors, double seconds, long rss) {
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
    Path out = Files.createTempFile("bench", ".out");
    Path err = Files.createTempFile("bench", ".err");
    long began = System.nanoTime();
    Process process = start(out, err, arguments);
    long rss = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      rss = Math.max(rss, rss(process.pid()));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    String text = Files.readString(out, UTF_8);
    JsonNode json = JsonMapper.builder().build().readTree(text.startsWith("{") ? text : "{}");
    Outcome outcome =
        new Outcome(process.exitValue(), json, Files.readString(err, UTF_8), seconds, rss);
    Files.delete(out);
    Files.delete(err);
    if (outcome.code() != 0) {
      throw new IllegalStateException(List.of(arguments) + ": " + outcome.errors());
    }
    return outcome;
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
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
