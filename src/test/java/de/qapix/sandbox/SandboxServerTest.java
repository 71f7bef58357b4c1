package de.qapix.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Calendly as a client sees it. */
class SandboxServerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCOPE = "organization=" + Team.ORGANIZATION;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong ticker = new AtomicLong();
  private Instant now = NOW;
  private SandboxServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pages_show_every_event_of_the_window_once_and_in_order() throws Exception {
    start(SandboxOptions.of(500, 1));
    List<String> starts = new ArrayList<>();
    List<String> uris = new ArrayList<>();

    for (JsonNode event :
        all("/scheduled_events?count=30&sort=start_time:asc&" + SCOPE + window())) {
      starts.add(event.path("start_time").stringValue());
      uris.add(event.path("uri").stringValue());
    }

    assertThat(starts).isSorted();
    assertThat(new HashSet<>(uris)).hasSameSizeAs(uris);
    assertThat(uris)
        .containsExactlyInAnyOrderElementsOf(
            server.world().events(from(), until()).stream()
                .map(event -> event.path("uri").stringValue())
                .toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 3_000})
  void a_world_has_about_as_many_events_as_were_asked_for(int events) throws Exception {
    start(SandboxOptions.of(events, 1));

    assertThat(server.world().events(from(), until()).size())
        .isBetween(events * 95 / 100, events * 105 / 100);
  }

  @Test
  void the_same_seed_and_day_give_the_same_world_and_another_seed_another() throws Exception {
    start(SandboxOptions.of(300, 5));

    assertThat(World.of(5, 300, server.world().today()).events(from(), until()))
        .isEqualTo(server.world().events(from(), until()));
    assertThat(World.of(6, 300, server.world().today()).events(from(), until()))
        .isNotEqualTo(server.world().events(from(), until()));
  }

  @Test
  void the_default_world_holds_whatever_makes_a_sync_hard() throws Exception {
    start(SandboxOptions.of(500, 1));
    World world = server.world();
    List<JsonNode> events = List.copyOf(world.events(from(), until()));
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
    assertThat(invitees).anyMatch(invitee -> answer(invitee).indexOf('\0') >= 0);
    assertThat(invitees).anyMatch(invitee -> answer(invitee).endsWith("\ud83d"));
  }

  @Test
  void as_days_pass_events_keep_what_they_are_and_new_ones_are_booked_or_called_off()
      throws Exception {
    start(SandboxOptions.of(500, 1));
    World today = server.world();
    now = NOW.plus(Duration.ofDays(3));
    World later = server.world();

    List<String> before = uris(today);
    List<String> after = uris(later);
    assertThat(after).containsAll(before).hasSizeGreaterThan(before.size());
    assertThat(later.events(from(), until()).stream().filter(SandboxServerTest::canceled).count())
        .isGreaterThan(
            today.events(from(), until()).stream().filter(SandboxServerTest::canceled).count());
  }

  @Test
  void a_rescheduled_invitee_and_its_successor_can_be_followed_both_ways() throws Exception {
    start(SandboxOptions.of(500, 1));
    World world = server.world();
    JsonNode old =
        world.events(from(), NOW).stream()
            .flatMap(event -> world.invitees(event.path("uri").stringValue()).stream())
            .filter(invitee -> invitee.path("rescheduled").booleanValue())
            .findFirst()
            .orElseThrow();

    String path = old.path("new_invitee").stringValue().substring(Team.API.length());
    JsonNode fresh = get(path).body().path("resource");

    assertThat(fresh.path("old_invitee").stringValue()).isEqualTo(old.path("uri").stringValue());
    assertThat(fresh.path("rescheduled").booleanValue()).isFalse();
  }

  @Test
  void a_page_token_holds_for_its_own_request_only() throws Exception {
    start(SandboxOptions.of(300, 1));
    String token =
        get("/scheduled_events?count=5&" + SCOPE)
            .body()
            .path("pagination")
            .path("next_page_token")
            .stringValue();

    Answered other = get("/scheduled_events?count=6&" + SCOPE + "&page_token=" + token);

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
    start(SandboxOptions.of(10, 1));

    Answered answer = get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("title").stringValue()).isEqualTo("Invalid Argument");
    assertThat(answer.body().path("details").isEmpty()).isFalse();
  }

  @Test
  void another_token_is_a_401_and_an_unknown_thing_a_404() throws Exception {
    start(SandboxOptions.of(10, 1));

    assertThat(get("/scheduled_events/nothing").status()).isEqualTo(404);
    assertThat(send("/users/me", "wrong").status()).isEqualTo(401);
  }

  @Test
  void the_limit_is_told_with_each_answer_and_after_it_comes_429_until_the_minute_is_over()
      throws Exception {
    start(new SandboxOptions(10, 1, Duration.ZERO, 2, 0));

    assertThat(get("/users/me").remaining()).isEqualTo("1");
    assertThat(get("/users/me").remaining()).isEqualTo("0");
    assertThat(get("/users/me").status()).isEqualTo(429);
    ticker.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(get("/users/me").status()).isEqualTo(200);
  }

  private record Answered(int status, JsonNode body, String remaining) {}

  private void start(SandboxOptions options) throws IOException {
    server = SandboxServer.start(options, () -> now, ticker::get);
  }

  private Answered get(String path) throws Exception {
    return send(path, SandboxServer.TOKEN);
  }

  private Answered send(String path, String token) throws Exception {
    URI address = path.startsWith("http") ? URI.create(path) : URI.create(server.address() + path);
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answered(
        response.statusCode(),
        JSON.readTree(response.body()),
        response.headers().firstValue("X-RateLimit-Remaining").orElse(""));
  }

  private List<JsonNode> all(String path) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (String next = path; next != null; ) {
      JsonNode page = get(next).body();
      page.path("collection").forEach(all::add);
      next = page.path("pagination").path("next_page").asString(null);
    }
    return all;
  }

  private static String window() {
    return "&min_start_time="
        + EventJson.time(from())
        + "&max_start_time="
        + EventJson.time(until());
  }

  private static Instant from() {
    return NOW.minus(Duration.ofDays(90));
  }

  private static Instant until() {
    return NOW.plus(Duration.ofDays(30));
  }

  private static List<String> uris(World world) {
    return world.events(from(), until()).stream()
        .map(event -> event.path("uri").stringValue())
        .toList();
  }

  private static boolean canceled(JsonNode event) {
    return event.path("status").asString("").equals("canceled");
  }

  private static String answer(JsonNode invitee) {
    return Stream.of(invitee.path("questions_and_answers").path(0).path("answer").asString(""))
        .findFirst()
        .orElseThrow();
  }
}
