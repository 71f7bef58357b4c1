package de.qapix.sandbox;

import static de.qapix.sandbox.TestSandbox.LISTING;
import static de.qapix.sandbox.TestSandbox.window;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.meetings.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The simulated Calendly as a client sees it. */
class SandboxServerTest {

  @RegisterExtension private final TestSandbox sandbox = new TestSandbox();

  @Test
  void pages_show_every_event_of_the_window_once_and_in_order() throws Exception {
    sandbox.start(SandboxOptions.of(500, 1));
    List<String> starts = new ArrayList<>();
    List<String> uris = new ArrayList<>();

    for (JsonNode event : sandbox.all(window() + "&count=30")) {
      starts.add(event.path("start_time").stringValue());
      uris.add(event.path("uri").stringValue());
    }

    assertThat(starts).isSorted();
    assertThat(new HashSet<>(uris)).hasSameSizeAs(uris);
    assertThat(uris)
        .containsExactlyInAnyOrderElementsOf(
            sandbox.server().world().events(TestSandbox.FROM, TestSandbox.UNTIL).stream()
                .map(event -> event.path("uri").stringValue())
                .toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 3_000})
  void a_world_has_about_as_many_events_as_were_asked_for(int events) throws Exception {
    sandbox.start(SandboxOptions.of(events, 1));

    assertThat(sandbox.server().world().events(TestSandbox.FROM, TestSandbox.UNTIL).size())
        .isBetween(events * 95 / 100, events * 105 / 100);
  }

  @Test
  void the_same_seed_and_day_give_the_same_world_and_another_seed_another() throws Exception {
    sandbox.start(SandboxOptions.of(300, 5));

    assertThat(
            World.of(5, 300, sandbox.server().world().today())
                .events(TestSandbox.FROM, TestSandbox.UNTIL))
        .isEqualTo(sandbox.server().world().events(TestSandbox.FROM, TestSandbox.UNTIL));
    assertThat(
            World.of(6, 300, sandbox.server().world().today())
                .events(TestSandbox.FROM, TestSandbox.UNTIL))
        .isNotEqualTo(sandbox.server().world().events(TestSandbox.FROM, TestSandbox.UNTIL));
  }

  @Test
  void the_default_world_holds_whatever_makes_a_sync_hard() throws Exception {
    sandbox.start(SandboxOptions.of(500, 1));
    World world = sandbox.server().world();
    List<JsonNode> events = List.copyOf(world.events(TestSandbox.FROM, TestSandbox.UNTIL));
    List<JsonNode> invitees =
        events.stream()
            .flatMap(event -> world.invitees(event.path("uri").stringValue()).stream())
            .map(JsonNode.class::cast)
            .toList();

    assertThat(events).anyMatch(event -> event.path("status").asString("").equals("canceled"));
    assertThat(events).anyMatch(event -> event.path("event_memberships").size() > 1);
    assertThat(events).anyMatch(event -> !event.path("event_guests").isEmpty());
    assertThat(events).anyMatch(event -> event.path("location").isNull());
    assertThat(events).anyMatch(event -> event.path("location").path("data").has("password"));
    assertThat(events)
        .anyMatch(event -> event.path("invitees_counter").path("total").intValue() == 0);
    assertThat(events)
        .anyMatch(event -> event.path("invitees_counter").path("total").intValue() > 100);
    assertThat(events).anyMatch(event -> event.path("meeting_notes_plain").isString());
    assertThat(invitees).anyMatch(invitee -> invitee.path("rescheduled").booleanValue());
    assertThat(invitees).anyMatch(invitee -> invitee.path("old_invitee").isString());
    assertThat(invitees).anyMatch(invitee -> invitee.path("no_show").isObject());
    assertThat(invitees).anyMatch(invitee -> invitee.path("payment").path("amount").isString());
    assertThat(invitees).anyMatch(invitee -> invitee.path("payment").path("amount").isNumber());
  }

