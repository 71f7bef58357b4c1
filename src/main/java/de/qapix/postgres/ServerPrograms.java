package de.qapix.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's programs in a clean environment. */
final class ServerPrograms {

  private final Path home;
  private final Path binaries;
  private final boolean root;

  ServerPrograms(Path home, Path binaries) throws IOException {
    this.home = home;
    this.binaries = binaries;
    this.root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /**
   * Runs a program to its end.
   *
   * @return its exit code; what it printed is in {@code tool.log}
   */
  int run(String program, List<String> arguments) throws IOException, InterruptedException {
    return begin(program, arguments).waitFor();
  }

  /** The same; what it begins is known even when this thread is told to leave meanwhile. */
  int finish(String program, List<String> arguments) throws IOException, InterruptedException {
    Process process = begin(program, arguments);
    try {
      return process.waitFor();
    } catch (InterruptedException left) {
      process.onExit().join();
      throw left;
    }
  }

  private Process begin(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (root) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it has none of its
      // powers.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    clean(builder.environment());
    builder.directory(home.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true);
    builder.redirectOutput(log().toFile());
    try {
      return builder.start();
    } catch (IOException missing) {
      if (root) {
        throw new EmbeddedServerException(
            EmbeddedServerException.Kind.NO_UNSHARE, home, missing.getMessage(), missing);
      }
      throw missing;
    }
  }

  private static void clean(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("LANG"));
    environment.put("LC_ALL", "C");
  }

  /** What the last program has printed. */
  Path log() {
    return home.resolve("tool.log");
  }

  /** Why a program failed. */
  EmbeddedServerException failed(Path log) throws IOException {
    String words = Files.exists(log) ? tail(Files.readString(log)) : "";
    boolean refused = root && words.contains("unshare");
    return new EmbeddedServerException(
        refused
            ? EmbeddedServerException.Kind.NO_UNSHARE
            : EmbeddedServerException.Kind.NOT_STARTED,
        home,
        words);
  }

  private static String tail(String log) {
    List<String> lines = log.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }
}
