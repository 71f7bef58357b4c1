package de.qapix.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a user would write instead: forty lines of Python on dlt's source for REST APIs. */
final class PeerFigures {

  private static final String DLT = "dlt[postgres]==1.31.0";

  private final Databases databases;
  private final Path home =
      Path.of(System.getProperty("qapix.root"), "target", "bench", "peer").toAbsolutePath();
  private final Table table = new Table("events", "kind", "who", "seconds", "processor", "peak MB");

  PeerFigures(Databases databases) {
    this.databases = databases;
  }

  void measure() throws IOException, InterruptedException {
    if (!install()) {
      System.out.printf("%npeer: needs python3 with venv, and PyPI; see %s%n", log());
      return;
    }
    measure(500, 0);
    measure(2_000, 50);
    table.print("Against dlt's rest_api source (whole processes)");
  }

  private File log() {
    return home.resolve("install.log").toFile();
  }

  private boolean install() throws IOException, InterruptedException {
    Files.createDirectories(home);
    return Files.exists(home.resolve("ready"))
        || (succeeds("python3", "-m", "venv", home.resolve("python").toString())
            && succeeds(python(), "-m", "pip", "install", "--quiet", DLT)
            && Files.createFile(home.resolve("ready")) != null);
  }

  private String python() {
    return home.resolve("python/bin/python").toString();
  }

  private boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private void measure(int events, int latency) throws IOException, InterruptedException {
    Path script = home.resolve("calendly.py");
    try (InputStream file = PeerFigures.class.getResourceAsStream("peer.py")) {
      Files.writeString(script, new String(file.readAllBytes(), UTF_8));
    }
    try (Calendly calendly =
        Calendly.start("--events", String.valueOf(events), "--latency", latency + "ms")) {
      Map<String, String> ours = databases.environment(databases.create(), calendly.address());
      Map<String, String> theirs =
          new HashMap<>(databases.environment(databases.createEmpty(), calendly.address()));
      theirs.put("HOME", Files.createTempDirectory(home, "home").toString());
      for (String kind : List.of("cold", "nothing changed")) {
        String[] sync = {"sync", "--format", "json", "--quiet", "--max-duration", "0"};
        row(events, latency, kind, "qapix", new Program(ours).run(sync));
        row(
            events,
            latency,
            kind,
            "dlt",
            new Program(theirs).run(List.of(python(), script.toString())));
      }
    }
  }

  private void row(int events, int latency, String kind, String who, Program.Outcome outcome) {
    table.row(
        "%,d at %d ms".formatted(events, latency),
        kind,
        who,
        Goals.figure(outcome.seconds()),
        Goals.figure(outcome.cpu()),
        outcome.rss());
  }
}
