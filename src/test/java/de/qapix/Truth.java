package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventGuest.CALENDLY_EVENT_GUEST;
import static de.qapix.db.qapix.tables.CalendlyEventHost.CALENDLY_EVENT_HOST;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.api.Json;
import de.qapix.db.public_.tables.records.CalendlyEventsRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import de.qapix.sandbox.SandboxServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Result;
import tools.jackson.databind.JsonNode;

/** All that the simulated Calendly knows of a window, to be compared with a database. */
record Truth(SandboxServer sandbox, Instant from, Instant until) {

  static Truth of(SandboxServer sandbox, Instant from, Instant until) {
    return new Truth(sandbox, from, until);
  }

  /** Compares everything, both ways, and returns how many events that were. */
  int assertStandsIn(DSLContext db) {
    List<? extends JsonNode> truth = sandbox.world().events(from, until);
    Map<String, CalendlyEventRecord> events =
        new HashMap<>(
            db.selectFrom(CALENDLY_EVENT)
                .where(CALENDLY_EVENT.DELETED_AT.isNull())
                .fetchMap(CALENDLY_EVENT.URI));
    Map<String, CalendlyEventsRecord> shared =
        db.selectFrom(CALENDLY_EVENTS).fetchMap(CALENDLY_EVENTS.CALENDLY_EVENT_URI);
    Map<String, Result<CalendlyInviteeRecord>> invitees =
        db.selectFrom(CALENDLY_INVITEE)
            .where(CALENDLY_INVITEE.DELETED_AT.isNull())
            .fetchGroups(CALENDLY_INVITEE.EVENT_URI);
    Map<String, List<String>> hosts =
        db.selectFrom(CALENDLY_EVENT_HOST)
            .fetchGroups(CALENDLY_EVENT_HOST.EVENT_URI, CALENDLY_EVENT_HOST.USER_URI);
    Map<String, List<String>> others =
        db.selectFrom(CALENDLY_EVENT_GUEST)
            .fetchGroups(CALENDLY_EVENT_GUEST.EVENT_URI, CALENDLY_EVENT_GUEST.EMAIL);
    assertThat(shared.keySet()).isEqualTo(events.keySet());
    for (JsonNode event : truth) {
      String uri = event.path("uri").stringValue();
      assertEvent(events.remove(uri), event);
      List<? extends JsonNode> guests = sandbox.world().invitees(uri);
      assertInvitees(invitees.get(uri), guests);
      assertShared(shared.get(uri), event, guests);
      assertThat(hosts.getOrDefault(uri, List.of()))
          .hasSize(event.path("event_memberships").size());
      assertThat(others.getOrDefault(uri, List.of())).hasSize(event.path("event_guests").size());
    }
    assertThat(events.values())
        .as("events that Calendly does not have")
        .allMatch(
            event -> event.getStartTime().isBefore(from) || !event.getStartTime().isBefore(until));
    return truth.size();
  }

  private static void assertInvitees(
      List<CalendlyInviteeRecord> rows, List<? extends JsonNode> guests) {
    Map<String, CalendlyInviteeRecord> byUri = new HashMap<>();
    (rows == null ? List.<CalendlyInviteeRecord>of() : rows)
        .forEach(row -> byUri.put(row.getUri(), row));
    guests.forEach(guest -> assertInvitee(byUri.remove(text(guest, "uri")), guest));
    assertThat(byUri).isEmpty();
  }

  private static void assertEvent(CalendlyEventRecord row, JsonNode truth) {
    assertThat(row).as(truth.toString()).isNotNull();
    assertThat(row.getRaw().data())
        .satisfies(raw -> assertThat(json(raw)).isEqualTo(storable(truth)));
    assertThat(row.getName()).isEqualTo(text(truth, "name"));
    assertThat(row.getStatus()).isEqualTo(text(truth, "status"));
    assertThat(row.getStartTime()).isEqualTo(text(truth, "start_time"));
    assertThat(row.getEndTime()).isEqualTo(text(truth, "end_time"));
    assertThat(row.getBookedAt()).isEqualTo(text(truth, "created_at"));
    assertThat(row.getUpdatedAt()).isEqualTo(text(truth, "updated_at"));
    assertThat(row.getNotesPlain()).isEqualTo(text(truth, "meeting_notes_plain"));
    assertThat(row.getLocationType()).isEqualTo(text(truth.path("location"), "type"));
    assertThat(row.getJoinUrl()).isEqualTo(text(truth.path("location"), "join_url"));
    assertThat(row.getCancelReason()).isEqualTo(text(truth.path("cancellation"), "reason"));
    assertThat(row.getCanceledAt()).isEqualTo(time(truth.path("cancellation"), "created_at"));
    assertThat(row.getInviteesActive())
        .isEqualTo(truth.path("invitees_counter").path("active").intValue());
  }

