package de.qapix.sandbox;

import static de.qapix.sandbox.TestSandbox.FROM;
import static de.qapix.sandbox.TestSandbox.NOW;
import static de.qapix.sandbox.TestSandbox.UNTIL;
import static de.qapix.sandbox.TestSandbox.window;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.sandbox.TestSandbox.Answered;
import de.qapix.sandbox.limit.RateLimit;
import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.Team;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Trouble with answers, as a client meets it. */
class SandboxFaultsTest {

  private static final String ME = Team.HOSTS.get(0).uri();

  @RegisterExtension private final TestSandbox sandbox = new TestSandbox();

  @ParameterizedTest
  @CsvSource({
    "500, 500, application/json",
    "502, 502, text/html",
    "503, 503, application/json",
    "429, 429, application/json",
    "401, 401, application/json",
    "html, 200, text/html",
    "empty, 200, application/json",
    "truncated, 200, application/json"
  })
  void an_answer_has_the_status_and_type_of_its_fault(String kind, int status, String type)
      throws Exception {
    start(kind + "=100%");

    Answered answer = sandbox.get("/users/me");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith(type);
  }

  @Test
  void a_429_tells_when_to_come_back_in_seconds_and_as_a_date_in_turn() throws Exception {
    start("429=100%");

    assertThat(sandbox.get("/users/me").header("Retry-After")).isEqualTo("1");
    String date = sandbox.get("/users/me").header("Retry-After");
    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .isBetween(NOW, NOW.plusSeconds(3));
    assertThat(sandbox.get("/users/me").header("Retry-After")).isEqualTo("1");
  }

  @Test
  void a_truncated_body_is_as_long_as_its_header_says_and_no_json() throws Exception {
    start("truncated=100%");

    Answered answer = sandbox.get("/users/me");

    assertThat(answer.header("Content-Length"))
        .isEqualTo("" + answer.text().getBytes(UTF_8).length);
    assertThat(answer.text()).startsWith("{").doesNotEndWith("}");
  }

  @Test
  void an_empty_body_is_empty() throws Exception {
    start("empty=100%");

    assertThat(sandbox.get("/users/me").text()).isEmpty();
  }

  @Test
  void a_reset_ends_the_connection_in_mid_body() throws Exception {
    start("reset=100%");

    assertThatThrownBy(() -> sandbox.get("/users/me")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stall", "hang"})
  void what_stalls_or_hangs_ends_when_the_server_closes(String kind) throws Exception {
    start(kind + "=100%");
    CompletableFuture<Answered> asked = sandbox.ask("/users/me");
    assertThatThrownBy(() -> asked.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    sandbox.server().close();

    assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void a_slow_answer_is_whole() throws Exception {
    sandbox.start(SandboxOptions.of(10, 1).with(FaultSpec.parse("slow=100%", 3)));

    assertThat(sandbox.get("/users/me").body().has("resource")).isTrue();
    assertThat(sandbox.server().served().faults(Fault.SLOW)).isEqualTo(1);
  }

  @Test
  void a_404_befalls_invitees_and_nothing_else() throws Exception {
    start("404=100%");
    Meeting meeting =
        sandbox.server().world().meetings(FROM, UNTIL, false).findFirst().orElseThrow();

    assertThat(sandbox.get("/scheduled_events/" + meeting.id() + "/invitees").status())
        .isEqualTo(404);
    assertThat(sandbox.get("/scheduled_events/" + meeting.id()).status()).isEqualTo(200);
    assertThat(sandbox.server().served().faults(Fault.NOT_FOUND)).isEqualTo(1);
  }

  @Test
  void an_expired_page_token_befalls_further_pages_and_names_the_parameter() throws Exception {
    start("token-expired=100%");

    Answered first = sandbox.get(window() + "&count=10");
    Answered second = sandbox.get(first.body().path("pagination").path("next_page").stringValue());

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body().path("details").path(0).path("parameter").stringValue())
        .isEqualTo("page_token");
  }

  @Test
  void a_revoked_token_works_for_so_many_requests_and_then_no_more() throws Exception {
    start("revoked=2");

    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
    assertThat(sandbox.get("/users/me").status()).isEqualTo(401);
    assertThat(sandbox.get("/users/me").status()).isEqualTo(401);
  }

  @Test
  void a_missing_scope_is_refused_by_what_needs_it_and_named() throws Exception {
    start("scope-missing=organizations:read+event_types:read");

    Answered refused = sandbox.get("/organization_memberships?user=" + ME);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("title").stringValue()).isEqualTo("Insufficient scope");
    assertThat(refused.body().path("required_scopes").values())
        .extracting(JsonNode::stringValue)
        .containsExactly("organizations:read");
    assertThat(sandbox.get("/event_types?user=" + ME).body().path("required_scopes").get(0))
        .isEqualTo(StringNode.valueOf("event_types:read"));
    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
    assertThat(sandbox.get(window()).status()).isEqualTo(200);
    assertThat(sandbox.server().served().faults(Fault.SCOPE_MISSING)).isEqualTo(2);
  }

  @Test
  void a_demoted_owner_sees_his_own_events_and_no_others() throws Exception {
    start("demoted=1");
    assertThat(sandbox.get(window()).status()).isEqualTo(200);

    JsonNode membership =
        sandbox.get("/organization_memberships?user=" + ME).body().path("collection").get(0);

    assertThat(membership.path("role").stringValue()).isEqualTo("user");
    assertThat(sandbox.get(window()).status()).isEqualTo(403);
    List<Meeting> meetings = sandbox.server().world().meetings(FROM, UNTIL, false).toList();
    Meeting own = meetings.stream().filter(each -> each.isHeldBy(ME)).findFirst().orElseThrow();
    Meeting others = meetings.stream().filter(each -> !each.isHeldBy(ME)).findFirst().orElseThrow();
    assertThat(sandbox.get("/scheduled_events/" + own.id()).status()).isEqualTo(200);
    assertThat(sandbox.get("/scheduled_events/" + others.id()).status()).isEqualTo(403);
    assertThat(sandbox.all("/scheduled_events?count=100&user=" + ME))
        .allMatch(event -> event.path("event_memberships").toString().contains(ME));
  }

  @Test
  void a_huge_body_is_half_a_gigabyte_that_nobody_announced() throws Exception {
    start("huge=100%");
    URI address = URI.create(sandbox.server().address() + "/users/me");
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + SandboxServer.TOKEN);

    try (InputStream body = connection.getInputStream()) {
      assertThat(connection.getContentLengthLong()).isEqualTo(-1);
      body.skipNBytes(100_000_000);
      assertThat(body.read()).isEqualTo(' ');
    } finally {
      connection.disconnect();
    }
  }

  @Test
  void an_echo_repeats_the_token() throws Exception {
    start("echo=100%");

    Answered answer = sandbox.get("/users/me", "my-own-secret");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("message").stringValue()).contains("Bearer my-own-secret");
  }

