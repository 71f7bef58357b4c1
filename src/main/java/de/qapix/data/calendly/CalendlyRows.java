package de.qapix.data.calendly;

import de.qapix.db.qapix.tables.records.CalendlyEventGuestRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventHostRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;

/** The rows that events and invitees are in our tables. */
final class CalendlyRows {

  private CalendlyRows() {}

  static CalendlyEventRecord event(ScheduledEvent event) {
    CalendlyEventRecord row = new CalendlyEventRecord();
    row.setUri(event.key());
    row.setStatus(event.status());
    row.setStartTime(event.start());
    row.setEndTime(event.endTime());
    row.setBookedAt(event.bookedAt());
    row.setUpdatedAt(event.updatedAt());
    row.setName(event.description().name());
    row.setEventTypeUri(event.description().typeUri());
    row.setNotesPlain(event.description().notesPlain());
    row.setNotesHtml(event.description().notesHtml());
    row.setLocationType(event.location().type());
    row.setLocation(event.location().place());
    row.setJoinUrl(event.location().joinUrl());
    row.setLocationDetails(json(event.location().details()));
    row.setInviteesTotal(event.counter().total());
    row.setInviteesActive(event.counter().active());
    row.setInviteesLimit(event.counter().limit());
    row.setCanceledAt(event.cancellation().at());
    row.setCanceledBy(event.cancellation().by());
    row.setCancelerType(event.cancellation().cancelerType());
    row.setCancelReason(event.cancellation().reason());
    row.setCalendarKind(event.calendar().kind());
    row.setCalendarExternalId(event.calendar().externalId());
    row.setRaw(json(event.raw()));
    row.setFingerprint(event.fingerprint());
    return row;
  }

  static List<CalendlyEventHostRecord> hosts(ScheduledEvent event) {
    List<CalendlyEventHostRecord> rows = new ArrayList<>();
    for (ScheduledEvent.Host host : event.hosts()) {
      CalendlyEventHostRecord row = new CalendlyEventHostRecord();
      row.setEventUri(event.key());
      row.setUserUri(host.userUri());
      row.setPosition(rows.size());
      row.setEmail(host.email());
      row.setName(host.name());
      row.setBufferedStart(host.bufferedStart());
      row.setBufferedEnd(host.bufferedEnd());
      rows.add(row);
    }
    return rows;
  }

  static List<CalendlyEventGuestRecord> guests(ScheduledEvent event) {
    return event.guests().stream()
        .map(
            guest ->
                new CalendlyEventGuestRecord(
                    event.key(), guest.email(), guest.createdAt(), guest.updatedAt()))
        .toList();
  }

  /** Invitees belong to the event that they were listed for, whatever they say themselves. */
  static List<CalendlyInviteeRecord> invitees(Booking booking) {
    return booking.invitees().stream().map(invitee -> invitee(invitee, booking.key())).toList();
  }

  private static CalendlyInviteeRecord invitee(Invitee invitee, String event) {
    CalendlyInviteeRecord row = new CalendlyInviteeRecord();
    row.setUri(invitee.uri());
    row.setEventUri(event);
    row.setStatus(invitee.status());
    row.setBookedAt(invitee.bookedAt());
    row.setUpdatedAt(invitee.updatedAt());
    row.setQuestionsAndAnswers(json(invitee.answers()));
    row.setRaw(json(invitee.raw()));
    write(invitee.person(), row);
    write(invitee.rescheduling(), row);
    write(invitee.origin(), row);
    write(invitee.cancellation(), row);
    write(invitee.attendance(), row);
    write(invitee.payment(), row);
    write(invitee.tracking(), row);
    return row;
  }

  private static void write(Invitee.Person person, CalendlyInviteeRecord row) {
    row.setEmail(person.email());
    row.setName(person.name());
    row.setFirstName(person.firstName());
    row.setLastName(person.lastName());
    row.setTimezone(person.timezone());
    row.setTextReminderNumber(person.textReminderNumber());
  }

  private static void write(Invitee.Rescheduling rescheduling, CalendlyInviteeRecord row) {
    row.setRescheduled(rescheduling.rescheduled());
    row.setOldInviteeUri(rescheduling.oldUri());
    row.setNewInviteeUri(rescheduling.newUri());
    row.setCancelUrl(rescheduling.cancelUrl());
    row.setRescheduleUrl(rescheduling.rescheduleUrl());
  }

  private static void write(Invitee.Origin origin, CalendlyInviteeRecord row) {
    row.setRoutingFormSubmissionUri(origin.routingFormSubmissionUri());
    row.setSchedulingMethod(origin.schedulingMethod());
    row.setScheduledByUri(origin.scheduledByUri());
  }

  private static void write(Cancellation cancellation, CalendlyInviteeRecord row) {
    row.setCanceledAt(cancellation.at());
    row.setCanceledBy(cancellation.by());
    row.setCancelerType(cancellation.cancelerType());
    row.setCancelReason(cancellation.reason());
  }

  private static void write(Invitee.Attendance attendance, CalendlyInviteeRecord row) {
    row.setNoShowUri(attendance.noShowUri());
    row.setNoShowAt(attendance.noShowAt());
    row.setReconfirmationAskedAt(attendance.reconfirmationAskedAt());
    row.setReconfirmedAt(attendance.reconfirmedAt());
  }

  private static void write(Invitee.Payment payment, CalendlyInviteeRecord row) {
    row.setPaymentExternalId(payment.externalId());
    row.setPaymentProvider(payment.provider());
    row.setPaymentAmount(payment.amount());
    row.setPaymentCurrency(payment.currency());
    row.setPaymentTerms(payment.terms());
    row.setPaymentSuccessful(payment.successful());
  }

  private static void write(Invitee.Tracking tracking, CalendlyInviteeRecord row) {
    row.setUtmCampaign(tracking.campaign());
    row.setUtmSource(tracking.source());
    row.setUtmMedium(tracking.medium());
    row.setUtmContent(tracking.content());
    row.setUtmTerm(tracking.term());
    row.setSalesforceUuid(tracking.salesforceUuid());
  }

  private static JSONB json(String text) {
    return text == null ? null : JSONB.jsonb(text);
  }
}
