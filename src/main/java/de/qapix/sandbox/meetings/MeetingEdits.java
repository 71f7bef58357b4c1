package de.qapix.sandbox.meetings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * What was done to a world while it ran; it outlives the day. All methods may be called at once.
 */
public final class MeetingEdits {

  /** The meetings of a day that something was done to; the version tells a day's states apart. */
  public record Concerned(long version, Set<String> ids) {}

  private static final Concerned NOTHING = new Concerned(0, Set.of());

  private final Map<String, MeetingEdit> edits = new ConcurrentHashMap<>();
  private final Map<String, MeetingEdit> before = new ConcurrentHashMap<>();
  private final Map<String, Meeting> added = new ConcurrentHashMap<>();
  private final Map<LocalDate, Concerned> days = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** A number that no other added meeting has. */
  public int number() {
    return numbers.incrementAndGet();
  }

  public void add(Meeting meeting) {
    added.put(meeting.id(), meeting);
    concern(day(meeting), meeting.id());
  }

  public Optional<Meeting> findAdded(String id) {
    return Optional.ofNullable(added.get(id));
  }

  /**
   * Does something to a meeting.
   *
   * @param original as it would be without any edits
   */
  public void change(Meeting original, UnaryOperator<MeetingEdit> change) {
    String id = original.id();
    edits.compute(
        id,
        (same, known) -> {
          MeetingEdit last = known == null ? MeetingEdit.NONE : known;
          before.put(id, last);
          return change.apply(last);
        });
    concern(day(original), id);
    concern(day(original, before(id)), id);
    concern(day(original, of(id)), id);
  }

  public MeetingEdit of(String id) {
    return edits.getOrDefault(id, MeetingEdit.NONE);
  }

  /** What had been done before the last thing was. */
  public MeetingEdit before(String id) {
    return before.getOrDefault(id, MeetingEdit.NONE);
  }

  public boolean isEdited(String id) {
    return edits.containsKey(id);
  }

  public Concerned on(LocalDate day) {
    return days.getOrDefault(day, NOTHING);
  }

  private void concern(LocalDate day, String id) {
    days.compute(
        day,
        (same, known) -> {
          Set<String> ids = known == null ? ConcurrentHashMap.newKeySet() : known.ids();
          ids.add(id);
          return new Concerned(known == null ? 1 : known.version() + 1, ids);
        });
  }

  private static LocalDate day(Meeting original, MeetingEdit edit) {
    return LocalDate.ofInstant(original.start().plus(edit.moved()), ZoneOffset.UTC);
  }

  public static LocalDate day(Meeting meeting) {
    return LocalDate.ofInstant(meeting.start(), ZoneOffset.UTC);
  }
}
