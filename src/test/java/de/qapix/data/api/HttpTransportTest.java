package de.qapix.data.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What answers become, and what is told where none comes. */
class HttpTransportTest {

  private static final String TOKEN = "eyJraWQiOiIxY2Ux/c2VjcmV0";
  private static final ApiRequest REQUEST = ApiRequest.get("/users/me");

  @Test
  void a_mark_of_the_byte_order_is_accepted() throws Exception {
    assertThat(read("", "\ufeff{\"a\": 1}".getBytes(UTF_8)).body()).isEqualTo("{\"a\": 1}");
    assertThat(read("", "\ufeff{\"a\": 1}".getBytes(UTF_16LE)).body()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void gzip_that_nobody_asked_for_is_unpacked_whatever_the_header_says() throws Exception {
    byte[] packed = gzip("{\"a\": 1}".getBytes(UTF_8));

    assertThat(read("Content-Encoding: gzip\r\n", packed).body()).isEqualTo("{\"a\": 1}");
    assertThat(read("", packed).body()).isEqualTo("{\"a\": 1}");
    assertThat(read("Content-Encoding: gzip\r\n", "{}".getBytes(UTF_8)).body()).isEqualTo("{}");
  }

  @Test
  void other_packing_and_a_broken_one_are_told() throws Exception {
    byte[] packed = gzip("{\"a\": 1}".getBytes(UTF_8));
    packed[packed.length - 6] ^= 1;

    ApiException other = refusal("Content-Encoding: br\r\n", "xyz".getBytes(UTF_8));
    ApiException broken = refusal("", packed);

    assertThat(other.kind()).isEqualTo(ApiException.Kind.PACKED);
    assertThat(other.answer()).isEqualTo("br");
    assertThat(broken.kind()).isEqualTo(ApiException.Kind.PACKED);
    assertThat(broken.answer()).isEqualTo("gzip");
  }

  @Test
  void a_body_without_end_is_given_up_at_64_mb() throws Exception {
    AtomicLong sent = new AtomicLong();
    byte[] part = new byte[1024 * 1024];
    try (RawServer server =
        new RawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
              while (true) {
                out.write(part);
                sent.addAndGet(part.length);
              }
            })) {
      ApiException refusal = failure(server.address());

      assertThat(refusal.kind()).isEqualTo(ApiException.Kind.TOO_LARGE);
      assertThat(refusal.answer()).isEqualTo("64 MB");
      server.awaitEnd();
      assertThat(sent.get()).isLessThan(100L * part.length);
    }
  }

  @Test
  void a_small_body_that_unpacks_to_a_huge_one_is_too_large() throws Exception {
    assertThat(refusal("", gzip(new byte[65 * 1024 * 1024])).kind())
        .isEqualTo(ApiException.Kind.TOO_LARGE);
  }

  @Test
  void the_token_is_masked_however_it_is_spelled() throws Exception {
    String body =
        "{\"a\": \"%s\", \"b\": \"%s\"}".formatted(TOKEN, TOKEN.replace("/", "\\/"))
            + TOKEN.replace("/", "%2F");

    assertThat(read("Location: https://x.test/" + TOKEN + "?a=1\r\n", body.getBytes(UTF_8)))
        .extracting(HttpAnswer::body, HttpAnswer::redirect)
        .containsExactly(
            "{\"a\": \"[token]\", \"b\": \"[token]\"}[token]", "https://x.test/[token]");
  }

  @Test
  void what_keeps_a_connection_from_being_made_is_told_apart() throws Exception {
    int closed;
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = port.getLocalPort();
    }

