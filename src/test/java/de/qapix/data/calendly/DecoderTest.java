package de.qapix.data.calendly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Fields;
import de.qapix.data.api.Json;
import de.qapix.data.api.Page;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payloads in the shape of 2026, and the rows they become. */
class DecoderTest {

  private static final ApiRequest REQUEST = ApiRequest.get("/scheduled_events");

  @Test
  void an_event_keeps_calendlys_own_times_place_counter_and_cancellation() {
    List<ScheduledEvent> events = events("scheduled_events_page1");

    var canceled = events.get(1);
    assertThat(canceled.status()).isEqualTo("canceled");
    assertThat(canceled.bookedAt()).isEqualTo("2026-03-05T08:10:00.100Z");
    assertThat(canceled.updatedAt()).isEqualTo("2026-03-06T12:00:01Z");
    assertThat(canceled.cancellation().at()).isEqualTo("2026-03-06T12:00:00.900Z");
    assertThat(canceled.cancellation().by()).isEqualTo("Ada Host");
    assertThat(canceled.cancellation().cancelerType()).isEqualTo("host");
    assertThat(canceled.location().type()).isEqualTo("physical");
    assertThat(canceled.location().place()).isEqualTo("Main office");
    assertThat(canceled.hosts()).singleElement().extracting("email").isEqualTo("ada@example.com");
    var group = events.get(2);
    assertThat(group.counter().total()).isEqualTo(3);
    assertThat(group.counter().active()).isEqualTo(2);
    assertThat(group.location().joinUrl()).isEqualTo("https://zoom.us/j/123456789");
    assertThat(events.get(3).guests())
        .singleElement()
        .extracting("email")
        .isEqualTo("guest@example.com");
  }

  @Test
  void every_event_of_the_recorded_shapes_can_be_read() {
    assertThat(page("scheduled_events_page1", EventDecoder::decode).unreadable()).isEmpty();
    assertThat(page("scheduled_events_page2", EventDecoder::decode).unreadable()).isEmpty();
  }

  @Test
  void an_invitee_keeps_no_show_payment_tracking_answers_and_reconfirmation() {
    Invitee invitee = invitee("invitees_event1_noshow_payment_utm");

    assertThat(invitee.attendance().noShowAt()).isEqualTo("2026-03-10T10:05:00Z");
    assertThat(invitee.payment().amount()).isEqualByComparingTo(new BigDecimal("1234.56"));
    assertThat(invitee.payment().currency()).isEqualTo("USD");
    assertThat(invitee.tracking().source()).isEqualTo("newsletter");
    assertThat(invitee.tracking().salesforceUuid()).isEqualTo("5003000000D8cuIQAA");
    assertThat(invitee.attendance().reconfirmationAskedAt()).isEqualTo("2026-03-09T08:00:00Z");
    assertThat(invitee.attendance().reconfirmedAt()).isNull();
    assertThat(invitee.answers()).contains("A\\nB\\nOther: c");
    assertThat(invitee.person().textReminderNumber()).isEqualTo("+43 660 0000000");
  }

  @Test
  void both_sides_of_a_reschedule_point_to_each_other() {
    Invitee old = invitee("invitees_event5_reschedule_old");
    Invitee fresh = invitee("invitees_event6_reschedule_new");

    assertThat(old.rescheduling().rescheduled()).isTrue();
    assertThat(old.rescheduling().newUri()).isEqualTo(fresh.uri());
    assertThat(fresh.rescheduling().oldUri()).isEqualTo(old.uri());
  }

