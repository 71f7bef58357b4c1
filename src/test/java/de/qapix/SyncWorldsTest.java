package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.Fault;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import de.qapix.sandbox.Latency;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Worlds that a seed settles: trouble of every kind, records that cannot be read, deletions, runs
 * that are cut short or fail, and {@code --full} now and then. One world, or as many as {@code
 * -Dqapix.worlds} says ({@code mvn verify -Pfaults}: 20), four at a time.
 */
class SyncWorldsTest {

  private static final int WORLDS = Integer.getInteger("qapix.worlds", 1);
  private static final long SEED =
      Long.getLong("qapix.seed", System.nanoTime() & Integer.MAX_VALUE);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int AT_ONCE = 4;

  /** What ends a run, takes rights away, or changes the world while it is compared. */
  private static final List<String> OF_OTHER_TESTS =
      List.of(
          "401",
          "echo",
          "control",
          "huge",
          "churn",
          "deleted",
          "revoked",
          "demoted",
          "scope-missing");

  /** Two in a hundred of each kind that a run can bear. */
  private static final String EACH_KIND =
      Fault.words().stream()
          .filter(word -> !OF_OTHER_TESTS.contains(word))
          .map(word -> word + "=2%")
          .collect(Collectors.joining(","));

  private static final List<String> FIGURES =
      List.of(
          "total",
          "syncedCount",
          "added",
          "updated",
          "unchanged",
          "removed",
          "rejected",
          "withheld",
          "unconfirmed",
          "requests");

