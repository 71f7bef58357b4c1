package de.qapix.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Calendly, over real HTTP on the loopback address. */
public final class SandboxServer implements AutoCloseable {

  /** The one token that it accepts. */
  public static final String TOKEN = "sandbox";

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Escapes let half a surrogate pair through, which UTF-8 cannot hold. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final SandboxOptions options;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Routes routes;
  private final RateWindow window;
  private final AtomicReference<World> world = new AtomicReference<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  private SandboxServer(SandboxOptions options, InstantSource clock, LongSupplier ticker)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.options = options;
    this.clock = clock;
    this.window = new RateWindow(options.requestsPerMinute(), WINDOW, ticker);
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "qapix-sandbox");
              thread.setDaemon(true);
              return thread;
            });
    this.routes = new Routes(this::world, address());
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  /**
   * Starts it.
   *
   * @param clock tells the calendar day, which decides how the world stands
   * @throws IOException when the port is taken
   */
  public static SandboxServer start(SandboxOptions options, InstantSource clock)
      throws IOException {
    return start(options, clock, System::nanoTime);
  }

  static SandboxServer start(SandboxOptions options, InstantSource clock, LongSupplier ticker)
      throws IOException {
    SandboxServer sandbox = new SandboxServer(options, clock, ticker);
    sandbox.server.start();
    return sandbox;
  }

  /** Where it answers, e.g. {@code http://127.0.0.1:40001}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Is told method and address of each request before it is answered. */
  public void onRequest(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** How the world stands today. */
  public World world() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return world.updateAndGet(
        known ->
            known != null && known.today().equals(today)
                ? known
                : World.of(options.seed(), options.events(), today));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      listeners.forEach(listener -> listener.accept(line));
      delay();
      send(exchange, limited(exchange));
    }
  }

  private void delay() {
    try {
      Thread.sleep(options.latency().toMillis());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer limited(HttpExchange exchange) {
    if (!window.isLimited()) {
      return answered(exchange);
    }
    int remaining = window.use();
    exchange.getResponseHeaders().set("X-RateLimit-Limit", String.valueOf(window.limit()));
    exchange
        .getResponseHeaders()
        .set("X-RateLimit-Remaining", String.valueOf(Math.max(0, remaining)));
    exchange.getResponseHeaders().set("X-RateLimit-Reset", "60");
    return remaining < 0
        ? Answer.problem(429, "Too Many Requests", "You have exceeded the rate limit.")
        : answered(exchange);
  }

  private Answer answered(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(token)) {
      return Answer.problem(401, "Unauthenticated", "The access token is invalid");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return Answer.denied();
    }
    return routes.answer(
        exchange.getRequestURI().getPath(),
        Parameters.parse(exchange.getRequestURI().getRawQuery()));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = MAPPER.writeValueAsString(answer.body()).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
