package de.qapix.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with a record so that it cannot be read, or not be stored. */
public enum Poison {
  START_MISSING {
    @Override
    void spoilEvent(ObjectNode event) {
      event.remove("start_time");
    }
  },
  START_NO_TIME {
    @Override
    void spoilEvent(ObjectNode event) {
      event.put("start_time", "tomorrow at ten");
    }
  },
  NAME_NO_TEXT {
    @Override
    void spoilEvent(ObjectNode event) {
      event.putObject("name").put("de", "Konzept");
    }
  },
  /** A time that Java can read and PostgreSQL cannot store. */
  END_TOO_LATE {
    @Override
    void spoilEvent(ObjectNode event) {
      event.put("end_time", "+300000-01-01T00:00:00.000000Z");
    }
  },
  COUNTER_A_TEXT {
    @Override
    void spoilEvent(ObjectNode event) {
      event.put("invitees_counter", "1");
    }
  },
  /** The event itself is fine. */
  EMAIL_MISSING {
    @Override
    void spoilInvitee(ObjectNode invitee) {
      invitee.remove("email");
    }
  };

  /** One of the kinds; one that shows, even where nobody is invited. */
  static Poison of(int number, Meeting meeting) {
    Poison poison = values()[number];
    return poison == EMAIL_MISSING && meeting.invitees().isEmpty() ? START_MISSING : poison;
  }

  void spoilEvent(ObjectNode event) {}

  void spoilInvitee(ObjectNode invitee) {}
}
