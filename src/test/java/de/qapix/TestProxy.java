package de.qapix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy whose tunnels all lead to one port of this machine. */
final class TestProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final String refusal;
  private final int port;

  /**
   * @param port where tunnels lead
   * @param refusal a status line with which it refuses them; empty to make them
   */
  TestProxy(int port, String refusal) throws IOException {
    this.port = port;
    this.refusal = refusal;
    threads.execute(this::accept);
  }

  String place() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** What it was asked, each with its headers. */
  List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      heads.add(head(client.getInputStream()));
      OutputStream out = client.getOutputStream();
      String status = refusal.isEmpty() ? "200 OK" : refusal;
      String rest = refusal.isEmpty() ? "" : "Content-Length: 0\r\n";
      out.write(("HTTP/1.1 " + status + "\r\n" + rest + "\r\n").getBytes(ISO_8859_1));
      out.flush();
      if (refusal.isEmpty()) {
        threads.execute(() -> pump(client, target));
        pump(target, client);
      }
    } catch (IOException closed) {
      heads.add("closed");
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
