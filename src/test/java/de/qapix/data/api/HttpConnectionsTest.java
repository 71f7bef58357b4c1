package de.qapix.data.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How connections are used, and how requests end that nobody needs any more. */
class HttpConnectionsTest {

  private static final ApiRequest REQUEST = ApiRequest.get("/users/me");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void a_connection_serves_as_many_requests_as_the_server_lets_it() throws Exception {
    String chunked =
        OK
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "4;a=b\r\n"
            + "{\"a\"\r\n"
            + "3\r\n"
            + ":1}\r\n"
            + "0\r\n"
            + "X-Sum: 1\r\n\r\n";
    String sized = "HTTP/1.1 100 Continue\r\n\r\n" + OK + "content-length:2\r\n\r\n{}";
    String last = OK + "Connection: close\r\nContent-Length: 2\r\n\r\n[]";
    try (Server server = new Server(List.of(List.of(chunked, sized, last), List.of(last)))) {
      HttpTransport transport = transport(server);

      assertThat(send(transport).body()).isEqualTo("{\"a\":1}");
      assertThat(send(transport).body()).isEqualTo("{}");
      assertThat(send(transport).body()).isEqualTo("[]");
      assertThat(send(transport).body()).isEqualTo("[]");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_request_on_a_connection_that_the_server_has_closed_goes_out_once_more() throws Exception {
    String answer = OK + "Content-Length: 2\r\n\r\n{}";
    try (Server server = new Server(List.of(List.of(answer), List.of(answer)))) {
      HttpTransport transport = transport(server);

      assertThat(send(transport).body()).isEqualTo("{}");
      assertThat(send(transport).body()).isEqualTo("{}");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void what_comes_behind_an_answer_is_not_taken_for_the_next_one() throws Exception {
    String answer = OK + "Content-Length: 2\r\n\r\n{}";
    try (Server server = new Server(List.of(List.of(answer + OK), List.of(answer)))) {
      HttpTransport transport = transport(server);

      assertThat(send(transport).body()).isEqualTo("{}");
      assertThat(send(transport).body()).isEqualTo("{}");
    }
  }

  @Test
  void a_half_answer_on_a_kept_connection_is_a_failure() throws Exception {
    String answer = OK + "Content-Length: 2\r\n\r\n{}";
    try (Server server =
        new Server(List.of(List.of(answer, OK + "Content-Len"), List.of(answer)))) {
      HttpTransport transport = transport(server);

      assertThat(send(transport).body()).isEqualTo("{}");
      assertThat(catchThrowableOfType(ApiException.class, () -> send(transport)).kind())
          .isEqualTo(ApiException.Kind.UNREACHABLE);
    }
  }

  @Test
  void the_head_of_a_404_that_breaks_off_is_no_answer() throws Exception {
    String head = "HTTP/1.1 404 Not Found\r\nContent-Ty";
    try (Server server = new Server(List.of(List.of(head), List.of()))) {
      assertThat(trouble(transport(server))).isEqualTo(ConnectionTrouble.BROKEN);
    }
  }

  @Test
  void lengths_that_make_no_sense_are_failures_and_too_large_ones_are_not_waited_for()
      throws Exception {
    try (Server server =
        new Server(
            List.of(
                List.of(OK + "Content-Length: -1\r\n\r\n{}"),
                List.of(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
                List.of(OK + "Content-Length: 9000000000\r\n\r\n{}")))) {
      HttpTransport transport = transport(server);

      assertThat(trouble(transport)).isEqualTo(ConnectionTrouble.NO_HTTP);
      assertThat(trouble(transport)).isEqualTo(ConnectionTrouble.BROKEN);
      assertThat(catchThrowableOfType(ApiException.class, () -> send(transport)).kind())
          .isEqualTo(ApiException.Kind.TOO_LARGE);
    }
  }

  @Test
  void an_answer_that_does_not_end_is_given_up_when_it_has_taken_too_long() throws Exception {
    try (Server server = new Server(() -> nanos.set(LONGEST.toNanos()), OK + "X-Slow")) {
      HttpTransport transport = transport(server);

      assertThat(catchThrowableOfType(ApiException.class, () -> send(transport)).kind())
          .isEqualTo(ApiException.Kind.STALLED);
    }
  }

  @Test
  void nobody_waits_for_an_answer_longer_than_the_time_box_lasts() throws Exception {
    TimeBox box = new TimeBox(Duration.ofSeconds(10), nanos::get);
    try (Server server = new Server(box::stop, OK + "X-Slow")) {
      HttpTransport transport = transport(server);

      assertThatThrownBy(() -> transport.send(REQUEST, box)).isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void a_thread_that_is_interrupted_waits_no_longer() throws Exception {
    Thread waiting = Thread.currentThread();
    try (Server server = new Server(waiting::interrupt, OK + "X-Slow")) {
      HttpTransport transport = transport(server);

      assertThatThrownBy(() -> send(transport)).isInstanceOf(InterruptedException.class);
    }
  }

  private ConnectionTrouble trouble(HttpTransport transport) {
    return catchThrowableOfType(ApiException.class, () -> send(transport))
        .connection()
        .orElseThrow()
        .trouble();
  }

  private HttpAnswer send(HttpTransport transport) throws Exception {
    return transport.send(REQUEST, new TimeBox(Duration.ZERO, nanos::get));
  }

  private static HttpTransport transport(Server server) {
    return new HttpTransport(
        new ApiAccess(server.address(), "sandbox", 1, 1, LONGEST, Network.DIRECT));
  }

  /** Answers the requests of each connection in turn, and then closes it. */
  private static final class Server implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicLong connections = new AtomicLong();
    private final List<List<String>> answers;
    private final Runnable afterwards;

    Server(List<List<String>> answers) throws IOException {
      this.answers = answers;
      this.afterwards = () -> {};
      begin();
    }

    /** Stays open after that and says nothing more. */
    Server(Runnable afterwards, String beginning) throws IOException {
      this.answers = List.of(List.of(beginning));
      this.afterwards = afterwards;
      begin();
    }

    private void begin() {
      Thread thread = new Thread(this::serve);
      thread.setDaemon(true);
      thread.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    long connections() {
      return connections.get();
    }

    private void serve() {
      for (List<String> connection : answers) {
        try (Socket client = server.accept()) {
          connections.incrementAndGet();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
          for (String answer : connection) {
            awaitRequest(in);
            client.getOutputStream().write(answer.getBytes(ISO_8859_1));
          }
          afterwards.run();
          if (answers.size() == 1) {
            awaitRequest(in);
          }
        } catch (IOException cut) {
          return;
        }
      }
    }

    private static void awaitRequest(BufferedReader in) throws IOException {
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
