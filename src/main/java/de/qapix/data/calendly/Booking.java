package de.qapix.data.calendly;

import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.feed.CompleteRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scheduled event with its invitees.
 *
 * @param invitees in the order in which they booked
 * @param unreadable invitees that could not be decoded
 */
public record Booking(
    ScheduledEvent event, List<Invitee> invitees, List<UnreadableRecord> unreadable)
    implements CompleteRecord {

  public Booking {
    invitees = List.copyOf(invitees);
    unreadable = List.copyOf(unreadable);
  }

  static String[] keys(List<Booking> bookings) {
    return bookings.stream().map(Booking::key).toArray(String[]::new);
  }

  /**
   * Whether an invitee, or a field of one, could not be decoded, so that it is worth another look.
   */
  boolean doubtful() {
    return !unreadable.isEmpty() || invitees.stream().anyMatch(Invitee::odd);
  }

  /**
   * Whether there are as many invitees, and as many active ones, as the event says; true where it
   * does not say.
   */
  boolean fitsCounter() {
    long total = invitees.stream().map(Invitee::uri).distinct().count();
    long active =
        invitees.stream()
            .filter(invitee -> invitee.status().equals("active"))
            .map(Invitee::uri)
            .distinct()
            .count();
    boolean unknown = !unreadable.isEmpty();
    return unknown
        || (fits(total, event.counter().total()) && fits(active, event.counter().active()));
  }

  private static boolean fits(long counted, Integer said) {
    return said == null || counted == said;
  }

  @Override
  public String key() {
    return event.key();
  }

  @Override
  public String fingerprint() {
    return event.fingerprint();
  }

  @Override
  public String raw() {
    return event.raw();
  }

  @Override
  public List<String> readable() {
    return Stream.concat(Stream.of(key()), invitees.stream().map(Invitee::uri)).toList();
  }
}
