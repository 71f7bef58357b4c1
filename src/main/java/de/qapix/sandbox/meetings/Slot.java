package de.qapix.sandbox.meetings;

import de.qapix.sandbox.meetings.Meeting.Cancellation;
import de.qapix.sandbox.meetings.Meeting.Guest;
import de.qapix.sandbox.meetings.Team.Host;
import de.qapix.sandbox.meetings.Team.Offer;
import de.qapix.sandbox.meetings.Team.Person;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One booking of a day and its whole fate, which is settled from the beginning: who books what
 * when, whether it is called off or moved to another day, who does not come. A moved booking makes
 * two meetings: the canceled one on this day and the one on the day to which it was moved.
 */
final class Slot {

  /** Days by which a meeting is moved at most. */
  static final int LONGEST_MOVE = 12;

  /** In the ids of meetings that a slot makes; others have another. */
  private static final String VARIANT = "8";

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int LONGEST_LEAD_DAYS = 28;
  private static final int LARGEST_GROUP = 150;
  private static final List<String> REASONS =
      List.of("Krank", "Passt leider doch nicht 😕", "Termin kollidiert", "Kein Bedarf mehr");

  private enum Fate {
    HELD,
    CANCELED_BY_HOST,
    CANCELED_BY_INVITEE,
    MOVED
  }

  private final LocalDate day;
  private final int number;
  private final long seed;
  private final Offer offer;
  private final List<Host> hosts;
  private final Instant start;
  private final Instant booked;
  private final Fate fate;
  private final Instant turned;
  private final Person person;
  private final long salt;
  private final int guests;

  Slot(long seed, LocalDate day, int number) {
    this.seed = seed;
    this.day = day;
    this.number = number;
    RandomGenerator random = new SplittableRandom(mix(seed, day.toEpochDay(), number));
    this.offer = Team.offer(random);
    this.hosts = hosts(offer, random);
    this.start = at(day, random);
    double haste = random.nextDouble();
    long lead = 3_600 + (long) (haste * haste * LONGEST_LEAD_DAYS * 86_400);
    this.booked = start.minusSeconds(lead).plusNanos(1_000L * random.nextInt(1_000_000));
    this.fate = fate(random);
    this.turned = booked.plusSeconds(60 + random.nextLong(Math.max(1, lead - 1_200)));
    this.person = Team.person(random);
    this.salt = random.nextLong() & Long.MAX_VALUE;
    this.guests = guests(random);
  }

  private static long mix(long seed, long day, long number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + day;
    return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + number * 0x94D049BB133111EBL;
  }

  private static List<Host> hosts(Offer offer, RandomGenerator random) {
    int first = random.nextInt(Team.HOSTS.size());
    return offer.isCollective()
        ? List.of(Team.HOSTS.get(first), Team.HOSTS.get((first + 1) % Team.HOSTS.size()))
        : List.of(Team.HOSTS.get(first));
  }

  /** Office hours in Berlin, on the quarter hour. */
  private static Instant at(LocalDate day, RandomGenerator random) {
    LocalTime time = LocalTime.of(8, 0).plusMinutes(15L * random.nextInt(40));
    return day.atTime(time).atZone(BERLIN).toInstant();
  }

  private Fate fate(RandomGenerator random) {
    int dice = random.nextInt(100);
    if (dice < 4) {
      return Fate.CANCELED_BY_HOST;
    }
    if (dice < 10) {
      return Fate.CANCELED_BY_INVITEE;
    }
    return dice < 16 && !offer.isGroup() ? Fate.MOVED : Fate.HELD;
  }

  private int guests(RandomGenerator random) {
    if (offer.isGroup()) {
      return 5 + random.nextInt(LARGEST_GROUP - 4);
    }
    return random.nextInt(100) == 0 ? 0 : 1;
  }

  /** The day to which the meeting is moved, if it is. */
  Optional<LocalDate> movedTo() {
    if (fate != Fate.MOVED || guests == 0) {
      return Optional.empty();
    }
    LocalDate to = day.plusDays(1 + salt % (LONGEST_MOVE - 2));
    while (to.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      to = to.plusDays(1);
    }
    return to.isAfter(day.plusDays(LONGEST_MOVE)) ? Optional.empty() : Optional.of(to);
  }

