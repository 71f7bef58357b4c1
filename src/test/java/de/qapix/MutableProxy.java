package de.qapix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Stands in front of a server, and can fall silent: connections stay, and nothing passes. */
final class MutableProxy implements AutoCloseable {

  private final int port;
  private final Reception reception;
  private final LoopbackServer front;
  private volatile boolean silent;

  /** What is done with a connection before anything passes through it. */
  interface Reception {
    Socket of(Socket client) throws Exception;
  }

  private MutableProxy(int port, Reception reception) throws IOException {
    this.port = port;
    this.reception = reception;
    this.front = LoopbackServer.start(this::pass);
  }

  static MutableProxy inFrontOf(int port) throws IOException {
    return inFrontOf(port, client -> client);
  }

  static MutableProxy inFrontOf(int port, Reception reception) throws IOException {
    return new MutableProxy(port, reception);
  }

  private void pass(Socket connection) throws Exception {
    Socket client = reception.of(connection);
    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
    Thread there = new Thread(() -> copy(client, server));
    there.setDaemon(true);
    there.start();
    copy(server, client);
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, length);
        }
      }
    } catch (IOException broken) {
      silent = silent && broken != null;
    }
  }

  void fallSilent() {
    silent = true;
  }

  boolean isSilent() {
    return silent;
  }

  int port() {
    return front.port();
  }

  @Override
  public void close() throws IOException {
    front.close();
  }
}
