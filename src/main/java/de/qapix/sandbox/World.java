package de.qapix.sandbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that the simulated Calendly knows: a function of seed, size and calendar day (UTC). A meeting
 * stands where it stands whatever the day is; the day decides what has happened to it so far. As
 * days pass, meetings are booked, called off, moved, held, and marked as no-shows.
 */
public final class World {

  /** Days that the events of a world are spread over, weighted by how full the coming ones are. */
  private static final double DAYS = 99.3;

  private static final double WITH_MOVED = 1.06;
  private static final int YEARS_BACK = 3;
  private static final int DAYS_AHEAD = 45;
  private static final int CACHED_DAYS = 64;

  private static final Comparator<Meeting> ORDER =
      Comparator.comparing(Meeting::start).thenComparing(Meeting::id);

  private final long seed;
  private final double perWorkday;
  private final LocalDate today;
  private final Map<LocalDate, List<Meeting>> days =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<LocalDate, List<Meeting>> eldest) {
              return size() > CACHED_DAYS;
            }
          });

  private World(long seed, int events, LocalDate today) {
    this.seed = seed;
    this.perWorkday = events * 7 / (5 * DAYS * WITH_MOVED);
    this.today = today;
  }

  /**
   * The world of this seed and size on this day.
   *
   * @param events about how many lie from 90 days before to 30 days after the day
   */
  public static World of(long seed, int events, LocalDate today) {
    return new World(seed, events, today);
  }

  LocalDate today() {
    return today;
  }

  /** The first day of which anything is known. */
  LocalDate first() {
    return today.minusYears(YEARS_BACK);
  }

  /** The last day for which anything can be booked. */
  LocalDate last() {
    return today.plusDays(DAYS_AHEAD);
  }

  /**
   * Scheduled events as the API sends them that start from {@code from} to before {@code until}.
   */
  public List<ObjectNode> events(Instant from, Instant until) {
    return meetings(from, until).map(EventJson::of).toList();
  }

  /** The invitees of an event as the API sends them, in the order of booking. */
  public List<ObjectNode> invitees(String eventUri) {
    Meeting meeting = find(eventUri.substring(eventUri.lastIndexOf('/') + 1)).orElseThrow();
    return meeting.invitees().stream().map(guest -> InviteeJson.of(meeting, guest)).toList();
  }

  Stream<Meeting> meetings(Instant from, Instant until) {
    LocalDate begin = later(day(from), first());
    LocalDate end = day(until).isBefore(last()) ? day(until) : last();
    return begin.isAfter(end)
        ? Stream.empty()
        : begin
            .datesUntil(end.plusDays(1))
            .flatMap(day -> on(day).stream())
            .filter(meeting -> !meeting.start().isBefore(from) && meeting.start().isBefore(until));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** The meetings of a day that exist today, by start time and id. */
  List<Meeting> on(LocalDate day) {
    List<Meeting> known = days.get(day);
    if (known != null) {
      return known;
    }
    List<Meeting> meetings = new ArrayList<>();
    for (LocalDate from = day.minusDays(Slot.LONGEST_MOVE);
        !from.isAfter(day);
        from = from.plusDays(1)) {
      LocalDate made = from;
      IntStream.range(0, slots(from))
          .mapToObj(number -> new Slot(seed, made, number))
          .filter(slot -> made.equals(day) || slot.movedTo().equals(Optional.of(day)))
          .map(slot -> slot.meeting(!made.equals(day), today))
          .flatMap(Optional::stream)
          .forEach(meetings::add);
    }
    meetings.sort(ORDER);
    List<Meeting> sorted = List.copyOf(meetings);
    days.put(day, sorted);
    return sorted;
  }

  private int slots(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return 0;
    }
    long monday = Math.floorDiv(day.toEpochDay() + 3, 7);
    long workday = monday * 5 + day.getDayOfWeek().getValue() - 1;
    return (int) (Math.floor((workday + 1) * perWorkday) - Math.floor(workday * perWorkday));
  }

  /** A meeting by its id, if it exists today. */
  Optional<Meeting> find(String id) {
    return Slot.day(id)
        .filter(day -> !day.isBefore(first()) && !day.isAfter(last()))
        .flatMap(day -> on(day).stream().filter(meeting -> meeting.id().equals(id)).findFirst());
  }
}
