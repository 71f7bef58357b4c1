package de.qapix;

import de.qapix.cli.EarlyOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command, run in this JVM as {@code main} would run it, and what it printed. */
record Run(int code, String out, String err) {

  /** Runs a command with this environment, at this time. */
  static Run command(Map<String, String> environment, InstantSource clock, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Main(clock, System::nanoTime)
            .commandLine(
                environment, EarlyOptions.of(arguments), new PrintWriter(out), new PrintWriter(err))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  /** The environment of a sync from this API into this database. */
  static Map<String, String> environment(TestDatabase database, String api) {
    return environment(database.url(), api);
  }

  /** The same for a database at this address. */
  static Map<String, String> environment(String database, String api) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", database);
    environment.put("CALENDLY_API_URL", api);
    environment.put("CALENDLY_API_TOKEN", "sandbox");
    environment.put("HOME", "/nonexistent");
    return environment;
  }

  JsonNode json() {
    return JsonMapper.builder().build().readTree(out);
  }
}
