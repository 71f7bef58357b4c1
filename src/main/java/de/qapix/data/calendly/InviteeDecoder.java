package de.qapix.data.calendly;

import de.qapix.data.api.Fields;
import de.qapix.data.calendly.Invitee.Attendance;
import de.qapix.data.calendly.Invitee.Origin;
import de.qapix.data.calendly.Invitee.Payment;
import de.qapix.data.calendly.Invitee.Person;
import de.qapix.data.calendly.Invitee.Rescheduling;
import de.qapix.data.calendly.Invitee.Tracking;

/**
 * Reads invitees, as of developer.calendly.com, "List Event Invitees". Needed is what identifies
 * and places an invitee; all else is null where it cannot be read.
 */
final class InviteeDecoder {

  private InviteeDecoder() {}

  static Invitee decode(Fields fields) {
    String answers = fields.findListJson("questions_and_answers");
    String raw = fields.json();
    fields.identifier("event"); // which it has to have; the event that it was listed for counts
    return new Invitee(
        fields.identifier("uri"),
        fields.text("status"),
        person(fields),
        fields.findTime("created_at"),
        fields.findTime("updated_at"),
        rescheduling(fields),
        origin(fields),
        Cancellation.decode(fields),
        attendance(fields.inside("no_show"), fields.inside("reconfirmation")),
        payment(fields.inside("payment")),
        tracking(fields.inside("tracking")),
        answers == null ? "[]" : answers,
        raw,
        fields.hasOddities());
  }

  private static Person person(Fields fields) {
    return new Person(
        fields.findText("email"),
        fields.findText("name"),
        fields.findText("first_name"),
        fields.findText("last_name"),
        fields.findText("timezone"),
        fields.findText("text_reminder_number"));
  }

  private static Rescheduling rescheduling(Fields fields) {
    return new Rescheduling(
        fields.findFlag("rescheduled"),
        fields.findText("old_invitee"),
        fields.findText("new_invitee"),
        fields.findText("cancel_url"),
        fields.findText("reschedule_url"));
  }

  private static Origin origin(Fields fields) {
    return new Origin(
        fields.findText("routing_form_submission"),
        fields.findText("scheduling_method"),
        fields.findText("invitee_scheduled_by"));
  }

  private static Attendance attendance(Fields noShow, Fields reconfirmation) {
    return new Attendance(
        noShow.findText("uri"),
        noShow.findTime("created_at"),
        reconfirmation.findTime("created_at"),
        reconfirmation.findTime("confirmed_at"));
  }

  /** The amount is a number in some answers and a text in others. */
  private static Payment payment(Fields payment) {
    return new Payment(
        payment.findText("external_id"),
        payment.findText("provider"),
        payment.findAmount("amount"),
        payment.findText("currency"),
        payment.findText("terms"),
        payment.findFlag("successful"));
  }

  private static Tracking tracking(Fields tracking) {
    return new Tracking(
        tracking.findText("utm_campaign"),
        tracking.findText("utm_source"),
        tracking.findText("utm_medium"),
        tracking.findText("utm_content"),
        tracking.findText("utm_term"),
        tracking.findText("salesforce_uuid"));
  }
}
