package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.Meeting.Guest;
import de.qapix.sandbox.meetings.Team;
import de.qapix.sandbox.meetings.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Invitees as the API sends them. */
final class InviteeJson {

  private static final List<String> CAMPAIGNS = List.of("herbst", "messe-köln", "newsletter");

  private InviteeJson() {}

  static ObjectNode of(Meeting meeting, Guest guest) {
    String uri = meeting.inviteeUri(guest);
    String id = uri.substring(uri.lastIndexOf('/') + 1);
    ObjectNode json = EventJson.JSON.objectNode();
    json.put("cancel_url", "https://calendly.com/cancellations/" + id);
    json.put("created_at", EventJson.time(guest.booked()));
    json.put("email", guest.person().email());
    json.put("event", meeting.uri());
    json.put("first_name", guest.person().first());
    json.putNull("invitee_scheduled_by");
    json.put("last_name", guest.person().last());
    json.put("name", guest.person().name());
    json.put("new_invitee", guest.newUri().orElse(null));
    noShow(guest, id, json);
    json.put("old_invitee", guest.oldUri().orElse(null));
    payment(guest, json);
    json.set("questions_and_answers", answers(guest));
    reconfirmation(guest, json);
    json.put("reschedule_url", "https://calendly.com/reschedulings/" + id);
    json.put("rescheduled", guest.rescheduled());
    json.putNull("routing_form_submission");
    json.put("scheduling_method", guest.salt() % 10 == 0 ? "instant_book" : null);
    json.put("status", guest.canceled().isPresent() ? "canceled" : "active");
    json.put("text_reminder_number", guest.salt() % 4 == 0 ? "+49 151 0000000" : null);
    json.put("timezone", guest.salt() % 5 == 0 ? "Europe/Vienna" : "Europe/Berlin");
    tracking(guest, json.putObject("tracking"));
    json.put("updated_at", EventJson.time(guest.updated()));
    json.put("uri", uri);
    guest.canceled().ifPresent(gone -> json.set("cancellation", EventJson.cancellation(gone)));
    return json;
  }

  private static void noShow(Guest guest, String id, ObjectNode json) {
    if (guest.noShow().isEmpty()) {
      json.putNull("no_show");
      return;
    }
    json.putObject("no_show")
        .put("uri", Team.API + "/invitee_no_shows/" + id)
        .put("created_at", EventJson.time(guest.noShow().get()));
  }

  /** The amount is a number in some answers and a text in others, as in the field. */
  private static void payment(Guest guest, ObjectNode json) {
    if (guest.salt() % 17 != 0) {
      json.putNull("payment");
      return;
    }
    ObjectNode payment = json.putObject("payment");
    payment.put("external_id", "ch_" + Long.toString(guest.salt(), 36));
    payment.put("provider", guest.salt() % 2 == 0 ? "stripe" : "paypal");
    if (guest.salt() % 34 == 0) {
      payment.put("amount", "149.90");
    } else {
      payment.put("amount", new BigDecimal("149.9"));
    }
    payment.put("currency", "EUR").putNull("terms").put("successful", true);
  }

  private static ArrayNode answers(Guest guest) {
    ArrayNode answers = EventJson.JSON.arrayNode();
    answers
        .addObject()
        .put("answer", Texts.answer(guest.salt()))
        .put("position", 0)
        .put("question", "Worum geht es Ihnen?");
    return answers;
  }

  private static void reconfirmation(Guest guest, ObjectNode json) {
    if (guest.salt() % 6 != 0) {
      json.putNull("reconfirmation");
      return;
    }
    json.putObject("reconfirmation")
        .put("created_at", EventJson.time(guest.booked().plus(Duration.ofHours(1))))
        .putNull("confirmed_at");
  }

  private static void tracking(Guest guest, ObjectNode tracking) {
    boolean tracked = guest.salt() % 3 == 0;
    tracking.put(
        "utm_campaign", tracked ? CAMPAIGNS.get((int) (guest.salt() % CAMPAIGNS.size())) : null);
    tracking.put("utm_source", tracked ? "google" : null);
    tracking.put("utm_medium", tracked ? "cpc" : null);
    tracking.putNull("utm_content").putNull("utm_term").putNull("salesforce_uuid");
  }
}