  @Test
  void a_start_that_is_no_time_makes_the_record_unreadable_and_names_the_field() {
    JsonNode body =
        Json.find(
                text("scheduled_events_page1")
                    .replaceFirst("\"start_time\": \"[^\"]*\"", "\"start_time\": \"soon\""))
            .orElseThrow();

    Page<ScheduledEvent> page = Page.read("event", REQUEST, body, EventDecoder::decode);

    assertThat(page.unreadable())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.reason()).isEqualTo("start_time is no time: soon");
              assertThat(record.key())
                  .isEqualTo(
                      "https://api.calendly.com/scheduled_events/0b0b0b0b-0000-4000-8000-000000000001");
            });
  }

  @Test
  void times_are_kept_to_the_microsecond_and_an_absurd_start_is_refused() {
    assertThat(events("scheduled_events_page1").get(0).start())
        .isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
    JsonNode absurd =
        Json.find(
                text("scheduled_events_page1")
                    .replaceFirst(
                        "\"start_time\": \"[^\"]*\"",
                        "\"start_time\": \"+120000-01-01T00:00:00Z\""))
            .orElseThrow();
    assertThat(Page.read("event", REQUEST, absurd, EventDecoder::decode).unreadable()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "7", "7.5", "true", "\"tomorrow\"", "[7]", "{\"de\": 7}"})
  void whatever_a_field_is_that_identifies_or_places_nothing_the_event_is_kept(String value) {
    JsonNode whole = Json.find(text("scheduled_events_page1")).orElseThrow().at("/collection/0");
    Set<String> needed = Set.of("uri", "status", "start_time");

    for (String name : whole.propertyNames()) {
      ScheduledEvent event = EventDecoder.decode(Fields.of(with(whole, name, value, needed)));

      assertThat(event.start()).isEqualTo("2026-03-10T09:00:00Z");
      assertThat(event.status()).isEqualTo("active");
    }
    ScheduledEvent bare = EventDecoder.decode(Fields.of(with(whole, "", value, needed)));
    assertThat(bare.updatedAt()).isNull();
    assertThat(bare.counter().total()).isNull();
    assertThat(bare.hosts()).isEmpty();
    assertThat(bare.end()).isEqualTo(bare.start());
    assertThat(bare.hasInvitees()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "7", "7.5", "true", "[7]", "{\"de\": 7}"})
  void whatever_a_field_is_that_identifies_or_places_nobody_the_invitee_is_kept(String value) {
    JsonNode whole =
        Json.find(text("invitees_event1_noshow_payment_utm")).orElseThrow().at("/collection/0");
    Fields fields = Fields.of(with(whole, "", value, Set.of("uri", "status", "event")));

    Invitee invitee = InviteeDecoder.decode(fields);

    assertThat(invitee.status()).isEqualTo("active");
    assertThat(invitee.person().email()).isNull();
    assertThat(invitee.updatedAt()).isNull();
    assertThat(invitee.attendance().noShowAt()).isNull();
    assertThat(invitee.payment().amount()).isNull();
    assertThat(fields.hasOddities()).isEqualTo(!value.isEmpty() && !value.equals("null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri", "status", "start_time"})
  void an_event_without_what_identifies_and_places_it_is_unreadable(String needed) {
    JsonNode whole = Json.find(text("scheduled_events_page1")).orElseThrow().at("/collection/0");
    ObjectNode lacking = (ObjectNode) whole.deepCopy();
    lacking.remove(needed);

    assertThatThrownBy(() -> EventDecoder.decode(Fields.of(lacking)))
        .hasMessage(needed + " is missing");
  }

  @Test
  void an_amount_that_no_database_holds_is_none() {
    JsonNode whole =
        Json.find(
                text("invitees_event1_noshow_payment_utm")
                    .replace("\"amount\": 1234.56", "\"amount\": 1e999999"))
            .orElseThrow();

    assertThat(InviteeDecoder.decode(Fields.of(whole.at("/collection/0"))).payment().amount())
        .isNull();
  }

  /**
   * The record with another value in this field, or in all but the needed ones.
   *
   * @param name empty for all
   * @param value JSON; empty for no field at all
   */
  private static JsonNode with(JsonNode whole, String name, String value, Set<String> needed) {
    ObjectNode changed = (ObjectNode) whole.deepCopy();
    for (String each : List.copyOf(whole.propertyNames())) {
      if (needed.contains(each) || !(name.isEmpty() || name.equals(each))) {
        continue;
      }
      if (value.isEmpty()) {
        changed.remove(each);
      } else {
        changed.set(each, Json.find(value).orElseThrow());
      }
    }
    return changed;
  }

  private static List<ScheduledEvent> events(String file) {
    return page(file, EventDecoder::decode).records();
  }

  private static Invitee invitee(String file) {
    return page(file, InviteeDecoder::decode).records().get(0);
  }

  private static <T> Page<T> page(String file, Function<Fields, T> decode) {
    return Page.read("event", REQUEST, Json.find(text(file)).orElseThrow(), decode);
  }

  private static String text(String file) {
    try (InputStream in = DecoderTest.class.getResourceAsStream("/calendly/" + file + ".json")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
