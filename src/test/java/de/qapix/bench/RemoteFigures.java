package de.qapix.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Commands whose database is 30 ms away. */
final class RemoteFigures {

  private static final Duration ONE_WAY = Duration.ofMillis(15);

  private final Databases databases;
  private final Goals goals;
  private final Optional<Path> log;
  private final Table table =
      new Table("command", "seconds", "processor", "connections", "messages");

  /**
   * @param log to which the statements of each command are appended
   */
  RemoteFigures(Databases databases, Goals goals, Optional<Path> log) {
    this.databases = databases;
    this.goals = goals;
    this.log = log;
  }

  void measure() throws IOException, InterruptedException {
    try (DistantServer server = new DistantServer(databases.port(), ONE_WAY, log);
        Calendly calendly = Calendly.start("--events", "2000", "--latency", "50ms")) {
      Map<String, String> environment =
          databases.environment(databases.createEmpty(), server.port(), calendly.address());
      of(server, environment, "migrate", 4, 90, "migrate", "--quiet");
      of(server, environment, "migrate again", 1, 15, "migrate", "--quiet");
      of(server, environment, "sync, 2,000 events", 5.5, 300, sync());
      of(server, environment, "sync, nothing changed", 2, 60, sync());
      of(
          server,
          environment,
          "sync, default window",
          1.4,
          60,
          "sync",
          "--quiet",
          "--max-duration",
          "0");
      of(
          server,
          environment,
          "sync, default window again",
          1.4,
          15,
          "sync",
          "--quiet",
          "--max-duration",
          "0");
      of(server, environment, "schema check", 2, 30, "schema", "check");
      of(server, environment, "runs", 1, 10, "runs");
      of(server, environment, "verify", 3, 60, "verify", "--quiet");
    }
    table.print("A database that is 30 ms away");
  }

  private static String[] sync() {
    return new String[] {"sync", "--format", "json", "--quiet", "--max-duration", "0"};
  }

  private void of(
      DistantServer server,
      Map<String, String> environment,
      String name,
      double seconds,
      int messages,
      String... command)
      throws IOException, InterruptedException {
    if (log.isPresent()) {
      Files.writeString(
          log.get(),
          "== " + name + "\n",
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    Program.Outcome outcome = new Program(environment).run(command);
    int sent = server.takeMessages();
    table.row(
        name,
        Goals.figure(outcome.seconds()),
        Goals.figure(outcome.cpu()),
        server.takeConnections(),
        sent);
    goals.atMost(name + ", 30 ms away: seconds", seconds, outcome.seconds());
    goals.atMost(name + ", 30 ms away: messages", messages, sent);
  }
}
