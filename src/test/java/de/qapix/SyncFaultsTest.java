package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that can go wrong, in a random order that the seed settles: each kind once, or as often as
 * {@code -Dqapix.faults} says ({@code mvn verify -Pfaults}: 240 times).
 */
class SyncFaultsTest {

  private static final int FAULTS = Integer.getInteger("qapix.faults", Trouble.values().length);
  private static final long SEED =
      Long.getLong("qapix.seed", System.nanoTime() & Integer.MAX_VALUE);

  private static final int BETWEEN_COMPARISONS = 5;

  @TempDir private Path folder;

  @Test
  void whatever_goes_wrong_the_next_run_makes_the_database_what_calendly_knows() throws Exception {
    System.out.println("faults: " + FAULTS + ", seed " + SEED + " (-Dqapix.seed=" + SEED + ")");
    Random random = new Random(SEED);
    Map<Trouble, Integer> struck = new EnumMap<>(Trouble.class);
    try (SandboxServer sandbox =
            SandboxServer.start(SandboxOptions.of(500, SEED), () -> FaultStage.NOON);
        FaultStage stage = new FaultStage(sandbox, folder, random)) {
      sandbox.addCrowd(FaultStage.NOON.minusSeconds(90_000), 130);
      sandbox.addGroup(FaultStage.NOON.plusSeconds(90_000), 230);
      int strikes = 0;
      for (Trouble trouble : troubles(random)) {
        Trouble.life(stage);
        trouble.strike(stage);
        struck.merge(trouble, 1, Integer::sum);
        if (++strikes % BETWEEN_COMPARISONS == 0) {
          recover(stage, trouble);
        }
      }
      int events = recover(stage, null);
      System.out.println(
          "faults: "
              + struck
              + "; answers with trouble: "
              + sandbox.served().faults()
              + "; "
              + events
              + " events right at the end");
      assertThat(events).isPositive();
    }
  }

  private static int recover(FaultStage stage, Trouble last) {
    try {
      return stage.assertRecovers();
    } catch (AssertionError wrong) {
      throw new AssertionError("seed " + SEED + ", after " + last, wrong);
    }
  }

  private static List<Trouble> troubles(Random random) {
    List<Trouble> troubles = new ArrayList<>();
    while (troubles.size() < FAULTS) {
      List<Trouble> all = new ArrayList<>(List.of(Trouble.values()));
      Collections.shuffle(all, random);
      troubles.addAll(all);
    }
    return troubles.subList(0, FAULTS);
  }
}
