package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Connector;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a database cannot be reached: which server was tried, and what it was. */
class DatabaseCausesTest {

  private static final char[] STORE_PASSWORD = "changeit".toCharArray();
  private static final byte[] ASK_FOR_PASSWORD = {'R', 0, 0, 0, 8, 0, 0, 0, 3};

  @TempDir private static Path folder;
  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @BeforeAll
  static void makeCertificates() throws Exception {
    makeCertificate("right", "san=dns:localhost,ip:127.0.0.1");
    makeCertificate("other", "san=dns:db.example.com");
    makeCertificate("old", "san=dns:localhost");
    // Java does not look at the dates of a certificate that is itself the root.
    String request = folder.resolve("old.csr").toString();
    String signed = folder.resolve("old.crt").toString();
    keytool("old", "-certreq -file " + request);
    keytool(
        "right",
        "-gencert -rfc -ext san=dns:localhost -startdate -3y -validity 365 -infile %s -outfile %s"
            .formatted(request, signed));
    keytool("old", "-importcert -noprompt -alias root -file " + pem("right"));
    keytool("old", "-importcert -noprompt -file " + signed);
  }

  private static void makeCertificate(String name, String names) throws Exception {
    keytool(name, "-genkeypair -keyalg EC -ext bc:c -dname cn=%s -ext %s".formatted(name, names));
    keytool(name, "-exportcert -rfc -file " + pem(name));
  }

