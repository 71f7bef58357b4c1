package de.qapix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What Calendly's API is behind: a server that speaks TLS, HTTP/2 to whoever wants it and HTTP/1.1
 * to others, and ends connections as servers do.
 */
public final class TlsFront implements AutoCloseable {

  /** How it treats connections. */
  public enum Habit {
    NONE,
    /** Ends each HTTP/2 connection after 40 requests, with GOAWAY. */
    GOES_AWAY,
    /** Refuses each fortieth request of an HTTP/2 connection with RST_STREAM. */
    REFUSES_STREAMS,
    /** Allows four requests at once on an HTTP/2 connection. */
    FEW_STREAMS,
    /** Ends each HTTP/1.1 connection after 20 requests, and says so in the last answer. */
    CLOSES,
    /** The same without a word. */
    CUTS,
    /** Ends each connection that is idle for 20 ms. */
    CLOSES_IDLE
  }

  private static final int REQUESTS_OF_HTTP2 = 40;
  private static final int REQUESTS_OF_HTTP1 = 20;
  private static final int IDLE_MILLIS = 20;

  /** Instead of the number of requests: what comes now comes too late, and is not counted. */
  private static final int ENDED = -1;

  private static final Path FOLDER = Path.of("src", "test", "resources", "tls");

  private final URI upstream;
  private final Habit habit;
  private final Server server = new Server();
  private final ServerConnector connector;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final Map<Connection, AtomicInteger> connections = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * Starts it.
   *
   * @param upstream whose answers it gives
   * @param certificate one of {@code localhost} (also for calendly.test), {@code expired}, {@code
   *     not-yet-valid}, {@code elsewhere} (for other.example)
   */
  public TlsFront(URI upstream, Habit habit, String certificate) throws Exception {
    this.upstream = upstream;
    this.habit = habit;
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    if (habit == Habit.FEW_STREAMS) {
      http2.setMaxConcurrentStreams(4);
    }
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol("http/1.1");
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(FOLDER.resolve(certificate + ".p12").toString());
    tls.setKeyStorePassword("qapix");
    this.connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, choice.getProtocol()),
            choice,
            http2,
            new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(1_024);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract.NonBlocking() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            answer(request, response, callback);
            return true;
          }
        });
    server.start();
  }

  /** Of the authority that signed its certificates. */
  public static Path authority() {
    return FOLDER.resolve("ca.pem").toAbsolutePath();
  }

  public String address() {
    return "https://localhost:" + port();
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Paths and queries, as it counts requests. */
  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.size();
  }

  private void answer(Request request, Response response, Callback callback) {
    Connection connection = request.getConnectionMetaData().getConnection();
    AtomicInteger count = connections.computeIfAbsent(connection, any -> new AtomicInteger());
    int number = count.updateAndGet(before -> before == ENDED ? ENDED : before + 1);
    if (number == ENDED) {
      callback.failed(new IOException("the connection is closed"));
      return;
    }
    if (habit == Habit.REFUSES_STREAMS && number % REQUESTS_OF_HTTP2 == 0) {
      if (connection instanceof HTTP2Connection http2) {
        http2
            .getSession()
            .getStreams()
            .forEach(
                stream ->
                    stream.reset(
                        new ResetFrame(stream.getId(), ErrorCode.REFUSED_STREAM_ERROR.code),
                        Callback.NOOP));
        return;
      }
    }
    requests.add(request.getHttpURI().getPathQuery());
    forward(request, response, Callback.from(callback, () -> after(connection, count, number)));
    if (habit == Habit.GOES_AWAY
        && number % REQUESTS_OF_HTTP2 == 0
        && connection instanceof HTTP2Connection http2) {
      http2.getSession().close(ErrorCode.NO_ERROR.code, "", Callback.NOOP);
    }
    if (habit == Habit.CLOSES && number % REQUESTS_OF_HTTP1 == 0) {
      response.getHeaders().put("Connection", "close");
    }
  }

  private void after(Connection connection, AtomicInteger count, int number) {
    if (habit == Habit.CUTS && number % REQUESTS_OF_HTTP1 == 0) {
      connection.getEndPoint().close();
    }
    if (habit == Habit.CLOSES_IDLE) {
      Future<?> unused =
          timer.schedule(
              () -> {
                if (count.compareAndSet(number, ENDED)) {
                  connection.getEndPoint().close();
                }
              },
              IDLE_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private void forward(Request request, Response response, Callback callback) {
    HttpRequest.Builder message =
        HttpRequest.newBuilder(URI.create(upstream + request.getHttpURI().getPathQuery()));
    String token = request.getHeaders().get("Authorization");
    if (token != null) {
      message.header("Authorization", token);
    }
    Future<?> unused =
        client
            .sendAsync(message.build(), HttpResponse.BodyHandlers.ofByteArray())
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null) {
                    callback.failed(failure);
                    return;
                  }
                  response.setStatus(answer.statusCode());
                  answer
                      .headers()
                      .map()
                      .forEach(
                          (name, values) -> {
                            if (name.startsWith("x-ratelimit")) {
                              response.getHeaders().put(name, values.get(0));
                            }
                          });
                  response.write(true, ByteBuffer.wrap(answer.body()), callback);
                });
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    } finally {
      timer.shutdownNow();
    }
  }
}
