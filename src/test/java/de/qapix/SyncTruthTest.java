package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventGuest.CALENDLY_EVENT_GUEST;
import static de.qapix.db.qapix.tables.CalendlyEventHost.CALENDLY_EVENT_HOST;
import static de.qapix.db.qapix.tables.CalendlyEventType.CALENDLY_EVENT_TYPE;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.api.Json;
import de.qapix.db.public_.tables.records.CalendlyEventsRecord;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What stands in PostgreSQL after a sync, against all that the simulated Calendly knows. */
class SyncTruthTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private Instant now = NOON;
  private SandboxServer sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxServer.start(SandboxOptions.of(400, 7), () -> now);
    sandbox.onRequest(requests::add);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void the_rows_are_what_calendly_knows_event_by_event_and_invitee_by_invitee() {
    JsonNode result = sync("--max-duration", "0").json();

    int events = assertTruth();
    assertThat(result.path("success").booleanValue()).isTrue();
    assertThat(result.has("partial")).isFalse();
    assertThat(result.path("syncedCount").intValue()).isEqualTo(events);
    assertThat(result.path("total").intValue()).isEqualTo(events);
    assertThat(result.path("added").intValue()).isEqualTo(events);
    assertThat(database.sql().fetchCount(CALENDLY_EVENT_TYPE)).isEqualTo(7);
  }

  @Test
  void a_second_run_touches_no_row_and_asks_for_no_invitees() {
    sync("--max-duration", "0");
    List<String> before = versions();
    requests.clear();

    JsonNode result = sync().json();

    assertThat(versions()).isEqualTo(before);
    assertThat(requests).noneMatch(request -> request.contains("/invitees"));
    assertThat(result.path("unchanged").intValue()).isEqualTo(result.path("total").intValue());
  }

  @Test
  void as_days_pass_each_sync_brings_the_rows_to_the_state_of_the_day() {
    for (int day = 0; day < 6; day++) {
      sync("--max-duration", "0");
      assertTruth();
      now = now.plus(Duration.ofDays(1)).plus(Duration.ofHours(1));
    }
  }

  @Test
  void invitees_of_an_unchanged_event_are_read_again_an_hour_and_a_day_after_its_end() {
    sync("--max-duration", "0", "--days-back", "0", "--days-forward", "1");
    CalendlyEventRecord event =
        database
            .sql()
            .selectFrom(CALENDLY_EVENT)
            .where(CALENDLY_EVENT.INVITEES_TOTAL.eq(1))
            .orderBy(CALENDLY_EVENT.START_TIME)
            .limit(1)
            .fetchSingle();
    String invitees = event.getUri().substring("https://api.calendly.com".length()) + "/invitees";
    requests.clear();

    now = event.getEndTime().plus(Duration.ofMinutes(59));
    sync("--days-back", "2", "--days-forward", "0");
    assertThat(requests).noneMatch(request -> request.contains(invitees));

    now = event.getEndTime().plus(Duration.ofMinutes(61));
    sync("--days-back", "2", "--days-forward", "0");
    assertThat(requests).anyMatch(request -> request.contains(invitees));
  }

  private Run sync(String... options) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--format", "json"));
    arguments.addAll(List.of(options));
    Map<String, String> environment = Run.environment(database, sandbox.address().toString());
    Run run = Run.command(environment, () -> now, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private List<String> versions() {
    List<String> versions = new ArrayList<>();
    for (String table :
        List.of(
            "qapix.calendly_event",
            "qapix.calendly_event_host",
            "qapix.calendly_event_guest",
            "qapix.calendly_event_type",
            "qapix.calendly_invitee",
            "calendly_events")) {
      versions.addAll(
          database
              .sql()
              .fetch("select ctid::text || xmin::text || xmax::text from " + table + " order by 1")
              .into(String.class));
    }
    return versions;
  }

  /** Compares everything and returns how many events that were. */
  private int assertTruth() {
    DSLContext db = database.sql();
    Instant second = now.truncatedTo(SECONDS);
    var truth =
        sandbox.world().events(second.minus(Duration.ofDays(90)), second.plus(Duration.ofDays(30)));
    Map<String, CalendlyEventRecord> events =
        db.selectFrom(CALENDLY_EVENT).fetchMap(CALENDLY_EVENT.URI);
    Map<String, CalendlyEventsRecord> shared =
        db.selectFrom(CALENDLY_EVENTS).fetchMap(CALENDLY_EVENTS.CALENDLY_EVENT_URI);
    Map<String, CalendlyInviteeRecord> invitees =
        db.selectFrom(CALENDLY_INVITEE).fetchMap(CALENDLY_INVITEE.URI);
    Map<String, List<String>> hosts =
        db.selectFrom(CALENDLY_EVENT_HOST)
            .fetchGroups(CALENDLY_EVENT_HOST.EVENT_URI, CALENDLY_EVENT_HOST.USER_URI);
    Map<String, List<String>> others =
        db.selectFrom(CALENDLY_EVENT_GUEST)
            .fetchGroups(CALENDLY_EVENT_GUEST.EVENT_URI, CALENDLY_EVENT_GUEST.EMAIL);
    int expectedInvitees = 0;
    for (JsonNode event : truth) {
      String uri = event.path("uri").stringValue();
      assertEvent(events.get(uri), event);
      List<? extends JsonNode> guests = sandbox.world().invitees(uri);
      guests.forEach(guest -> assertInvitee(invitees.get(guest.path("uri").stringValue()), guest));
      assertShared(shared.get(uri), event, guests);
      assertThat(hosts.getOrDefault(uri, List.of()))
          .hasSize(event.path("event_memberships").size());
      assertThat(others.getOrDefault(uri, List.of())).hasSize(event.path("event_guests").size());
      expectedInvitees += guests.size();
    }
    assertThat(events.values()).allMatch(event -> event.getDeletedAt() == null);
    assertThat(shared).hasSameSizeAs(events);
    assertThat(invitees).hasSizeGreaterThanOrEqualTo(expectedInvitees);
    return truth.size();
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
