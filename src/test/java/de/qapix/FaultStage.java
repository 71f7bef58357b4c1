package de.qapix;

import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import de.qapix.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** An API, a database and a sync between them, all of which can be troubled. */
final class FaultStage implements AutoCloseable {

  /** Winter time begins in North America while the window spans it. */
  static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  private final SandboxServer sandbox;
  private final CrashableServer database;
  private final RandomGenerator random;
  private Duration clockSkew = Duration.ZERO;

  FaultStage(SandboxServer sandbox, Path folder, RandomGenerator random) throws IOException {
    this.sandbox = sandbox;
    this.database = new CrashableServer(folder);
    this.random = random;
    new Migrations(database.dataSource(), "public").migrate(MigrationWatch.none());
  }

  SandboxServer sandbox() {
    return sandbox;
  }

  CrashableServer database() {
    return database;
  }

  RandomGenerator random() {
    return random;
  }

  Instant now() {
    return NOON.plus(clockSkew);
  }

  /** From now on the sync's clock is wrong by that much; the API's is not. */
  void skew(Duration by) {
    clockSkew = by;
  }

  /** The API makes this trouble from now on. */
  void trouble(String faults) {
    sandbox.faults(
        faults.isEmpty() ? Faults.NONE : FaultSpec.parse(faults, random.nextLong(1_000)));
  }

  /** A run in this process. */
  Run sync(String... options) {
    return Run.command(environment(), this::now, arguments(options));
  }

  /** A run in this process while something else happens. */
  Run syncWhile(Disturbance disturbance, String... options) throws Exception {
    Callable<Run> work = () -> sync(options);
    FutureTask<Run> run = new FutureTask<>(work);
    Thread thread = new Thread(run, "sync");
    thread.start();
    disturbance.happen();
    try {
      return run.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  /** What happens beside a run. */
  interface Disturbance {
    void happen() throws Exception;
  }

  /** Waits until a run has made so many more requests, or for two seconds. */
  void awaitRequests(int more) throws InterruptedException {
    long enough = sandbox.served().requests() + more;
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (sandbox.served().requests() < enough && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** A run in a process of its own. */
  Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "de.qapix.Main"));
    command.addAll(List.of(arguments(options)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String[] arguments(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "sync",
                "--format",
                "json",
                "--days-back",
                "20",
                "--days-forward",
                "10",
                "--batch-size",
                "10",
                "--request-timeout",
                "500ms",
                "--max-rejects",
                "10000"));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  private Map<String, String> environment() {
    return Run.environment(database.url(), sandbox.address().toString());
  }

  /** Syncs without trouble until a sweep that began just now is complete, and compares. */
  int assertRecovers() {
    trouble("");
    skew(Duration.ZERO);
    complete();
    JsonNode result = complete();
    return Truth.of(
            sandbox,
            Instant.parse(result.path("windowFrom").stringValue()),
            Instant.parse(result.path("windowUntil").stringValue()))
        .assertStandsIn(database.sql());
  }

  private JsonNode complete() {
    Run run = sync("--max-duration", "0");
    if (run.code() != 0) {
      throw new AssertionError(run.err());
    }
    return run.json();
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
