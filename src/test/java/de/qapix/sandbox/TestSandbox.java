package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Team;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox that a test starts as it needs it, at a time that stands still, and its client. */
final class TestSandbox implements AfterEachCallback {

  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final Instant FROM = NOW.minus(Duration.ofDays(90));
  static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
  static final String LISTING = "/scheduled_events?organization=" + Team.ORGANIZATION;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer. */
  record Answered(int status, String text, HttpHeaders headers) {

    JsonNode body() {
      return JSON.readTree(text);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong ticker = new AtomicLong();
  private Instant now = NOW;
  private SandboxServer server;

  SandboxServer start(SandboxOptions options) throws IOException {
    server = SandboxServer.start(options, () -> now, ticker::get);
    return server;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (server != null) {
      server.close();
    }
  }

  SandboxServer server() {
    return server;
  }

  void pass(Duration time) {
    now = now.plus(time);
    ticker.addAndGet(time.toNanos());
  }

  Answered get(String path) throws IOException, InterruptedException {
    return answered(client.send(request(path, SandboxServer.TOKEN), BODY));
  }

  Answered get(String path, String token) throws IOException, InterruptedException {
    return answered(client.send(request(path, token), BODY));
  }

  CompletableFuture<Answered> ask(String path) {
    return client
        .sendAsync(request(path, SandboxServer.TOKEN), BODY)
        .thenApply(TestSandbox::answered);
  }

  /** All records of a list, page by page. */
  List<JsonNode> all(String path) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    for (String next = path; next != null; ) {
      JsonNode page = get(next).body();
      page.path("collection").forEach(all::add);
      next = page.path("pagination").path("next_page").asString(null);
    }
    return all;
  }

  private static final HttpResponse.BodyHandler<String> BODY = HttpResponse.BodyHandlers.ofString();

  private static Answered answered(HttpResponse<String> response) {
    return new Answered(response.statusCode(), response.body(), response.headers());
  }

  private HttpRequest request(String path, String token) {
    URI address = path.startsWith("http") ? URI.create(path) : URI.create(server.address() + path);
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
  }

  /** The listing of the usual window. */
  static String window() {
    return LISTING
        + "&sort=start_time:asc&min_start_time="
        + EventJson.time(FROM)
        + "&max_start_time="
        + EventJson.time(UNTIL);
  }

  static List<String> uris(List<? extends JsonNode> records) {
    return records.stream().map(record -> record.path("uri").stringValue()).toList();
  }
}