  private static void keytool(String name, String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    if (!arguments.contains("-alias")) {
      command.addAll(List.of("-alias", name));
    }
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit"));
    command.addAll(List.of("-keystore", store(name).toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private static Path pem(String name) {
    return folder.resolve(name + ".pem");
  }

  @Test
  void nothing_listens_there() throws Exception {
    int port = freePort();
    assertThat(run("localhost:" + port, "").err())
        .isEqualTo(
            """
            error: cannot connect to the database: localhost:%d: connection refused
            hint: check host and port, and that PostgreSQL is running there and listens on this address (listen_addresses)
            """
                .formatted(port));
    assertThat(run("[::1]:" + port, "").err()).contains("database: [::1]:" + port + ": ");
  }

  @Test
  void the_name_is_unknown() {
    // Longer than a name may be, so that no name server is asked.
    String host = "x".repeat(64);
    assertThat(run(host, "").err())
        .startsWith(
            "error: cannot connect to the database: " + host + ":5432: unknown host name\n");
  }

  @Test
  void each_of_several_hosts_is_told_with_its_cause_and_one_that_will_do_is_enough()
      throws Exception {
    int one = freePort();
    String hosts = "localhost:" + one + "," + "x".repeat(64);
    assertThat(run(hosts, "").err())
        .startsWith(
            """
            error: cannot connect to the database:\s
              localhost:%d: connection refused
              %s:5432: unknown host name
            hint: check host and port\
            """
                .formatted(one, "x".repeat(64)));

    assertThat(run(hosts + ",localhost:" + database.port(), "").code()).isZero();
  }

  @Test
  void nobody_answers_at_all() throws Exception {
    // Who connects to a full queue hears nothing.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> queue = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        queue.add(new Socket());
        try {
          queue.get(i).connect(new InetSocketAddress("localhost", full.getLocalPort()), 100);
        } catch (IOException fullAtLast) {
          break;
        }
      }

      Run run = run("localhost:" + full.getLocalPort(), "?connect_timeout=1");

      assertThat(run.err())
          .startsWith(
              "error: cannot connect to the database: localhost:%d: no answer within 1s\n"
                  .formatted(full.getLocalPort()));
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @Test
  void something_else_listens_there() throws Exception {
    try (LoopbackServer web =
        LoopbackServer.start(
            connection ->
                connection
                    .getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n".getBytes(UTF_8)))) {
      assertThat(run("localhost:" + web.port(), "").err())
          .isEqualTo(
              """
              error: cannot connect to the database: localhost:%d: this is not a PostgreSQL server
              hint: check the port (PostgreSQL's default is 5432)
              """
                  .formatted(web.port()));
    }
  }

  @Test
  void it_closes_the_connection_at_once() throws Exception {
    try (LoopbackServer rude = LoopbackServer.start(Socket::close)) {
      assertThat(run("localhost:" + rude.port(), "").err())
          .contains("connection closed without an answer");
    }
  }

  @Test
  void it_speaks_no_tls_though_the_address_demands_it() {
    Run run = run("localhost:" + database.port(), "?sslmode=require");

    assertThat(run.err())
        .contains("localhost:" + database.port() + ": the server does not support TLS");
    assertThat(run.err()).doesNotContain("password");
  }

  @Test
  void its_certificate_is_of_no_use_and_it_is_said_why() throws Exception {
    assertThat(tls("right", "?sslmode=verify-full&sslrootcert=" + pem("right")))
        .contains("the server asks for a password, and none is set");
    assertThat(tls("right", "?sslaccept=strict&sslcert=" + pem("right")))
        .contains("the server asks for a password, and none is set");
    assertThat(tls("old", "?sslmode=require")).contains("the server asks for a password");
    assertThat(tls("old", "?sslmode=verify-full&sslrootcert=" + pem("right")))
        .contains("the server's certificate has expired or is not valid yet")
        .contains("hint: renew it");
    assertThat(tls("right", "?sslmode=require&sslrootcert=" + pem("other")))
        .contains("the server's certificate is not signed by a trusted authority");
    assertThat(tls("right", "?sslaccept=strict"))
        .contains("the server's certificate is not signed by a trusted authority");
    assertThat(tls("right", "?sslrootcert=system"))
        .contains("the server's certificate is not signed by a trusted authority");
    assertThat(tls("other", "?sslmode=verify-full&sslrootcert=" + pem("other")))
        .contains("the server's certificate is for another host name")
        .contains("hint: use the host name in the certificate");
    assertThat(tls("other", "?sslmode=verify-ca&sslrootcert=" + pem("other")))
        .contains("the server asks for a password");
  }

  @Test
  void no_password_is_given() throws Exception {
    try (LoopbackServer server = LoopbackServer.start(DatabaseCausesTest::askForPassword)) {
      Run run = run("localhost:" + server.port(), "", "--format", "json");

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err())
          .isEqualTo(
              """
              error: cannot connect to the database: localhost:%d: the server asks for a password, and none is set
              hint: set it in DATABASE_URL (postgresql://user:password@host/database), PGPASSWORD or ~/.pgpass (needs chmod 600)
              """
                  .formatted(server.port()));
      assertThat(run.json().path("error").path("kind").stringValue())
          .isEqualTo("database-password");
    }
  }

  @Test
  void the_kind_of_server_is_not_the_wanted_one() {
    Run standby = run("localhost:" + database.port(), "?target_session_attrs=standby");
    assertThat(standby.err()).contains("does not match target_session_attrs");
    assertThat(run("localhost:" + database.port(), "?target_session_attrs=read-write").code())
        .isZero();
    assertThat(run("localhost:" + database.port(), "?target_session_attrs=prefer-standby").code())
        .isZero();
  }

  @Test
  void what_has_no_effect_is_said() {
    Run run = run("localhost:" + database.port(), "?connection_limit=5&geheim=1&pool_timeout=2");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            """
            note: these parameters of DATABASE_URL have no effect in qapix and are ignored: connection_limit, pool_timeout
            note: parameter number 2 of DATABASE_URL is unknown and ignored
            """);
  }

  /** What is said of a server with this certificate, which asks for a password. */
  private String tls(String certificate, String parameters) throws Exception {
    SSLContext context = context(certificate);
    try (LoopbackServer server =
        LoopbackServer.start(
            connection -> {
              new DataInputStream(connection.getInputStream()).readNBytes(8);
              connection.getOutputStream().write('S');
              SSLSocket secured =
                  (SSLSocket) context.getSocketFactory().createSocket(connection, null, 0, false);
              secured.setUseClientMode(false);
              secured.startHandshake();
              askForPassword(secured);
            })) {
      return run("localhost:" + server.port(), parameters).err();
    }
  }

  /** TLS, as PostgreSQL begins it. */
  private static Socket secured(Socket connection, SSLContext context) throws IOException {
    new DataInputStream(connection.getInputStream()).readNBytes(8);
    connection.getOutputStream().write('S');
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(connection, null, 0, true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  @Test
  void who_waits_for_an_answer_over_tls_can_be_released_too() throws Exception {
    SSLContext context = context("right");
    Connector connector = new Connector();
    try (MutableProxy proxy =
        MutableProxy.inFrontOf(database.port(), connection -> secured(connection, context))) {
      String address =
          "postgresql://postgres@localhost:%d/%s?sslmode=verify-full&sslrootcert=%s"
              .formatted(proxy.port(), database.name(), pem("right"));
      Connection connection = connector.connect(ConnectionSettings.parse(address, Map.of()));
      try (Statement statement = connection.createStatement()) {
        statement.execute("select 1");
        proxy.fallSilent();
        new Thread(connector::abandon).start();
        assertThatThrownBy(() -> statement.execute("select pg_sleep(60)"))
            .isInstanceOf(SQLException.class);
      }
      assertThat(connection.isClosed()).isTrue();
    }
  }

  private static void askForPassword(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    int length = in.readInt();
    byte[] message = in.readNBytes(length - 4);
    if (length == 8) {
      connection.getOutputStream().write('N');
      askForPassword(connection);
      return;
    }
    assertThat(message).isNotEmpty();
    connection.getOutputStream().write(ASK_FOR_PASSWORD);
    connection.getOutputStream().flush();
    assertThat(in.read()).isNegative();
    connection.close();
  }

  private static SSLContext context(String certificate) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream store = Files.newInputStream(store(certificate))) {
      keys.load(store, STORE_PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Run run(String hosts, String parameters, String... options) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", "/nonexistent");
    environment.put(
        "DATABASE_URL", "postgresql://postgres@" + hosts + "/" + database.name() + parameters);
    List<String> arguments = new ArrayList<>(List.of("runs"));
    arguments.addAll(List.of(options));
    return Run.command(
        environment, () -> Instant.parse("2026-11-23T12:00:00Z"), arguments.toArray(String[]::new));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
