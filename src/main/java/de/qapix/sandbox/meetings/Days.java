package de.qapix.sandbox.meetings;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The meetings of each day as seed, size and today's date make them. Those that were moved come
 * from the days before, so each day's bookings are made once and shared out.
 */
public final class Days {

  /** Days that the events of a world are spread over, weighted by how full the coming ones are. */
  private static final double DAYS = 99.3;

  private static final double WITH_MOVED = 1.06;
  private static final int YEARS_BACK = 3;
  private static final int DAYS_AHEAD = 45;

  /** What was booked for one day: the meetings on it, and those on other days that took over. */
  private record Bookings(List<Meeting> here, Map<LocalDate, List<Meeting>> elsewhere) {}

  private final long seed;
  private final double changed;
  private final double perWorkday;
  private final LocalDate today;
  private final BoundedCache<LocalDate, Bookings> bookings = new BoundedCache<>(this::bookings);
  private final BoundedCache<LocalDate, Day> days = new BoundedCache<>(this::day);

  /**
   * @param changed share of the meetings that look as if they had been touched yesterday
   */
  public Days(long seed, int events, double changed, LocalDate today) {
    this.seed = seed;
    this.changed = changed;
    this.perWorkday = events * 7 / (5 * DAYS * WITH_MOVED);
    this.today = today;
  }

  public LocalDate today() {
    return today;
  }

  /** The first day of which anything is known. */
  public LocalDate first() {
    return today.minusYears(YEARS_BACK);
  }

  /** The last day for which anything can be booked. */
  public LocalDate last() {
    return today.plusDays(DAYS_AHEAD);
  }

  /** The meetings of a day that exist today. */
  public Day on(LocalDate day) {
    return days.get(day);
  }

  /** A meeting by its id, if it exists today. */
  public Optional<Meeting> find(String id) {
    return MeetingId.day(id)
        .filter(day -> !day.isBefore(first()) && !day.isAfter(last()))
        .flatMap(day -> on(day).find(id));
  }

  private Day day(LocalDate day) {
    List<Meeting> meetings = new ArrayList<>(bookings.get(day).here());
    for (int back = 1; back <= Slot.LONGEST_MOVE; back++) {
      meetings.addAll(bookings.get(day.minusDays(back)).elsewhere().getOrDefault(day, List.of()));
    }
    return new Day(meetings);
  }

  private Bookings bookings(LocalDate day) {
    List<Meeting> here = new ArrayList<>();
    Map<LocalDate, List<Meeting>> elsewhere = new HashMap<>();
    int slots = slots(day);
    for (int number = 0; number < slots; number++) {
      Slot slot = new Slot(seed, day, number);
      meeting(slot, false).ifPresent(here::add);
      slot.movedTo()
          .ifPresent(
              to ->
                  meeting(slot, true)
                      .ifPresent(
                          moved ->
                              elsewhere.computeIfAbsent(to, any -> new ArrayList<>()).add(moved)));
    }
    return new Bookings(here, elsewhere);
  }

  private Optional<Meeting> meeting(Slot slot, boolean moved) {
    Optional<Meeting> meeting = slot.meeting(moved, today);
    return changed == 0 ? meeting : meeting.map(this::fresh);
  }

  private Meeting fresh(Meeting meeting) {
    if (SeededChance.of(seed, meeting.id()).nextDouble() >= changed) {
      return meeting;
    }
    Instant yesterday = today.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(3_600);
    return MeetingEdit.NONE.touched(yesterday).applied(meeting).orElseThrow();
  }

  private int slots(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return 0;
    }
    long monday = Math.floorDiv(day.toEpochDay() + 3, 7);
    long workday = monday * 5 + day.getDayOfWeek().getValue() - 1;
    return (int) (Math.floor((workday + 1) * perWorkday) - Math.floor(workday * perWorkday));
  }
}
