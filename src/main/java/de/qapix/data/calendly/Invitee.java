package de.qapix.data.calendly;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An invitee as Calendly shows it. What does not identify or place it is null where Calendly does
 * not say.
 *
 * @param bookedAt when it was made
 * @param answers to the questions of the form, as JSON
 * @param raw the invitee as it came, as JSON
 * @param odd whether one of its fields could not be read
 */
record Invitee(
    String uri,
    String status,
    Person person,
    Instant bookedAt,
    Instant updatedAt,
    Rescheduling rescheduling,
    Origin origin,
    Cancellation cancellation,
    Attendance attendance,
    Payment payment,
    Tracking tracking,
    String answers,
    String raw,
    boolean odd) {

  record Person(
      String email,
      String name,
      String firstName,
      String lastName,
      String timezone,
      String textReminderNumber) {}

  record Rescheduling(
      Boolean rescheduled, String oldUri, String newUri, String cancelUrl, String rescheduleUrl) {}

  /** By which way the event was booked. */
  record Origin(String routingFormSubmissionUri, String schedulingMethod, String scheduledByUri) {}

  record Attendance(
      String noShowUri, Instant noShowAt, Instant reconfirmationAskedAt, Instant reconfirmedAt) {}

  record Payment(
      String externalId,
      String provider,
      BigDecimal amount,
      String currency,
      String terms,
      Boolean successful) {}

  record Tracking(
      String campaign,
      String source,
      String medium,
      String content,
      String term,
      String salesforceUuid) {}
}