  @Test
  void in_every_world_the_counters_add_up_and_the_database_becomes_what_calendly_knows()
      throws Exception {
    System.out.println(
        "worlds: " + WORLDS + ", seed " + SEED + " (-Dqapix.worlds=1 -Dqapix.seed=" + SEED + ")");
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> worlds = new ArrayList<>();
      for (long seed = SEED; seed < SEED + WORLDS; seed++) {
        worlds.add(world(seed));
      }
      for (Future<Void> world : threads.invokeAll(worlds)) {
        world.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Void> world(long seed) {
    return () -> {
      try (World world = new World(seed)) {
        world.live();
        return null;
      } catch (AssertionError wrong) {
        throw new AssertionError("world of seed " + seed, wrong);
      }
    };
  }

  /** One world, its database, and the runs between them. */
  private static final class World implements AutoCloseable {

    private static final int RUNS = 6;
    private static final int EVENTS = 250;

    private final Random random;
    private final TestDatabase database = TestDatabase.migrated();
    private final SandboxServer sandbox;
    private final List<String> removed = new ArrayList<>();
    private final Map<String, Long> synced = new HashMap<>();
    private Instant now = NOON;
    private long added;
    private long runs;
    private long deleted;

    World(long seed) throws Exception {
      this.random = new Random(seed);
      this.sandbox =
          SandboxServer.start(
              SandboxOptions.of(EVENTS, seed)
                  .with(Latency.of(Duration.ofMillis(random.nextInt(5, 40)))),
              () -> NOON);
      sandbox.addGroup(NOON.plusSeconds(90_000), 120);
    }

    void live() {
      for (int run = 0; run < RUNS; run++) {
        happen();
        String faults =
            switch (random.nextInt(5)) {
              case 0 -> "404=0%";
              case 1 -> EACH_KIND + ",401=2%";
              case 2 -> EACH_KIND + ",revoked=" + random.nextInt(10, 200);
              default -> EACH_KIND;
            };
        sandbox.faults(FaultSpec.parse(faults, random.nextLong(1_000)));
        sync(random.nextInt(1_000, 5_000) + "ms", random.nextBoolean());
        now = now.plusSeconds(1);
        if (random.nextInt(3) == 0) {
          retry();
        }
      }
      settle();
    }

    /** What is readable now is cleared, in the sweep that has met it too. */
    private void retry() {
      sandbox.faults(Faults.NONE);
      int before = database.sql().fetchCount(REJECT);
      Run run = command("rejects", "retry", "--all");
      assertThat(run.code()).as(run.err() + run.out()).isZero();
      if (before > 0) {
        runs = lastRun().path("runId").longValue();
        added += lastRun().path("added").longValue();
      }
    }

    private JsonNode lastRun() {
      return command("runs", "--limit", "1", "--format", "json").json().path("runs").path(0);
    }

    /** Some events vanish, and some others change. */
    private void happen() {
      List<String> uris = uris();
      for (int each = random.nextInt(8); each > 0; each--) {
        String uri = uris.get(random.nextInt(uris.size()));
        if (random.nextBoolean() && !removed.contains(uri)) {
          sandbox.remove(uri);
          removed.add(uri);
        } else {
          sandbox.touch(uri);
        }
      }
    }

    /** Without trouble the database has to become what Calendly knows, and the counters too. */
    private void settle() {
      sandbox.faults(Faults.NONE);
      for (boolean full : List.of(false, true, false)) {
        sync("0", full);
        now = now.plusSeconds(1);
      }
      JsonNode last = sync("0", true);
      int events =
          Truth.of(
                  sandbox,
                  Instant.parse(last.path("windowFrom").stringValue()),
                  Instant.parse(last.path("windowUntil").stringValue()))
              .assertStandsIn(database.sql());
      assertThat(last.path("total").intValue()).as("total").isEqualTo(events);
      assertThat(last.path("syncedCount").intValue()).as("synced").isEqualTo(events);
      assertThat(last.path("unchanged").intValue()).as("unchanged").isEqualTo(events);
      List<String> there = uris();
      assertThat(database.sql().select(REJECT.KEY).from(REJECT).fetch(REJECT.KEY))
          .as("rejects of what Calendly still has")
          .noneMatch(key -> there.stream().anyMatch(key::startsWith));
    }

    /** What is told of the last run; nothing where none has got so far as to begin. */
    private JsonNode sync(String limit, boolean full) {
      boolean empty = database.sql().fetchCount(CALENDLY_EVENT) == 0;
      Run run =
          command(
              "sync",
              "--format",
              "json",
              "--max-duration",
              limit,
              "--request-timeout",
              "500ms",
              "--max-rejects",
              "10000",
              full ? "--full" : "--quiet");
      JsonNode told = lastRun();
      if (run.code() == 0) {
        assertSame(run.json(), told);
        assertSaysWhatIsNotSynced(run.json());
      } else {
        assertThat(run.code()).as(run.err()).isEqualTo(4);
      }
      if (told.path("runId").asLong(0) > runs) {
        runs = told.path("runId").longValue();
        assertAddsUp(told, full, empty);
      } else {
        assertThat(run.code()).as("a run that has not begun").isEqualTo(4);
      }
      return told;
    }

    private void assertSaysWhatIsNotSynced(JsonNode result) {
      long rejected = result.path("sweepRejected").longValue();
      if (!result.has("partial")) {
        assertThat(result.path("syncedCount").longValue() + rejected)
            .as("synced or rejected: " + result)
            .isGreaterThanOrEqualTo(result.path("total").longValue());
      }
      assertThat((long) database.sql().fetchCount(REJECT))
          .as("rejects on the list: " + result)
          .isGreaterThanOrEqualTo(rejected);
      assertThat(result.path("note").asString("").contains("qapix rejects"))
          .as("told: " + result)
          .isEqualTo(rejected > 0);
    }

    private static void assertSame(JsonNode said, JsonNode told) {
      for (String figure : FIGURES) {
        assertThat(told.path(figure)).as("runs: " + figure).isEqualTo(said.path(figure));
      }
    }

    private void assertAddsUp(JsonNode run, boolean full, boolean empty) {
      String sweep = run.path("windowFrom").asString("") + full;
      long done = run.path("syncedCount").longValue();
      assertThat(done)
          .as("synced within a sweep: " + run)
          .isBetween(synced.getOrDefault(sweep, 0L), run.path("total").longValue());
      synced.put(sweep, done);
      added += run.path("added").longValue();
      deleted += run.path("removed").longValue();
      assertThat(added).as("added so far").isEqualTo(database.sql().fetchCount(CALENDLY_EVENT));
      assertThat(deleted)
          .as("removed so far")
          .isEqualTo(
              database.sql().fetchCount(CALENDLY_EVENT, CALENDLY_EVENT.DELETED_AT.isNotNull()));
      if (empty) {
        assertThat(run.path("unchanged").longValue()).as("unchanged in nothing").isZero();
        assertThat(run.path("updated").longValue()).as("updated in nothing").isZero();
      }
    }

    private Run command(String... arguments) {
      return Run.command(
          Run.environment(database, sandbox.address().toString()), () -> now, arguments);
    }

    private List<String> uris() {
      return sandbox
          .world()
          .events(NOON.minus(Duration.ofDays(89)), NOON.plus(Duration.ofDays(29)))
          .stream()
          .map(event -> event.path("uri").stringValue())
          .toList();
    }

    @Override
    public void close() {
      sandbox.close();
      database.close();
    }
  }
}