  @Test
  void nothing_of_the_default_world_is_what_calendly_cannot_send() throws Exception {
    sandbox.start(SandboxOptions.of(500, 1));

    for (int day = 0; day < 4; day++) {
      World world = sandbox.server().world();
      for (JsonNode event : world.events(TestSandbox.FROM, TestSandbox.UNTIL)) {
        assertCanBeSent(event);
        world.invitees(event.path("uri").stringValue()).forEach(SandboxServerTest::assertCanBeSent);
      }
      sandbox.pass(Duration.ofDays(1));
    }
  }

  private static void assertCanBeSent(JsonNode record) {
    String text = record.toString();
    assertThat(UTF_8.newEncoder().canEncode(text)).as(text).isTrue();
    assertThat(text).doesNotContain("\\u0000");
    assertThat(record.path("updated_at").stringValue())
        .isGreaterThanOrEqualTo(record.path("created_at").stringValue());
    assertThat(record.has("cancellation"))
        .isEqualTo(record.path("status").stringValue().equals("canceled"));
  }

  @Test
  void as_days_pass_events_keep_what_they_are_and_new_ones_are_booked_or_called_off()
      throws Exception {
    sandbox.start(SandboxOptions.of(500, 1));
    World today = sandbox.server().world();
    sandbox.pass(Duration.ofDays(3));
    World later = sandbox.server().world();

    List<String> before = uris(today);
    List<String> after = uris(later);
    assertThat(after).containsAll(before).hasSizeGreaterThan(before.size());
    assertThat(
            later.events(TestSandbox.FROM, TestSandbox.UNTIL).stream()
                .filter(SandboxServerTest::canceled)
                .count())
        .isGreaterThan(
            today.events(TestSandbox.FROM, TestSandbox.UNTIL).stream()
                .filter(SandboxServerTest::canceled)
                .count());
  }

  @Test
  void a_rescheduled_invitee_and_its_successor_can_be_followed_both_ways() throws Exception {
    sandbox.start(SandboxOptions.of(500, 1));
    World world = sandbox.server().world();
    JsonNode old =
        world.events(TestSandbox.FROM, TestSandbox.NOW).stream()
            .flatMap(event -> world.invitees(event.path("uri").stringValue()).stream())
            .filter(invitee -> invitee.path("rescheduled").booleanValue())
            .findFirst()
            .orElseThrow();

    String path = old.path("new_invitee").stringValue().substring(Team.API.length());
    JsonNode fresh = sandbox.get(path).body().path("resource");

    assertThat(fresh.path("old_invitee").stringValue()).isEqualTo(old.path("uri").stringValue());
    assertThat(fresh.path("rescheduled").booleanValue()).isFalse();
  }

  @Test
  void a_page_token_holds_for_its_own_request_only() throws Exception {
    sandbox.start(SandboxOptions.of(300, 1));
    String token =
        sandbox
            .get(LISTING + "&count=5")
            .body()
            .path("pagination")
            .path("next_page_token")
            .stringValue();

    TestSandbox.Answered other = sandbox.get(LISTING + "&count=6&page_token=" + token);

    assertThat(other.status()).isEqualTo(400);
    assertThat(other.body().path("details").path(0).path("parameter").stringValue())
        .isEqualTo("page_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scheduled_events",
        "/scheduled_events?count=0&user=x",
        "/scheduled_events?organization=nobody",
        "/event_types",
        "/organization_memberships"
      })
  void what_the_api_does_not_understand_is_a_400_with_details(String path) throws Exception {
    sandbox.start(SandboxOptions.of(10, 1));

    TestSandbox.Answered answer = sandbox.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("title").stringValue()).isEqualTo("Invalid Argument");
    assertThat(answer.body().path("details").isEmpty()).isFalse();
  }

  @Test
  void another_token_is_a_401_and_an_unknown_thing_a_404() throws Exception {
    sandbox.start(SandboxOptions.of(10, 1));

    assertThat(sandbox.get("/scheduled_events/nothing").status()).isEqualTo(404);
    assertThat(sandbox.get("/users/me", "wrong").status()).isEqualTo(401);
  }

  private static List<String> uris(World world) {
    return world.events(TestSandbox.FROM, TestSandbox.UNTIL).stream()
        .map(event -> event.path("uri").stringValue())
        .toList();
  }

  private static boolean canceled(JsonNode event) {
    return event.path("status").asString("").equals("canceled");
  }
}
