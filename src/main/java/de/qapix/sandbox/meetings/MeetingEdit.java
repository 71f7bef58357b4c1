package de.qapix.sandbox.meetings;

import de.qapix.sandbox.meetings.Meeting.Cancellation;
import de.qapix.sandbox.meetings.Meeting.Guest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What has been done to a meeting beyond its fate.
 *
 * @param changes how often something was done to it
 * @param touches how often its notes were rewritten
 * @param at when the last of it was done
 * @param canceled when the host called it off
 * @param moved by how much its start was changed
 * @param removed whether Calendly knows it no more
 */
public record MeetingEdit(
    int changes,
    int touches,
    Instant at,
    Optional<Instant> canceled,
    Duration moved,
    boolean removed) {

  public static final MeetingEdit NONE =
      new MeetingEdit(0, 0, Instant.EPOCH, Optional.empty(), Duration.ZERO, false);

  public MeetingEdit touched(Instant now) {
    return new MeetingEdit(changes + 1, touches + 1, now, canceled, moved, removed);
  }

  public MeetingEdit canceled(Instant now) {
    return new MeetingEdit(changes + 1, touches, now, Optional.of(now), moved, removed);
  }

  public MeetingEdit moved(Duration by, Instant now) {
    return new MeetingEdit(changes + 1, touches, now, canceled, moved.plus(by), removed);
  }

  public MeetingEdit removed(boolean gone) {
    return new MeetingEdit(changes, touches, at, canceled, moved, gone);
  }

  /** The meeting after all this; empty when it was removed. */
  public Optional<Meeting> applied(Meeting meeting) {
    if (removed) {
      return Optional.empty();
    }
    Optional<Cancellation> cancellation = canceled.map(when -> cancellation(meeting, when));
    return Optional.of(
        new Meeting(
            meeting.id(),
            meeting.offer(),
            meeting.hosts(),
            meeting.start().plus(moved),
            meeting.booked(),
            updated(meeting),
            meeting.canceled().or(() -> cancellation),
            meeting.calendarId(),
            meeting.place(),
            touches == 0 ? meeting.notes() : Texts.notes(touches) + " (" + touches + ")",
            meeting.invitees().stream().map(guest -> without(guest, cancellation)).toList()));
  }

  /** Later with each change, even while the clock stands still. */
  private Instant updated(Meeting meeting) {
    Instant last = at.isAfter(meeting.updated()) ? at : meeting.updated();
    return last.plusMillis(changes);
  }

  private static Cancellation cancellation(Meeting meeting, Instant when) {
    return new Cancellation(when, meeting.hosts().get(0).name(), "host", "Krank");
  }

  private static Guest without(Guest guest, Optional<Cancellation> gone) {
    if (gone.isEmpty() || guest.canceled().isPresent()) {
      return guest;
    }
    return new Guest(
        guest.number(),
        guest.person(),
        guest.booked(),
        gone.get().at(),
        gone,
        guest.rescheduled(),
        guest.oldUri(),
        guest.newUri(),
        guest.noShow(),
        guest.salt());
  }
}
