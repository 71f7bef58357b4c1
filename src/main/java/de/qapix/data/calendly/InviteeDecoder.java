package de.qapix.data.calendly;

import de.qapix.data.api.Fields;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import org.jooq.JSONB;

/**
 * Reads invitees, as of developer.calendly.com, "List Event Invitees". Needed is what identifies
 * and places an invitee; all else is null where it cannot be read.
 */
final class InviteeDecoder {

  private InviteeDecoder() {}

  static CalendlyInviteeRecord decode(Fields fields) {
    CalendlyInviteeRecord row = new CalendlyInviteeRecord();
    row.setUri(fields.identifier("uri"));
    row.setEventUri(fields.identifier("event"));
    row.setEmail(fields.findText("email"));
    row.setName(fields.findText("name"));
    row.setFirstName(fields.findText("first_name"));
    row.setLastName(fields.findText("last_name"));
    row.setStatus(fields.text("status"));
    row.setTimezone(fields.findText("timezone"));
    row.setBookedAt(fields.findTime("created_at"));
    row.setUpdatedAt(fields.findTime("updated_at"));
    row.setRescheduled(fields.findFlag("rescheduled"));
    row.setOldInviteeUri(fields.findText("old_invitee"));
    row.setNewInviteeUri(fields.findText("new_invitee"));
    row.setTextReminderNumber(fields.findText("text_reminder_number"));
    row.setRoutingFormSubmissionUri(fields.findText("routing_form_submission"));
    row.setSchedulingMethod(fields.findText("scheduling_method"));
    row.setScheduledByUri(fields.findText("invitee_scheduled_by"));
    row.setCancelUrl(fields.findText("cancel_url"));
    row.setRescheduleUrl(fields.findText("reschedule_url"));
    cancellation(fields.inside("cancellation"), row);
    attendance(fields, row);
    payment(fields.inside("payment"), row);
    tracking(fields.inside("tracking"), row);
    String answers = fields.findListJson("questions_and_answers");
    row.setQuestionsAndAnswers(JSONB.jsonb(answers == null ? "[]" : answers));
    row.setRaw(JSONB.jsonb(fields.json()));
    return row;
  }

  private static void cancellation(Fields cancellation, CalendlyInviteeRecord row) {
    row.setCanceledAt(cancellation.findTime("created_at"));
    row.setCanceledBy(cancellation.findText("canceled_by"));
    row.setCancelerType(cancellation.findText("canceler_type"));
    row.setCancelReason(cancellation.findText("reason"));
  }

  private static void attendance(Fields fields, CalendlyInviteeRecord row) {
    row.setNoShowUri(fields.inside("no_show").findText("uri"));
    row.setNoShowAt(fields.inside("no_show").findTime("created_at"));
    row.setReconfirmationAskedAt(fields.inside("reconfirmation").findTime("created_at"));
    row.setReconfirmedAt(fields.inside("reconfirmation").findTime("confirmed_at"));
  }

  /** The amount is a number in some answers and a text in others. */
  private static void payment(Fields payment, CalendlyInviteeRecord row) {
    row.setPaymentExternalId(payment.findText("external_id"));
    row.setPaymentProvider(payment.findText("provider"));
    row.setPaymentAmount(payment.findAmount("amount"));
    row.setPaymentCurrency(payment.findText("currency"));
    row.setPaymentTerms(payment.findText("terms"));
    row.setPaymentSuccessful(payment.findFlag("successful"));
  }

  private static void tracking(Fields tracking, CalendlyInviteeRecord row) {
    row.setUtmCampaign(tracking.findText("utm_campaign"));
    row.setUtmSource(tracking.findText("utm_source"));
    row.setUtmMedium(tracking.findText("utm_medium"));
    row.setUtmContent(tracking.findText("utm_content"));
    row.setUtmTerm(tracking.findText("utm_term"));
    row.setSalesforceUuid(tracking.findText("salesforce_uuid"));
  }
}
