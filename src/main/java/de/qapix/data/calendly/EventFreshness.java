package de.qapix.data.calendly;

import static java.util.stream.Collectors.toMap;

import de.qapix.data.calendly.RowComparison.About;
import de.qapix.data.verify.ExpectedRecords;
import de.qapix.data.verify.RowDifference.Part;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How events stand in the database, and what that says of a difference: whether it is an error, or
 * came about at Calendly after the last sync.
 */
final class EventFreshness {

  private final Map<String, CalendlyEventRecord> stored;
  private final Map<String, Instant> readAt;

  /**
   * @param readAt when the invitees of these events were last read
   */
  EventFreshness(List<CalendlyEventRecord> stored, Map<String, Instant> readAt) {
    this.stored = stored.stream().collect(toMap(CalendlyEventRecord::getUri, row -> row));
    this.readAt = readAt;
  }

  static Map<String, CalendlyEventRecord> rows(List<ScheduledEvent> events) {
    Map<String, CalendlyEventRecord> rows = new LinkedHashMap<>();
    events.forEach(event -> rows.put(event.key(), CalendlyRows.event(event)));
    return rows;
  }

  boolean knows(String event) {
    return stored.containsKey(event);
  }

  List<CalendlyEventRecord> events() {
    return List.copyOf(stored.values());
  }

  About aboutEvent(CalendlyEventRecord current, ExpectedRecords expected) {
    boolean newer =
        knows(current.getUri())
            ? isNewer(current)
            : expected.newer(current.getStartTime(), known(current.getUpdatedAt()));
    return about(current, newer, isAhead(current), Optional.empty());
  }

  /** A host or a guest, who comes with the event. */
  About aboutPart(CalendlyEventRecord current, String kind, String key) {
    return about(current, isNewer(current), isAhead(current), Optional.of(new Part(kind, key)));
  }

  /**
   * @param event that the invitee belongs to, or stands at
   * @param row in the database; null where there is none
   * @param current null where Calendly has none
   */
  About aboutInvitee(
      CalendlyEventRecord event, CalendlyInviteeRecord row, CalendlyInviteeRecord current) {
    String uri = (current == null ? row : current).getUri();
    boolean newer = isNewer(event) || (current != null && isNewer(event, row, current));
    boolean ahead =
        isAhead(event)
            || (row != null
                && current != null
                && isAfter(row.getUpdatedAt(), current.getUpdatedAt()));
    return about(event, newer, ahead, Optional.of(new Part("invitee", uri)));
  }

  /** The columns of the shared row that tell of the first invitee. */
  About aboutFirstInvitee(CalendlyEventRecord event, List<CalendlyInviteeRecord> invitees) {
    boolean newer =
        invitees.stream()
            .filter(invitee -> invitee.getEventUri().equals(event.getUri()))
            .anyMatch(invitee -> isNewer(event, null, invitee));
    return about(event, newer || isNewer(event), isAhead(event), Optional.empty());
  }

  static About aboutExtra(CalendlyEventRecord row) {
    return about(row, false, false, Optional.empty());
  }

  /** An invitee who stayed when the event was marked as deleted. */
  static About aboutGhost(CalendlyEventRecord event, CalendlyInviteeRecord invitee) {
    return about(event, false, false, Optional.of(new Part("invitee", invitee.getUri())));
  }

  /** What an ordinary sync will see: it goes by the fingerprint. */
  private boolean isNewer(CalendlyEventRecord current) {
    CalendlyEventRecord row = stored.get(current.getUri());
    return known(current.getUpdatedAt()).isAfter(known(row.getUpdatedAt()))
        && !current.getFingerprint().equals(row.getFingerprint());
  }

  /** A no-show need not touch the invitee's own time. */
  private boolean isNewer(
      CalendlyEventRecord event, CalendlyInviteeRecord row, CalendlyInviteeRecord current) {
    Instant read = readAt.getOrDefault(event.getUri(), Instant.MAX);
    boolean changed =
        row == null
            ? known(current.getUpdatedAt()).isAfter(read)
            : known(current.getUpdatedAt()).isAfter(known(row.getUpdatedAt()));
    return changed || (current.getNoShowAt() != null && current.getNoShowAt().isAfter(read));
  }

  /** What changed at no time that is known changed before all others. */
  private static Instant known(Instant changedAt) {
    return changedAt == null ? Instant.MIN : changedAt;
  }

  /** A sync takes what is older than the row for an answer that comes late, and leaves the row. */
  private boolean isAhead(CalendlyEventRecord current) {
    CalendlyEventRecord row = stored.get(current.getUri());
    return row != null && isAfter(row.getUpdatedAt(), current.getUpdatedAt());
  }

  private static boolean isAfter(Instant inDatabase, Instant atCalendly) {
    return inDatabase != null && atCalendly != null && inDatabase.isAfter(atCalendly);
  }

  private static About about(
      CalendlyEventRecord event, boolean newer, boolean ahead, Optional<Part> part) {
    return new About(newer, ahead, event.getUri(), part, event.getStartTime());
  }
}
