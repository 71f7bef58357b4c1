package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with a record as it is sent. */
public enum RecordCorruption {
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
  STATUS_MISSING {
    @Override
    void spoilEvent(ObjectNode event) {
      event.remove("status");
    }
  },
  /** The event itself is fine. */
  INVITEE_STATUS_NO_TEXT {
    @Override
    void spoilInvitee(ObjectNode invitee) {
      invitee.put("status", 1);
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
  INVITEE_EMAIL_NO_TEXT {
    @Override
    void spoilInvitee(ObjectNode invitee) {
      invitee.putArray("email");
    }
  },
  /** Legal in JSON, and impossible in UTF-8 and in databases. */
  NOTES_WITH_HALF_AN_EMOJI {
    @Override
    void spoilEvent(ObjectNode event) {
      event.put("meeting_notes_plain", "Abgeschnittenes Emoji \ud83d");
    }
  },
  /** Legal in JSON, and impossible in PostgreSQL. */
  NOTES_WITH_NUL {
    @Override
    void spoilEvent(ObjectNode event) {
      event.put("meeting_notes_plain", "Eingefügt aus Excel:\u0000Zeile 2");
    }
  };

  /** One of the kinds; one that shows, even where nobody is invited. */
  static RecordCorruption of(int number, Meeting meeting) {
    RecordCorruption poison = values()[number];
    return poison.isOfInvitees() && meeting.invitees().isEmpty() ? START_MISSING : poison;
  }

  private boolean isOfInvitees() {
    return this == INVITEE_STATUS_NO_TEXT || this == INVITEE_EMAIL_NO_TEXT;
  }

  /** Whether the record lacks what it takes to know and place it; others can be kept. */
  public boolean costsTheRecord() {
    return switch (this) {
      case START_MISSING, START_NO_TIME, STATUS_MISSING, INVITEE_STATUS_NO_TEXT -> true;
      default -> false;
    };
  }

  void spoilEvent(ObjectNode event) {}

  /** Of the first one who booked. */
  void spoilInvitee(ObjectNode invitee) {}
}
