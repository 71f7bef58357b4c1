package de.qapix.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that the simulated Calendly knows: a function of seed, size and calendar day (UTC). A meeting
 * stands where it stands whatever the day is; the day decides what has happened to it so far. As
 * days pass, meetings are booked, called off, moved, held, and marked as no-shows.
 */
public final class World {

  private final Days days;

  private World(Days days) {
    this.days = days;
  }

  /**
   * The world of this seed and size on this day.
   *
   * @param events about how many lie from 90 days before to 30 days after the day
   */
  public static World of(long seed, int events, LocalDate today) {
    return new World(new Days(seed, events, today));
  }

  LocalDate today() {
    return days.today();
  }

  /** From when on anything is known. */
  Instant first() {
    return days.first().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** Before when everything starts that can be booked. */
  Instant end() {
    return days.last().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /**
   * Scheduled events as the API sends them that start from {@code from} to before {@code until}.
   */
  public List<ObjectNode> events(Instant from, Instant until) {
    return meetings(from, until, false).map(EventJson::of).toList();
  }

  /** The invitees of an event as the API sends them, in the order of booking. */
  public List<ObjectNode> invitees(String eventUri) {
    Meeting meeting = find(Meeting.id(eventUri)).orElseThrow();
    return meeting.invitees().stream().map(guest -> InviteeJson.of(meeting, guest)).toList();
  }

  /** By start time and id, made as far as they are asked for. */
  Stream<Meeting> meetings(Instant from, Instant until, boolean backwards) {
    LocalDate begin = later(day(from), days.first());
    LocalDate end = day(until).isBefore(days.last()) ? day(until) : days.last();
    if (begin.isAfter(end)) {
      return Stream.empty();
    }
    Stream<LocalDate> dates =
        backwards
            ? Stream.iterate(end, day -> !day.isBefore(begin), day -> day.minusDays(1))
            : begin.datesUntil(end.plusDays(1));
    return dates
        .flatMap(day -> on(day, backwards).stream())
        .filter(meeting -> !meeting.start().isBefore(from) && meeting.start().isBefore(until));
  }

  private List<Meeting> on(LocalDate day, boolean backwards) {
    List<Meeting> meetings = days.on(day).meetings();
    if (!backwards) {
      return meetings;
    }
    List<Meeting> reversed = new ArrayList<>(meetings);
    Collections.reverse(reversed);
    return reversed;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** A meeting by its id, if it exists today. */
  Optional<Meeting> find(String id) {
    return days.find(id);
  }
}
