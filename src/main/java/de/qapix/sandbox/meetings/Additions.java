package de.qapix.sandbox.meetings;

import de.qapix.sandbox.meetings.Meeting.Guest;
import de.qapix.sandbox.meetings.Team.Host;
import de.qapix.sandbox.meetings.Team.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes meetings that no seed would make. */
public final class Additions {

  private static final String VARIANT = "9";
  private static final Duration LEAD = Duration.ofDays(1);

  private final long seed;

  public Additions(long seed) {
    this.seed = seed;
  }

  /**
   * A meeting that was booked a day before now.
   *
   * @param number that no other addition has
   * @param invitees 1, or more for a group
   */
  public Meeting meeting(int number, Instant start, int invitees, Instant now) {
    RandomGenerator random = SeededChance.of(seed, number);
    Host host = Team.pick(Team.HOSTS, random);
    Offer offer = offer(invitees > 1);
    Instant booked = now.minus(LEAD);
    long salt = random.nextLong() & Long.MAX_VALUE;
    List<Guest> guests =
        IntStream.range(0, invitees)
            .mapToObj(index -> guest(index, booked.plusMillis(index), salt + index, random))
            .toList();
    return new Meeting(
        MeetingId.of(LocalDate.ofInstant(start, ZoneOffset.UTC), number, VARIANT, 0, salt),
        offer,
        List.of(host),
        start,
        booked,
        booked.plusMillis(invitees),
        Optional.empty(),
        "cal" + Long.toString(salt, 36),
        Team.pick(offer.places(), random),
        null,
        guests);
  }

  private static Offer offer(boolean group) {
    return Team.OFFERS.stream().filter(offer -> offer.isGroup() == group).findFirst().orElseThrow();
  }

  private static Guest guest(int index, Instant booked, long salt, RandomGenerator random) {
    return new Guest(
        index,
        Team.person(random),
        booked,
        booked,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        salt & Long.MAX_VALUE);
  }
}
