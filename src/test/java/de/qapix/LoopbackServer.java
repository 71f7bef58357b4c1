package de.qapix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server that does with each connection what a test wants, and closes them all at the end. */
public final class LoopbackServer implements AutoCloseable {

  /** What it does with a connection, which stays open when that ends. */
  public interface Talk {
    void with(Socket connection) throws Exception;
  }

  /** Accepts, and says nothing. */
  public static final Talk SILENCE = connection -> {};

  private final ServerSocket socket;
  private final Talk talk;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private LoopbackServer(ServerSocket socket, Talk talk) {
    this.socket = socket;
    this.talk = talk;
  }

  public static LoopbackServer start(Talk talk) throws IOException {
    LoopbackServer server =
        new LoopbackServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk);
    inBackground(server::accept);
    return server;
  }

  private void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket connection = socket.accept();
      connections.add(connection);
      inBackground(() -> talk.with(connection));
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Whatever goes wrong there is what the client has to cope with. */
  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception broken) {
                assert broken != null;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** How many have connected so far. */
  int connections() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
