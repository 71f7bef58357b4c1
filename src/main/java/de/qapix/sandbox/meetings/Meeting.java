package de.qapix.sandbox.meetings;

import de.qapix.sandbox.meetings.Team.Host;
import de.qapix.sandbox.meetings.Team.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One scheduled event as it stands at the beginning of the world's day.
 *
 * @param id stable for ever: it names the day and the slot from which the meeting is made
 * @param canceled how it was called off, if it was
 * @param calendarId shared by both events of a rescheduled meeting
 * @param place which kind of location
 * @param notes written by the host after the meeting, or null
 * @param invitees those who had booked, in the order of booking
 */
public record Meeting(
    String id,
    Offer offer,
    List<Host> hosts,
    Instant start,
    Instant booked,
    Instant updated,
    Optional<Cancellation> canceled,
    String calendarId,
    String place,
    String notes,
    List<Guest> invitees) {

  /** How something was called off. */
  public record Cancellation(Instant at, String by, String byType, String reason) {}

  /** One invitee. */
  public record Guest(
      int number,
      Team.Person person,
      Instant booked,
      Instant updated,
      Optional<Cancellation> canceled,
      boolean rescheduled,
      Optional<String> oldUri,
      Optional<String> newUri,
      Optional<Instant> noShow,
      long salt) {}

  public String uri() {
    return uri(id);
  }

  public static String uri(String id) {
    return Team.API + "/scheduled_events/" + id;
  }

  /** The id in an event's address. */
  public static String id(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  public Instant end() {
    return start.plus(Duration.ofMinutes(offer.minutes()));
  }

  public String inviteeUri(Guest guest) {
    return inviteeUri(id, guest.number());
  }

  public static String inviteeUri(String event, int number) {
    return uri(event)
        + "/invitees/"
        + event.substring(0, 24)
        + HexFormat.of().toHexDigits(number, 12);
  }

  public boolean isHeldBy(String user) {
    return hosts.stream().anyMatch(host -> host.uri().equals(user));
  }

  public boolean isBookedBy(String email) {
    return invitees.stream().anyMatch(guest -> guest.person().email().equals(email));
  }

  public String status() {
    return canceled.isPresent() ? "canceled" : "active";
  }

  public long active() {
    return invitees.stream().filter(guest -> guest.canceled().isEmpty()).count();
  }
}
