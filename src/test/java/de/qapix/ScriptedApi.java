package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An API that answers like the sandbox, save where a test wants something else: a real server in
 * front of the sandbox.
 */
final class ScriptedApi implements AutoCloseable {

  /** What a test wants instead of the sandbox's answer; null to leave that as it is. */
  interface Script {
    Reply reply(String path, int number, Reply usual) throws IOException;
  }

  /** An answer. */
  record Reply(int status, String body, List<String> header) {
    static Reply of(int status, String body) {
      return new Reply(status, body, List.of());
    }
  }

  private final SandboxServer sandbox;

  /** A status that makes the body stop half-way. */
  static final int STALLING = 299;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Script script;

  ScriptedApi(int events, InstantSource clock, Script script) throws IOException {
    this.script = script;
    this.sandbox = SandboxServer.start(SandboxOptions.of(events, 7), clock);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  SandboxServer sandbox() {
    return sandbox;
  }

  /** Paths and queries, in the order in which they came. */
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      String path = exchange.getRequestURI().getPath();
      int number = (int) requests.stream().filter(each -> each.startsWith(path)).count();
      Reply usual = usual(exchange);
      Reply wanted = script.reply(path, number, usual);
      Reply reply = wanted == null ? usual : wanted;
      byte[] body = reply.body().getBytes(UTF_8);
      for (int i = 0; i + 1 < reply.header().size(); i += 2) {
        exchange.getResponseHeaders().set(reply.header().get(i), reply.header().get(i + 1));
      }
      exchange.sendResponseHeaders(reply.status(), body.length);
      if (reply.status() == STALLING) {
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        stall();
      }
      exchange.getResponseBody().write(body);
    }
  }

  /** Until the test is over. */
  private void stall() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException closing) {
      throw new IOException(closing);
    }
  }

  private Reply usual(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.address() + exchange.getRequestURI().toString()))
            .header("Authorization", token)
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return Reply.of(response.statusCode(), response.body());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IOException(closing);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    sandbox.close();
  }
}
