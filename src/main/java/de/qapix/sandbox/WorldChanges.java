package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.MeetingEdit;
import de.qapix.sandbox.meetings.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Changes a world little by little: events change, are canceled, vanish, and reappear. */
final class WorldChanges {

  private static final int DAYS_BACK = 90;
  private static final int DAYS_AHEAD = 30;
  private static final int ATTEMPTS = 20;

  private final Supplier<World> world;
  private final InstantSource clock;
  private final Deque<String> vanished = new ConcurrentLinkedDeque<>();

  WorldChanges(Supplier<World> world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  /** Does one thing to one event; false when there is none to do it to. */
  boolean turn(RandomGenerator random) {
    int dice = random.nextInt(5);
    String hidden = dice == 4 ? vanished.pollFirst() : null;
    if (hidden != null) {
      world.get().change(hidden, edit -> edit.removed(false));
      return true;
    }
    Optional<Meeting> chosen = choose(random);
    chosen.map(Meeting::uri).ifPresent(uri -> change(uri, dice));
    return chosen.isPresent();
  }

  private void change(String uri, int dice) {
    Instant now = clock.instant();
    if (dice == 3) {
      vanished.addLast(uri);
    }
    UnaryOperator<MeetingEdit> change =
        switch (dice) {
          case 2 -> edit -> edit.canceled(now);
          case 3 -> edit -> edit.removed(true);
          default -> edit -> edit.touched(now);
        };
    world.get().change(uri, change);
  }

  private Optional<Meeting> choose(RandomGenerator random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant day = clock.instant().plus(Duration.ofDays(random.nextInt(-DAYS_BACK, DAYS_AHEAD)));
      List<Meeting> meetings =
          world.get().meetings(day, day.plus(Duration.ofDays(1)), false).toList();
      if (!meetings.isEmpty()) {
        return Optional.of(Team.pick(meetings, random));
      }
    }
    return Optional.empty();
  }
}