  private static void assertInvitee(CalendlyInviteeRecord row, JsonNode truth) {
    assertThat(row).as(truth.toString()).isNotNull();
    assertThat(json(row.getRaw().data())).isEqualTo(storable(truth));
    assertThat(row.getEmail()).isEqualTo(text(truth, "email"));
    assertThat(row.getName()).isEqualTo(text(truth, "name"));
    assertThat(row.getStatus()).isEqualTo(text(truth, "status"));
    assertThat(row.getOldInviteeUri()).isEqualTo(text(truth, "old_invitee"));
    assertThat(row.getNewInviteeUri()).isEqualTo(text(truth, "new_invitee"));
    assertThat(row.getRescheduled()).isEqualTo(truth.path("rescheduled").booleanValue());
    assertThat(row.getNoShowAt()).isEqualTo(time(truth.path("no_show"), "created_at"));
    assertThat(row.getUtmCampaign()).isEqualTo(text(truth.path("tracking"), "utm_campaign"));
    assertThat(row.getBookedAt()).isEqualTo(text(truth, "created_at"));
    if (truth.path("payment").isObject()) {
      assertThat(row.getPaymentAmount()).isEqualByComparingTo(new BigDecimal("149.90"));
    }
    assertThat(row.getDeletedAt()).isNull();
  }

  private static void assertShared(
      CalendlyEventsRecord row, JsonNode event, List<? extends JsonNode> guests) {
    assertThat(row).as(event.toString()).isNotNull();
    String uri = text(event, "uri");
    assertThat(row.getId()).isEqualTo("cal_" + uri.substring(uri.lastIndexOf('/') + 1));
    assertThat(row.getEventTypeName()).isEqualTo(text(event, "name"));
    assertThat(row.getMappedType()).isEqualTo(kind(text(event, "name")));
    assertThat(row.getStartTime()).isEqualTo(utc(text(event, "start_time")));
    assertThat(row.getEndTime()).isEqualTo(utc(text(event, "end_time")));
    assertThat(row.getStatus()).isEqualTo(text(event, "status"));
    assertThat(row.getHostEmail())
        .isEqualTo(text(event.path("event_memberships").path(0), "user_email"));
    assertThat(row.getInviteeEmail())
        .isEqualTo(guests.isEmpty() ? null : text(guests.get(0), "email"));
    assertThat(row.getUserId()).isNull();
  }

  private static String kind(String name) {
    if (name.startsWith("Erstgespräch")) {
      return "erstgespraech";
    }
    if (name.startsWith("Konzept")) {
      return "konzept";
    }
    if (name.startsWith("Umsetzung")) {
      return "umsetzung";
    }
    return name.startsWith("Service") ? "service" : "sonstiges";
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).isString() ? json.path(name).stringValue() : null;
  }

  private static Instant time(JsonNode json, String name) {
    return text(json, name) == null ? null : Instant.parse(text(json, name));
  }

  private static LocalDateTime utc(String time) {
    return LocalDateTime.ofInstant(Instant.parse(time), ZoneOffset.UTC).truncatedTo(MILLIS);
  }

  private static JsonNode json(String text) {
    return Json.find(text).orElseThrow();
  }

  /** As it has to be stored: canonical, and without what PostgreSQL refuses. */
  private static JsonNode storable(JsonNode truth) {
    String escaped = Json.canonical(truth).replace("\\u0000", "\ufffd");
    return json(Json.storable(escaped));
  }
}
