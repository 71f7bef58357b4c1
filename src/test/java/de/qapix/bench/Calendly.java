package de.qapix.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated Calendly in a process of its own. */
final class Calendly implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final String address;

  private Calendly(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static Calendly start(String... options) throws IOException, InterruptedException {
    Path out = Files.createTempFile("bench", ".sandbox");
    List<String> arguments = new ArrayList<>(List.of("sandbox"));
    arguments.addAll(List.of(options));
    Process process = new Program(Map.of()).start(out, out, arguments.toArray(String[]::new));
    while (process.isAlive()) {
      for (String line : Files.readAllLines(out)) {
        int at = line.indexOf("http://127.0.0.1:");
        if (at >= 0 && line.contains("answers")) {
          return new Calendly(process, line.substring(at).split(" ", 2)[0]);
        }
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    throw new IOException(Files.readString(out));
  }

  String address() {
    return address;
  }

  int port() {
    return URI.create(address).getPort();
  }

  /** Events of a window, by URI, as the list shows them. */
  Map<String, JsonNode> events(Instant from, Instant until)
      throws IOException, InterruptedException {
    Map<String, JsonNode> events = new LinkedHashMap<>();
    String organization = get("/users/me").path("resource").path("current_organization").asString();
    String next =
        "/scheduled_events?count=100&sort=start_time:asc&organization="
            + organization
            + "&min_start_time="
            + from
            + "&max_start_time="
            + until;
    while (next != null) {
      JsonNode page = get(next);
      for (JsonNode event : page.path("collection")) {
        events.put(event.path("uri").asString(), event);
      }
      JsonNode following = page.path("pagination").path("next_page");
      next = following.isString() ? following.asString().substring(address.length()) : null;
    }
    return events;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer sandbox")
            .build();
    String body = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return JsonMapper.builder().build().readTree(body);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
