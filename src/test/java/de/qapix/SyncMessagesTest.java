package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.bench.DistantServer;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A distant database takes its time for each message, so there are few. */
class SyncMessagesTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private static final int PAGE = 100;

  /**
   * A sync that takes longer saves its progress more often (each second) and asks whether idle
   * connections still live: a busy machine must not fail this.
   */
  private static final int FOR_A_SLOW_MACHINE = 10;

  @Test
  void what_a_sync_asks_the_database_does_not_grow_with_what_it_compares() throws Exception {
    int few = messagesWhenNothingHasChanged(PAGE);
    int many = messagesWhenNothingHasChanged(20 * PAGE);

    assertThat(many)
        .isLessThanOrEqualTo(few + FOR_A_SLOW_MACHINE)
        .isLessThanOrEqualTo(25 + FOR_A_SLOW_MACHINE);
  }

  private int messagesWhenNothingHasChanged(int events) throws Exception {
    try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.of(events, 7), () -> NOON);
        DistantServer server =
            new DistantServer(database.port(), Duration.ZERO, Optional.empty())) {
      sync(sandbox, database.port());
      int before = server.takeMessages();
      sync(sandbox, server.port());
      return server.takeMessages() - before;
    }
  }

  private void sync(SandboxServer sandbox, int port) {
    Map<String, String> environment =
        new HashMap<>(Run.environment(database, sandbox.address().toString()));
    environment.put(
        "DATABASE_URL", "postgresql://postgres@localhost:%d/%s".formatted(port, database.name()));
    Run run = Run.command(environment, () -> NOON, "sync", "--max-duration", "0");
    assertThat(run.code()).as(run.err()).isZero();
  }
}