  @Test
  void an_error_text_may_hold_what_a_terminal_would_obey() throws Exception {
    start("control=100%");

    assertThat(sandbox.get("/users/me").body().path("message").stringValue())
        .contains("\0", "\33[31m", "\u009b");
  }

  @Test
  void trouble_can_be_switched_off_while_it_runs() throws Exception {
    start("500=100%");
    assertThat(sandbox.get("/users/me").status()).isEqualTo(500);

    sandbox.server().faults(Faults.NONE);

    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
    assertThat(sandbox.server().served().troubled()).isEqualTo(1);
  }

  @Test
  void faults_carry_the_headers_of_the_limit_and_count_against_it() throws Exception {
    sandbox.start(
        SandboxOptions.of(10, 1).with(RateLimit.perMinute(2)).with(FaultSpec.parse("503=100%", 1)));

    assertThat(sandbox.get("/users/me").header("X-RateLimit-Remaining")).isEqualTo("1");
    assertThat(sandbox.get("/users/me").status()).isEqualTo(503);
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
    assertThat(sandbox.server().served().faults(Fault.UNAVAILABLE)).isEqualTo(2);
  }

  @Test
  void shares_are_kept_and_the_same_requests_meet_the_same_trouble_for_a_seed() {
    Faults faults = FaultSpec.parse("500=5%, stall=0.5%,poison=50%", 7);

    assertThat(count(faults, Fault.INTERNAL_ERROR)).isBetween(4_500L, 5_500L);
    assertThat(count(faults, Fault.STALL)).isBetween(400L, 600L);
    assertThat(drawn(faults, 1_000))
        .isEqualTo(drawn(FaultSpec.parse("500=5%,stall=0.5%", 7), 1_000));
    assertThat(drawn(faults, 1_000))
        .isNotEqualTo(drawn(FaultSpec.parse("500=5%,stall=0.5%", 8), 1_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500=5%,nonsense=1%  | KIND  | nonsense=1%",
        "''                  | KIND  | ''",
        "500                 | SHARE | 500",
        "500=5               | SHARE | 500=5",
        "500=101%            | SHARE | 500=101%",
        "revoked=5%          | SHARE | revoked=5%",
        "demoted=5%          | SHARE | demoted=5%",
        "scope-missing=5%    | SHARE | scope-missing=5%",
        "scope-missing=a:read| SHARE | scope-missing=a:read",
        "revoked=1,revoked=2 | TWICE | revoked=2",
        "500=1%,502=1%,500=2%| TWICE | 500=2%",
        "500=60%,502=41%     | SUM   | 500=60%,502=41%"
      })
  void a_bad_spec_is_refused_with_the_part_that_is_wrong(
      String spec, FaultSpecException.Reason reason, String part) {
    assertThatThrownBy(() -> FaultSpec.parse(spec, 1))
        .isInstanceOfSatisfying(
            FaultSpecException.class,
            wrong -> {
              assertThat(wrong.reason()).isEqualTo(reason);
              assertThat(wrong.part()).isEqualTo(part);
            });
  }

  private void start(String faults) throws IOException {
    sandbox.start(SandboxOptions.of(300, 1).with(FaultSpec.parse(faults, 1)));
  }

  private static long count(Faults faults, Fault fault) {
    return LongStream.range(0, 100_000)
        .filter(number -> faults.drawn(number).filter(fault::equals).isPresent())
        .count();
  }

  private static List<Optional<Fault>> drawn(Faults faults, int requests) {
    return LongStream.range(0, requests).mapToObj(faults::drawn).toList();
  }
}