  private String id(boolean moved) {
    LocalDate on = moved ? movedTo().orElseThrow() : day;
    long origin = moved ? day.toEpochDay() : 0;
    return MeetingId.of(on, number, VARIANT, moved ? 1 : 0, mix(seed, origin, number));
  }

  /**
   * The meeting as it stands at the beginning of a day; empty when it is not booked yet.
   *
   * @param moved whether the one that took the place of this day's is meant
   */
  Optional<Meeting> meeting(boolean moved, LocalDate today) {
    Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant began = moved ? turned : booked;
    if (!began.isBefore(now)) {
      return Optional.empty();
    }
    Instant when = moved ? at(movedTo().orElseThrow(), new SplittableRandom(salt)) : start;
    Instant end = when.plus(Duration.ofMinutes(offer.minutes()));
    Optional<Cancellation> canceled =
        moved || fate == Fate.HELD || !turned.isBefore(now)
            ? Optional.empty()
            : Optional.of(cancellation());
    List<Guest> invitees = invitees(moved, began, when, end, canceled, now);
    Instant notes = end.plus(Duration.ofMinutes(70));
    boolean noted = canceled.isEmpty() && salt % 3 == 0 && notes.isBefore(now);
    Instant updated = canceled.map(Cancellation::at).orElse(began).plusMillis(1_300);
    return Optional.of(
        new Meeting(
            id(moved),
            offer,
            hosts,
            when,
            began,
            noted ? notes : updated,
            canceled,
            "cal" + Long.toString(salt, 36),
            Team.pick(offer.places(), new SplittableRandom(salt)),
            noted ? Texts.notes(salt) : null,
            invitees));
  }

  private Cancellation cancellation() {
    boolean byHost = fate == Fate.CANCELED_BY_HOST;
    return new Cancellation(
        turned,
        byHost ? hosts.get(0).name() : person.name(),
        byHost ? "host" : "invitee",
        salt % 4 == 0 ? null : Team.pick(REASONS, new SplittableRandom(salt)));
  }

  private List<Guest> invitees(
      boolean moved,
      Instant began,
      Instant when,
      Instant end,
      Optional<Cancellation> canceled,
      Instant now) {
    RandomGenerator random = new SplittableRandom(salt + (moved ? 1 : 0));
    List<Guest> invitees = new ArrayList<>();
    for (int i = 0; i < guests; i++) {
      long spread = Math.max(1, Duration.between(began, when).toSeconds() - 60);
      Instant joined = i == 0 ? began : began.plusSeconds(random.nextLong(spread));
      Person who = i == 0 ? person : Team.person(random);
      Instant left = joined.plusSeconds(30);
      boolean leaves =
          offer.isGroup() && i > 0 && random.nextInt(12) == 0 && left.isBefore(closed(moved));
      Optional<Instant> absent =
          random.nextInt(8) == 0 && end.plus(Duration.ofMinutes(90)).isBefore(now)
              ? Optional.of(end.plus(Duration.ofMinutes(90)))
              : Optional.empty();
      if (joined.isBefore(now) && joined.isBefore(closed(moved))) {
        Optional<Cancellation> gone =
            leaves
                ? Optional.of(new Cancellation(left, who.name(), "invitee", "Keine Zeit"))
                : canceled;
        invitees.add(guest(i, who, joined, gone, moved, absent));
      }
    }
    invitees.sort(Comparator.comparing(Guest::booked).thenComparing(Guest::number));
    return List.copyOf(invitees);
  }

  /** From when on nobody can book it any more, nor call off. */
  private Instant closed(boolean moved) {
    return moved || fate == Fate.HELD ? Instant.MAX : turned;
  }

  private Guest guest(
      int index,
      Person who,
      Instant joined,
      Optional<Cancellation> gone,
      boolean moved,
      Optional<Instant> absent) {
    boolean left = !moved && gone.isPresent() && movedTo().isPresent();
    Optional<Instant> noShow = gone.isPresent() ? Optional.empty() : absent;
    Instant updated = gone.map(Cancellation::at).or(() -> noShow).orElse(joined);
    return new Guest(
        index,
        who,
        joined,
        updated,
        gone,
        left,
        moved ? Optional.of(Meeting.inviteeUri(id(false), index)) : Optional.empty(),
        left ? Optional.of(Meeting.inviteeUri(id(true), index)) : Optional.empty(),
        noShow,
        salt + index);
  }
}
