package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events and invitees as an answer shows them.
 *
 * @param stale whether as they were before
 */
record ShownRecords(World world, Faults faults, boolean stale) {

  Meeting meeting(Meeting now) {
    return stale ? world.before(now) : now;
  }

  ObjectNode event(Meeting now) {
    ObjectNode json = EventJson.of(meeting(now));
    faults.poison(now).ifPresent(poison -> poison.spoilEvent(json));
    return json;
  }

  /**
   * @param meeting as it is to be shown
   */
  ObjectNode invitee(Meeting meeting, Meeting.Guest guest) {
    ObjectNode json = InviteeJson.of(meeting, guest);
    if (guest.number() == 0) {
      faults.poison(meeting).ifPresent(poison -> poison.spoilInvitee(json));
    }
    return json;
  }
}
