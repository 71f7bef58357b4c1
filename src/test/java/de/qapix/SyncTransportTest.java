package de.qapix;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Run.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A sync through what lies between us and the real API: TLS, HTTP/2, proxies. */
class SyncTransportTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final int EVENTS = Boolean.getBoolean("qapix.all-faults") ? 2_000 : 150;

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private final SandboxServer sandbox;

  SyncTransportTest() throws Exception {
    sandbox = SandboxServer.start(SandboxOptions.of(EVENTS, 7), () -> NOW);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(TlsFront.Habit.class)
  void however_a_server_ends_connections_no_record_is_lost_and_nothing_asked_for_twice(
      TlsFront.Habit habit) throws Exception {
    try (TlsFront front = front(habit, "localhost")) {
      Run run =
          Run.command(
              environment(front.address()),
              () -> NOW,
              sync("--concurrency", "64", "--max-duration", "5m"));

      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      JsonNode result = run.json();
      assertThat(result.path("partial").asBoolean()).isFalse();
      Truth.of(sandbox, time(result, "windowFrom"), time(result, "windowUntil"))
          .assertStandsIn(database.sql());
      assertThat(database.sql().fetchCount(REJECT)).isZero();
      int different = new HashSet<>(front.requests()).size();
      assertThat(front.requests().size()).isBetween(different, different + different / 100);
      if (habit == TlsFront.Habit.CUTS || habit == TlsFront.Habit.CLOSES_IDLE) {
        assertThat(front.connections()).isGreaterThan(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          expired       | the certificate of localhost:PORT has expired
          not-yet-valid | the certificate of localhost:PORT is not yet valid
          elsewhere     | the certificate of localhost:PORT is for another host
          """)
  void a_certificate_that_is_not_in_order_is_told_for_what_it_is(String certificate, String words)
      throws Exception {
    try (TlsFront front = front(TlsFront.Habit.NONE, certificate)) {
      Run run = Run.command(environment(front.address()), () -> NOW, "sync");

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err())
          .startsWith(
              "error: cannot trust Calendly: "
                  + words.replace("PORT", String.valueOf(front.port()))
                  + " (GET /users/me)\nhint: check the ");
    }
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_told_with_what_to_do_in_a_company()
      throws Exception {
    try (TlsFront front = front(TlsFront.Habit.NONE, "localhost")) {
      Map<String, String> environment = environment(front.address());
      environment.remove("QAPIX_CA_FILE");
      environment.put("LANG", "de_DE.UTF-8");

      Run run = Run.command(environment, () -> NOW, "sync");

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err())
          .isEqualTo(
              """
              Fehler: Calendly ist nicht vertrauenswürdig: das Zertifikat von localhost:%d stammt von einer unbekannten Zertifizierungsstelle (GET /users/me)
              Tipp: wenn die Firma TLS aufbricht, QAPIX_CA_FILE auf ihre CA-Zertifikate (PEM) setzen
              """
                  .formatted(front.port()));
    }
  }

  @Test
  void a_proxy_gets_its_password_and_the_api_the_token_and_neither_the_others() throws Exception {
    try (TlsFront front = front(TlsFront.Habit.NONE, "localhost");
        TestProxy proxy = new TestProxy(front.port(), "")) {
      Map<String, String> environment = environment("https://calendly.test");
      environment.put("HTTPS_PROXY", "http://anna:ge%2Fheim@" + proxy.place());

      Run run = Run.command(environment, () -> NOW, sync());

      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(proxy.heads())
          .allSatisfy(
              head ->
                  assertThat(head)
                      .startsWith("CONNECT calendly.test:443 HTTP/1.1")
                      .contains("Proxy-Authorization: Basic YW5uYTpnZS9oZWlt")
                      .doesNotContain("Bearer"));
    }
  }

  @Test
  void a_proxy_that_wants_another_password_is_named_without_the_one_it_got() throws Exception {
    try (TestProxy proxy =
        new TestProxy(sandbox.address().getPort(), "407 Proxy Authentication Required")) {
      Map<String, String> environment = environment("https://calendly.test");
      environment.put("https_proxy", "http://anna:geheim@" + proxy.place());

      Run run = Run.command(environment, () -> NOW, sync());

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err())
          .startsWith(
              "error: the proxy "
                  + proxy.place()
                  + " requires a valid user and password (GET /users/me)\n"
                  + "hint: check user and password in HTTPS_PROXY")
          .doesNotContain("geheim");
      assertThat(run.out()).doesNotContain("geheim");
    }
  }

  @Test
  void what_a_server_echoes_is_neither_printed_nor_kept_and_breaks_no_history() throws Exception {
    String token = "eyJraWQiOiIxY2UxZTEzNjE3ZGNm.c2VjcmV0";
    try (ScriptedApi api =
        new ScriptedApi(
            1,
            () -> NOW,
            (path, number, usual) ->
                ScriptedApi.Reply.of(400, "no\0 good: Bearer " + token + " at all"))) {
      Map<String, String> environment = Run.environment(database, api.address());
      environment.put("CALENDLY_API_TOKEN", token);

      Run run = Run.command(environment, () -> NOW, sync());

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err() + run.out()).contains("[token] at all").doesNotContain(token);
      assertThat(database.sql().fetchValues(RUN.OUTCOME)).containsExactly("failed");
      assertThat(database.sql().fetchValues(RUN.ERROR))
          .singleElement()
          .asString()
          .contains("[token] at all");
    }
  }

  @Test
  void a_redirect_is_not_followed_and_named_without_what_may_be_secret() throws Exception {
    try (ScriptedApi api =
        new ScriptedApi(
            1,
            () -> NOW,
            (path, number, usual) ->
                new ScriptedApi.Reply(
                    302, "", List.of("Location", "https://portal.test/login?session=geheim")))) {

      Run run = Run.command(Run.environment(database, api.address()), () -> NOW, "sync");

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err())
          .isEqualTo(
              """
              error: GET /users/me was redirected to https://portal.test/login (302)
              hint: qapix does not follow redirects, to keep the token safe; check CALENDLY_API_URL, and on a public Wi-Fi log in with a browser first
              """);
    }
  }

  private static String[] sync(String... more) {
    return Stream.concat(Stream.of("sync", "--quiet", "--format", "json"), Stream.of(more))
        .toArray(String[]::new);
  }

  private static Instant time(JsonNode result, String field) {
    return Instant.parse(result.path(field).stringValue());
  }

  private TlsFront front(TlsFront.Habit habit, String certificate) throws Exception {
    return new TlsFront(URI.create(sandbox.address().toString()), habit, certificate);
  }

  private Map<String, String> environment(String api) {
    Map<String, String> environment = Run.environment(database, api);
    environment.put("QAPIX_CA_FILE", TlsFront.authority().toString());
    return environment;
  }
}