    assertThat(failure("http://127.0.0.1:" + closed).connection())
        .contains(
            new ConnectionFailure(ConnectionTrouble.REFUSED, "127.0.0.1:" + closed, false, ""));
    assertThat(failure("https://no-such-host.invalid").connection())
        .hasValueSatisfying(
            unknown -> {
              assertThat(unknown.trouble()).isEqualTo(ConnectionTrouble.UNKNOWN_HOST);
              assertThat(unknown.place()).isEqualTo("no-such-host.invalid:443");
            });
  }

  @Test
  void the_proxy_is_named_where_it_is_the_trouble() throws Exception {
    int closed;
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = port.getLocalPort();
    }
    Network network =
        new Network(Optional.of(new Proxy("127.0.0.1", closed, "anna:geheim")), Optional.empty());

    assertThat(failure("https://calendly.test", network).connection())
        .contains(
            new ConnectionFailure(ConnectionTrouble.REFUSED, "127.0.0.1:" + closed, true, ""));

    try (RawServer proxy = new RawServer("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")) {
      URI address = URI.create(proxy.address());
      Network failing =
          new Network(
              Optional.of(new Proxy(address.getHost(), address.getPort(), "")), Optional.empty());

      assertThat(failure("https://calendly.test", failing).connection())
          .hasValueSatisfying(
              tunnel -> {
                assertThat(tunnel.trouble()).isEqualTo(ConnectionTrouble.PROXY_FAILED);
                assertThat(tunnel.detail()).contains("502");
                assertThat(tunnel.atProxy()).isTrue();
              });
    }
  }

  @Test
  void what_is_no_http_and_what_breaks_off_are_told_apart() throws Exception {
    assertThat(trouble("\u0015\u0003\u0003\u0000\u0002\u0002P\r\n\r\n"))
        .isEqualTo(ConnectionTrouble.NO_HTTP);
    assertThat(trouble("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"))
        .isEqualTo(ConnectionTrouble.BROKEN);
    assertThat(trouble("")).isEqualTo(ConnectionTrouble.BROKEN);
  }

  @Test
  void http_where_tls_is_wanted_is_told() throws Exception {
    try (RawServer server = new RawServer("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      String address = server.address().replace("http:", "https:");

      assertThat(failure(address).connection())
          .hasValueSatisfying(
              plain -> assertThat(plain.trouble()).isEqualTo(ConnectionTrouble.PLAIN_HTTP));
    }
  }

  private static ConnectionTrouble trouble(String answer) throws Exception {
    try (RawServer server = new RawServer(answer)) {
      return failure(server.address()).connection().orElseThrow().trouble();
    }
  }

  @Test
  void a_next_page_that_is_no_address_is_told_and_no_bug() {
    ApiRequest request = REQUEST.next("https://api.calendly.com/users?page_token={x}|");

    assertThat(
            catchThrowableOfType(
                ApiException.class, () -> send(request, "http://127.0.0.1:1", Network.DIRECT)))
        .extracting(ApiException::kind, ApiException::answer)
        .containsExactly(ApiException.Kind.UNREADABLE, "page_token={x}|");
  }

  @Test
  void a_web_page_is_no_answer_and_its_404_no_proof() {
    String page = "<!DOCTYPE html>\n<html><head><title>\n Free Wi-Fi </title></head></html>";

    ApiException fine = ApiException.noJson(REQUEST, page);
    ApiException missing = ApiException.refused(REQUEST, 404, ErrorBody.of(page));

    assertThat(fine.kind()).isEqualTo(ApiException.Kind.WEB_PAGE);
    assertThat(fine.answer()).isEqualTo("Free Wi-Fi");
    assertThat(missing.kind()).isEqualTo(ApiException.Kind.WEB_PAGE);
    assertThat(ApiException.refused(REQUEST, 502, ErrorBody.of(page)).answer())
        .isEqualTo("Free Wi-Fi");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static HttpAnswer read(String headers, byte[] body) throws Exception {
    try (RawServer server = new RawServer(out -> write(out, headers, body))) {
      return send(server.address(), Network.DIRECT);
    }
  }

  private static ApiException refusal(String headers, byte[] body) throws Exception {
    try (RawServer server = new RawServer(out -> write(out, headers, body))) {
      return failure(server.address());
    }
  }

  private static void write(OutputStream out, String headers, byte[] body) throws IOException {
    String head = "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
  }

  private static ApiException failure(String address) {
    return failure(address, Network.DIRECT);
  }

  private static ApiException failure(String address, Network network) {
    return catchThrowableOfType(ApiException.class, () -> send(address, network));
  }

  private static HttpAnswer send(String address, Network network) throws Exception {
    return send(REQUEST, address, network);
  }

  private static HttpAnswer send(ApiRequest request, String address, Network network)
      throws Exception {
    ApiAccess access =
        new ApiAccess(URI.create(address), TOKEN, 1, 1, Duration.ofSeconds(30), network);
    return new HttpTransport(access).send(request, new TimeBox(Duration.ZERO, System::nanoTime));
  }

  /** Answers each connection with the same bytes and closes it. */
  private static final class RawServer implements AutoCloseable {

    interface Script {
      void answer(OutputStream out) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Thread thread;

    RawServer(String answer) throws IOException {
      this(out -> out.write(answer.getBytes(ISO_8859_1)));
    }

    RawServer(Script script) throws IOException {
      thread = new Thread(() -> serve(script));
      thread.setDaemon(true);
      thread.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void serve(Script script) {
      while (!server.isClosed()) {
        try (Socket client = server.accept()) {
          int read = client.getInputStream().read(new byte[8192]);
          if (read > 0) {
            script.answer(client.getOutputStream());
            client.shutdownOutput();
          }
        } catch (IOException cut) {
          return;
        }
      }
    }

    /** Until it could no longer write. */
    void awaitEnd() throws InterruptedException {
      thread.join();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
