package de.qapix.sandbox.meetings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The meetings of a day: by start time and id, and by id alone. */
public final class Day {

  static final Comparator<Meeting> ORDER =
      Comparator.comparing(Meeting::start).thenComparing(Meeting::id);

  private final List<Meeting> meetings;
  private final Map<String, Meeting> byId = new HashMap<>();

  /**
   * @param meetings in any order
   */
  public Day(List<Meeting> meetings) {
    List<Meeting> sorted = new ArrayList<>(meetings);
    sorted.sort(ORDER);
    this.meetings = List.copyOf(sorted);
    sorted.forEach(meeting -> byId.put(meeting.id(), meeting));
  }

  public List<Meeting> meetings() {
    return meetings;
  }

  Optional<Meeting> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
