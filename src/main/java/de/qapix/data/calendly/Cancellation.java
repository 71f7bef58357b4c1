package de.qapix.data.calendly;

import de.qapix.data.api.Fields;
import java.time.Instant;

/** How an event or an invitee was canceled; all is null while it is active. */
record Cancellation(Instant at, String by, String cancelerType, String reason) {

  /** The key is absent while the event is active. */
  static Cancellation decode(Fields fields) {
    Fields cancellation = fields.inside("cancellation");
    return new Cancellation(
        cancellation.findTime("created_at"),
        cancellation.findText("canceled_by"),
        cancellation.findText("canceler_type"),
        cancellation.findText("reason"));
  }
}
