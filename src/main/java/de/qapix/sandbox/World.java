package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Day;
import de.qapix.sandbox.meetings.Days;
import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.MeetingEdit;
import de.qapix.sandbox.meetings.MeetingEdits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that the simulated Calendly knows: a function of seed, size and calendar day (UTC). A meeting
 * stands where it stands whatever the day is; the day decides what has happened to it so far. As
 * days pass, meetings are booked, called off, moved, held, and marked as no-shows. What was done to
 * it while it ran ({@link MeetingEdits}) comes on top, and shows at once.
 */
public final class World {

  private record EditedDay(long version, Day day) {}

  private final Days days;
  private final Days yesterday;
  private final MeetingEdits edits;
  private final Map<LocalDate, EditedDay> edited = new ConcurrentHashMap<>();

  private World(Days days, Days yesterday, MeetingEdits edits) {
    this.days = days;
    this.yesterday = yesterday;
    this.edits = edits;
  }

  /**
   * The world of this seed and size on this day.
   *
   * @param events about how many lie from 90 days before to 30 days after the day
   */
  public static World of(long seed, int events, LocalDate today) {
    return of(SandboxOptions.of(events, seed), today, new MeetingEdits());
  }

  static World of(SandboxOptions options, LocalDate today, MeetingEdits edits) {
    long seed = options.seed();
    return new World(
        new Days(seed, options.events(), options.changed(), today),
        new Days(seed, options.events(), 0, today.minusDays(1)),
        edits);
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

  boolean holds(Instant start) {
    return !start.isBefore(first()) && start.isBefore(end());
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
    List<Meeting> meetings = on(day).meetings();
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

  private Day on(LocalDate day) {
    MeetingEdits.Concerned concerned = edits.on(day);
    if (concerned.ids().isEmpty()) {
      return days.on(day);
    }
    EditedDay known = edited.get(day);
    if (known == null || known.version() < concerned.version()) {
      known = new EditedDay(concerned.version(), edited(day, concerned.ids()));
      edited.put(day, known);
    }
    return known.day();
  }

  private Day edited(LocalDate day, Set<String> ids) {
    List<Meeting> meetings = new ArrayList<>();
    days.on(day).meetings().stream()
        .filter(meeting -> !ids.contains(meeting.id()))
        .forEach(meetings::add);
    ids.stream()
        .flatMap(id -> find(id).stream())
        .filter(meeting -> MeetingEdits.day(meeting).equals(day))
        .forEach(meetings::add);
    return new Day(meetings);
  }

  /** A meeting by its id, if it exists today. */
  Optional<Meeting> find(String id) {
    return original(id).flatMap(meeting -> edited(meeting, edits.of(id)));
  }

  /** As the meeting stood before it was last changed, or else at the beginning of yesterday. */
  Meeting before(Meeting meeting) {
    String id = meeting.id();
    Optional<Meeting> earlier =
        edits.isEdited(id)
            ? original(id).flatMap(original -> edited(original, edits.before(id)))
            : yesterday.find(id);
    return earlier.orElse(meeting);
  }

  private Optional<Meeting> original(String id) {
    return edits.findAdded(id).or(() -> days.find(id));
  }

  private static Optional<Meeting> edited(Meeting original, MeetingEdit edit) {
    return edit.equals(MeetingEdit.NONE) ? Optional.of(original) : edit.applied(original);
  }

  /**
   * Does something to an event.
   *
   * @throws IllegalArgumentException when there is none of this address
   */
  void change(String eventUri, UnaryOperator<MeetingEdit> change) {
    edits.change(
        original(Meeting.id(eventUri))
            .orElseThrow(() -> new IllegalArgumentException("no event " + eventUri)),
        change);
  }

  /**
   * Adds a meeting.
   *
   * @throws IllegalArgumentException when it starts outside of what this world shows
   */
  String add(Meeting meeting) {
    if (!holds(meeting.start())) {
      throw new IllegalArgumentException("too early or too late: " + meeting.start());
    }
    edits.add(meeting);
    return meeting.uri();
  }
}
