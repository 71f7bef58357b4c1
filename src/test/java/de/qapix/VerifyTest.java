package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventGuest.CALENDLY_EVENT_GUEST;
import static de.qapix.db.qapix.tables.CalendlyEventHost.CALENDLY_EVENT_HOST;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static de.qapix.db.qapix.tables.CalendlyLook.CALENDLY_LOOK;
import static de.qapix.db.qapix.tables.CalendlySighting.CALENDLY_SIGHTING;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.ScriptedApi.Script;
import de.qapix.db.qapix.tables.records.CalendlyEventRecord;
import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;
import de.qapix.db.qapix.tables.records.CalendlySightingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code qapix verify} finds in a database that a sync has filled and somebody changed. */
class VerifyTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Script NOTHING = (path, number, usual) -> null;

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private Instant now = NOON;
  private Script script = NOTHING;
  private ScriptedApi api;
  private CalendlyEventRecord event;
  private CalendlyInviteeRecord invitee;

  @BeforeEach
  void sync() throws Exception {
    api =
        new ScriptedApi(100, () -> now, (path, number, usual) -> script.reply(path, number, usual));
    assertThat(run("sync", "--max-duration", "0").code()).isZero();
    event =
        database
            .sql()
            .selectFrom(CALENDLY_EVENT)
            .where(CALENDLY_EVENT.INVITEES_TOTAL.eq(1))
            .and(CALENDLY_EVENT.START_TIME.gt(NOON))
            .orderBy(CALENDLY_EVENT.START_TIME)
            .limit(1)
            .fetchSingle();
    invitee =
        database.sql().fetchSingle(CALENDLY_INVITEE, CALENDLY_INVITEE.EVENT_URI.eq(event.getUri()));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void after_a_sync_there_is_nothing_to_find() {
    Run run = verify();

    assertThat(run.code()).isZero();
    assertThat(words(run))
        .isEqualTo(
            """
            99 events compared, 99 with their invitees: no differences
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void a_changed_column_is_named_with_both_values() {
    event.setName("Anders");
    event.store();

    Run run = verify();

    assertThat(run.code()).isEqualTo(1);
    assertThat(words(run))
        .isEqualTo(
            """
            Different (1):
                COLUMN                     DATABASE  CALENDLY
            START  EVENT
                qapix.calendly_event.name  Anders    Kennenlernen

            99 events compared, 99 with their invitees: 1 difference in 1 event; qapix sync --full fixes this
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void the_german_words_are_as_complete() {
    event.setName(null);
    event.store();

    assertThat(words(verify("--lang", "de", "--sample", "0%", "--seed", "7")))
        .isEqualTo(
            """
            Verschieden (1):
                SPALTE                     DATENBANK  CALENDLY
            START  EVENT
                qapix.calendly_event.name  NULL       Kennenlernen

            99 Events verglichen, 0 mit Teilnehmern: 1 Unterschied in 1 Event; qapix sync --full behebt das
            Teilnehmer einer Stichprobe von 0% der Events; --seed 7 nimmt dieselbe Stichprobe noch einmal
            2026-08-25 bis 2026-12-23: N Anfragen in TIME
            """);
  }

  @Test
  void a_deleted_row_is_missing() {
    forget(event.getUri());

    assertThat(words(verify()))
        .isEqualTo(
            """
            Missing in the database (1):
                COLUMN                DATABASE  CALENDLY
            START  EVENT
                qapix.calendly_event  no row    a row

            99 events compared, 99 with their invitees: 1 difference in 1 event; qapix sync --full fixes this
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void a_row_that_calendly_does_not_have_is_extra_if_this_scope_has_listed_it() {
    String scope = database.sql().selectFrom(CALENDLY_SIGHTING).fetch().get(0).getScope();
    copyOfEvent("LISTED");
    copyOfEvent("FOREIGN");
    database
        .sql()
        .executeInsert(new CalendlySightingRecord(scope, event.getUri() + "LISTED", NOON));

    Run run = verify();

    assertThat(run.code()).isEqualTo(1);
    assertThat(words(run))
        .isEqualTo(
            """
            In the database, but not at Calendly (1):
                COLUMN                DATABASE  CALENDLY
            START  EVENTLISTED
                qapix.calendly_event  a row     no row

            99 events compared, 99 with their invitees: 1 difference in 1 event; qapix sync --full fixes this
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void a_changed_invitee_is_named_and_its_links_are_not_shown() {
    invitee.setEmail("anders@example.org");
    invitee.setCancelUrl("https://calendly.com/cancellations/geheim");
    invitee.store();

    assertThat(words(verify()))
        .isEqualTo(
            """
            Different (2):
                COLUMN                              DATABASE            CALENDLY
            START  EVENT  invitee INVITEE
                qapix.calendly_invitee.email        anders@example.org  thea.gaenssler226@example.com
                qapix.calendly_invitee."cancelUrl"  ***                 ***

            99 events compared, 99 with their invitees: 2 differences in 1 event; qapix sync --full fixes this
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void missing_and_extra_invitees_are_told_apart() {
    CalendlyInviteeRecord copy = invitee.copy();
    copy.setUri(invitee.getUri() + "COPY");
    copy.insert();
    invitee.delete();

    assertThat(words(verify()))
        .isEqualTo(
            """
            Missing in the database (1):
                COLUMN                  DATABASE  CALENDLY
            START  EVENT  invitee INVITEE
                qapix.calendly_invitee  no row    a row

            In the database, but not at Calendly (1):
                COLUMN                  DATABASE  CALENDLY
            START  EVENT  invitee INVITEECOPY
                qapix.calendly_invitee  a row     no row

            99 events compared, 99 with their invitees: 2 differences in 1 event; qapix sync --full fixes this
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void a_missing_and_a_changed_shared_row_are_named() {
    database
        .sql()
        .deleteFrom(CALENDLY_EVENTS)
        .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(event.getUri()))
        .execute();
    assertThat(words(verify()))
        .startsWith(
            """
            Missing in the database (1):
                COLUMN                  DATABASE  CALENDLY
            START  EVENT
                public.calendly_events  no row    a row

            """);

    assertThat(run("sync", "--max-duration", "0", "--full").code()).isZero();
    assertThat(verify().code()).isZero();

    database
        .sql()
        .update(CALENDLY_EVENTS)
        .set(CALENDLY_EVENTS.INVITEE_NAME, "Anders")
        .set(CALENDLY_EVENTS.MAPPED_TYPE, "anders")
        .set(CALENDLY_EVENTS.LEAD_ID, "lead_1")
        .where(CALENDLY_EVENTS.CALENDLY_EVENT_URI.eq(event.getUri()))
        .execute();
    assertThat(verify().out())
        .contains("public.calendly_events.\"inviteeName\"  Anders    " + invitee.getName())
        .contains("public.calendly_events.\"mappedType\"   anders    ")
        .contains(": 2 differences in 1 event;")
        .doesNotContain("leadId");
  }

  @Test
  void a_changed_host_is_named() {
    database
        .sql()
        .update(CALENDLY_EVENT_HOST)
        .set(CALENDLY_EVENT_HOST.NAME, "Anders")
        .where(CALENDLY_EVENT_HOST.EVENT_URI.eq(event.getUri()))
        .and(CALENDLY_EVENT_HOST.POSITION.eq(0))
        .execute();

    assertThat(words(verify("--sample", "0%")))
        .startsWith(
            """
            Different (1):
                COLUMN                          DATABASE  CALENDLY
            START  EVENT  host HOST
                qapix.calendly_event_host.name  Anders    Änne Überschär

            """);
  }

  @Test
  void what_changed_at_calendly_after_the_last_sync_is_no_error() {
    now = NOON.plus(Duration.ofDays(1));

    Run run = verify("--format", "json");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.json().path("newer").intValue()).isPositive();
    assertThat(run.json().path("differences").intValue()).isZero();
    assertThat(run.json().path("findings"))
        .allMatch(finding -> finding.path("newerAtCalendly").booleanValue());
    assertThat(verify().out())
        .contains("Newer at Calendly than the last sync (")
        .contains("; the next qapix sync brings them");
    assertThat(run("sync", "--max-duration", "0").code()).isZero();
    assertThat(verify("--format", "json").json().path("newer").intValue()).isZero();
  }

  @Test
  void an_error_among_newer_ones_is_still_an_error() {
    now = NOON.plus(Duration.ofDays(1));
    CalendlyEventRecord old =
        database
            .sql()
            .selectFrom(CALENDLY_EVENT)
            .orderBy(CALENDLY_EVENT.START_TIME)
            .limit(1)
            .offset(10)
            .fetchSingle();
    old.setCancelReason("anders");
    old.store();

    Run run = verify("--format", "json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("differences").intValue()).isEqualTo(1);
    assertThat(run.json().path("findings").path(0).path("event").stringValue())
        .isEqualTo(old.getUri());
    assertThat(run.json().path("findings").path(0).path("column").stringValue())
        .isEqualTo("\"cancelReason\"");
  }

  @Test
  void a_sample_reads_about_that_share_and_the_same_one_with_the_same_seed() {
    List<String> first = inviteesRead("--sample", "20%", "--seed", "3");
    List<String> again = inviteesRead("--sample", "20%", "--seed", "3");
    List<String> other = inviteesRead("--sample", "20%", "--seed", "4");

    assertThat(first).hasSizeBetween(10, 30).containsExactlyInAnyOrderElementsOf(again);
    assertThat(other).hasSizeBetween(10, 30).isNotEqualTo(first);
    assertThat(inviteesRead("--sample", "0%")).isEmpty();
  }

  @Test
  void a_seed_that_was_not_given_is_printed_so_that_it_can_be_given_again() {
    assertThat(words(verify("--sample", "12.5%")))
        .containsPattern("Invitees of a sample of 12.5% of the events; --seed \\d+ takes");
  }

  @Test
  void at_the_time_limit_it_says_what_share_was_verified() {
    api.requests().clear();
    script =
        (path, number, usual) ->
            path.equals("/scheduled_events") && number > 2
                ? new Reply(ScriptedApi.STALLING, usual.body(), List.of())
                : null;

    Run run = verify("--max-duration", "2s", "--sample", "0%", "--seed", "7");

    assertThat(run.code()).isEqualTo(3);
    assertThat(words(run))
        .isEqualTo(
            """
            Time limit of 2s reached after 50% of the window: 38 events compared, 0 with their invitees: no differences so far
            Invitees of a sample of 0% of the events; --seed 7 takes the same sample again
            2026-08-25 to 2026-12-23: N requests in TIME
            """);
  }

  @Test
  void no_secret_is_ever_printed() {
    database
        .sql()
        .update(CALENDLY_EVENT)
        .set(CALENDLY_EVENT.JOIN_URL, "https://zoom.example/j/1?pwd=geheim1")
        .set(CALENDLY_EVENT.LOCATION, "https://zoom.example/j/1?pwd=geheim2&x=1")
        .set(
            CALENDLY_EVENT.LOCATION_DETAILS,
            JSONB.jsonb("{\"data\": {\"password\": \"geheim3\"}, \"join_url\": \"geheim4\"}"))
        .set(CALENDLY_EVENT.RAW, JSONB.jsonb("{\"location\": {\"join_url\": \"geheim5\"}}"))
        .execute();
    database
        .sql()
        .update(CALENDLY_INVITEE)
        .set(CALENDLY_INVITEE.RAW, JSONB.jsonb("{\"cancel_url\": \"geheim6\"}"))
        .set(CALENDLY_INVITEE.CANCEL_URL, "geheim7")
        .set(CALENDLY_INVITEE.RESCHEDULE_URL, "geheim8")
        .execute();

    Run text = verify("--limit", "0");
    Run json = verify("--limit", "0", "--format", "json");

    for (Run run : List.of(text, json)) {
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("***")
          .doesNotContain("geheim", "cancellations/", "reschedulings/", "meet.google.com");
    }
  }

  @Test
  void a_sync_that_writes_a_newer_state_meanwhile_causes_no_alarm() {
    script =
        (path, number, usual) ->
            path.equals("/scheduled_events")
                ? Reply.of(200, usual.body().replace("Kennenlernen", "Vorgespräch"))
                : null;

    Run run = verify();

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(api.requests().contains("/scheduled_events/" + id())).isTrue();
  }

  @Test
  void records_that_cannot_be_read_are_named_and_known_ones_said_to_be_known() {
    script =
        (path, number, usual) ->
            path.equals("/scheduled_events/" + id() + "/invitees")
                ? Reply.of(200, usual.body().replace("\"status\"", "\"state\""))
                : null;

    assertThat(words(verify()))
        .isEqualTo(
            """
            Not readable (1):
                invitee INVITEE: status is missing

            99 events compared, 99 with their invitees: no differences
            1 record could not be read, of which none is known from a sync (qapix rejects)
            2026-08-25 to 2026-12-23: N requests in TIME
            """);

    assertThat(run("sync", "--max-duration", "0", "--full").code()).isZero();

    Run known = verify();
    assertThat(known.code()).isZero();
    assertThat(words(known))
        .contains("    invitee INVITEE: status is missing (known: qapix rejects)\n")
        .contains(
            "\n1 record could not be read, of which 1 is known from a sync (qapix rejects)\n");
  }

  @Test
  void a_record_that_postgresql_refuses_is_no_difference_that_a_sync_would_mend() {
    script =
        (path, number, usual) ->
            path.equals("/scheduled_events")
                ? Reply.of(
                    200,
                    usual
                        .body()
                        .replace(
                            "\"uri\":\"" + event.getUri() + "\"",
                            "\"x\":1e200000,\"uri\":\"" + event.getUri() + "\""))
                : null;
    forget(event.getUri());
    assertThat(run("sync", "--max-duration", "0").code()).isZero();

    Run run = verify();

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(words(run))
        .contains("    event EVENT: ")
        .contains("of which 1 is known from a sync");
  }

  @Test
  void what_is_advised_mends_more_than_a_fifth_of_a_month_that_is_gone() {
    List<String> month =
        api.sandbox().world().events(NOON, NOON.plus(Duration.ofDays(30))).stream()
            .map(each -> each.path("uri").stringValue())
            .toList();
    List<String> gone = month.subList(0, month.size() / 3);
    gone.forEach(api.sandbox()::remove);

    Run run = verify();

    assertThat(run.out())
        .contains(
            gone.size() + " events are gone from Calendly, more than a fifth of a 30-day slice");
    assertAdviceMends(run, "qapix sync --full --allow-mass-delete");
  }

  @Test
  void what_is_advised_has_the_window_that_was_verified() {
    assertThat(run("sync", "--max-duration", "0", "--days-back", "200").code()).isZero();
    database
        .sql()
        .update(CALENDLY_EVENT)
        .set(CALENDLY_EVENT.NAME, "Anders")
        .where(CALENDLY_EVENT.START_TIME.lt(NOON.minus(Duration.ofDays(100))))
        .execute();

    Run run = verify("--days-back", "200");

    assertAdviceMends(run, "qapix sync --full --days-back 200");
  }

  @Test
  void an_invitee_who_stayed_when_the_event_went_is_extra_and_a_sync_mends_that() {
    api.sandbox().remove(event.getUri());
    assertThat(run("sync", "--max-duration", "0").code()).isZero();
    assertThat(verify().code()).isZero();
    database
        .sql()
        .update(CALENDLY_INVITEE)
        .setNull(CALENDLY_INVITEE.DELETED_AT)
        .where(CALENDLY_INVITEE.EVENT_URI.eq(event.getUri()))
        .execute();

    Run run = verify();

    assertThat(words(run))
        .contains("START  EVENT  invitee INVITEE\n    qapix.calendly_invitee  a row     no row\n");
    assertAdviceMends(run, "qapix sync --full");
  }

  @Test
  void a_row_that_is_newer_than_what_calendly_says_is_said_to_be_left_by_a_sync() {
    event.setName("Anders");
    event.setUpdatedAt(event.getUpdatedAt().plus(Duration.ofDays(1)));
    event.store();

    Run run = verify();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("2 differences are in rows that are newer than at Calendly (\"updatedAt\")")
        .doesNotContain("fixes this");
    event.setUpdatedAt(Instant.EPOCH);
    event.store();
    assertAdviceMends(verify(), "qapix sync --full");
  }

  /** Does what is advised. */
  private void assertAdviceMends(Run run, String advice) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("; " + advice + " fixes this\n");
    List<String> arguments = new ArrayList<>(List.of(advice.split(" ")));
    arguments.remove(0);
    arguments.addAll(List.of("--max-duration", "0"));
    assertThat(run(arguments.toArray(String[]::new)).code()).isZero();
    int at = advice.indexOf("--days-back");
    Run again = at < 0 ? verify() : verify("--days-back", "200");
    assertThat(again.code()).as(again.out()).isZero();
  }

  @Test
  void the_first_differences_are_shown_and_the_others_counted() {
    database.sql().update(CALENDLY_EVENT).set(CALENDLY_EVENT.NOTES_HTML, "<b>anders</b>").execute();

    assertThat(verify("--limit", "3").out())
        .startsWith("Different (99):")
        .contains("\n... and 96 differences more; --limit 0 shows all\n");
    assertThat(verify("--limit", "0", "--format", "json").json().path("findings")).hasSize(99);
  }

  @Test
  void it_writes_nothing() {
    event.setName("Anders");
    event.store();
    List<String> before = rows();

    verify();

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void a_share_that_is_none_is_wrong_use() {
    Run run = verify("--sample", "120%");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            error: invalid share "120%"
            hint: write it like 1% or 0.5%, at most 100%
            """);
  }

  private Run verify(String... options) {
    List<String> arguments = new ArrayList<>(List.of("verify"));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private Run run(String... arguments) {
    return Run.command(Run.environment(database, api.address()), () -> now, arguments);
  }

  /** What was printed, with names for what another world would have otherwise. */
  private String words(Run run) {
    var host =
        database
            .sql()
            .selectFrom(CALENDLY_EVENT_HOST)
            .where(CALENDLY_EVENT_HOST.EVENT_URI.eq(event.getUri()))
            .and(CALENDLY_EVENT_HOST.POSITION.eq(0))
            .fetchOptional();
    String out = run.out().replace(invitee.getUri(), "INVITEE").replace(event.getUri(), "EVENT");
    if (host.isPresent()) {
      out = out.replace(host.get().getUserUri(), "HOST");
    }
    return out.replaceAll("\\d+ (requests|Anfragen) in \\S+", "N $1 in TIME")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "START");
  }

  private String id() {
    return event.getUri().substring(event.getUri().lastIndexOf('/') + 1);
  }

  private List<String> inviteesRead(String... options) {
    api.requests().clear();
    assertThat(verify(options).code()).isZero();
    return api.requests().stream()
        .filter(request -> request.contains("/invitees"))
        .sorted()
        .toList();
  }

  private void forget(String uri) {
    var db = database.sql();
    db.deleteFrom(CALENDLY_LOOK).where(CALENDLY_LOOK.EVENT_URI.eq(uri)).execute();
    db.deleteFrom(CALENDLY_SIGHTING).where(CALENDLY_SIGHTING.EVENT_URI.eq(uri)).execute();
    db.deleteFrom(CALENDLY_EVENT_HOST).where(CALENDLY_EVENT_HOST.EVENT_URI.eq(uri)).execute();
    db.deleteFrom(CALENDLY_EVENT_GUEST).where(CALENDLY_EVENT_GUEST.EVENT_URI.eq(uri)).execute();
    db.deleteFrom(CALENDLY_INVITEE).where(CALENDLY_INVITEE.EVENT_URI.eq(uri)).execute();
    db.deleteFrom(CALENDLY_EVENT).where(CALENDLY_EVENT.URI.eq(uri)).execute();
  }

  private void copyOfEvent(String suffix) {
    CalendlyEventRecord copy = event.copy();
    copy.setUri(event.getUri() + suffix);
    copy.insert();
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String table : List.of("qapix.calendly_event", "qapix.run", "qapix.sweep", "qapix.lock")) {
      rows.addAll(
          database
              .sql()
              .fetch("select ctid::text || xmin::text || xmax::text from " + table + " order by 1")
              .into(String.class));
    }
    return rows;
  }
}
