package de.qapix.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a PostgreSQL server that takes as long as the one to another city, in each direction.
 * Counts the messages that a client sends after it has waited for an answer: what it sends in one
 * go counts once (PostgreSQL's manual, "Message Formats").
 */
public final class DistantServer implements AutoCloseable {

  private static final int SSL_REQUEST = 80_877_103;
  private static final int CHUNK = 65_536;

  private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final int port;
  private final Duration oneWay;
  private final Optional<Path> log;
  private final long began = System.nanoTime();

  /**
   * @param port of the server itself
   * @param log to which all messages are appended: when, on which connection, what, and the texts
   *     of statements
   */
  public DistantServer(int port, Duration oneWay, Optional<Path> log) throws IOException {
    this.port = port;
    this.oneWay = oneWay;
    this.log = log;
    inBackground(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Messages since the last call. */
  public int takeMessages() {
    return messages.getAndSet(0);
  }

  /** Connections since the last call. */
  public int takeConnections() {
    return connections.getAndSet(0);
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      int number = connections.incrementAndGet();
      AtomicBoolean answered = new AtomicBoolean(true);
      inBackground(() -> ask(number, client, server, answered));
      inBackground(() -> answer(server, client, answered));
    }
  }

  private void ask(int number, Socket client, Socket server, AtomicBoolean answered)
      throws IOException {
    try (client;
        server) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      Delay delay = new Delay(server.getOutputStream(), () -> {});
      boolean begun = false;
      while (true) {
        int type = begun ? in.readUnsignedByte() : 0;
        int length = in.readInt();
        byte[] body = in.readNBytes(length - Integer.BYTES);
        if (asks(type) && answered.getAndSet(false)) {
          messages.incrementAndGet();
        }
        write(number, type, body);
        begun = begun || number(body) != SSL_REQUEST;
        delay.send(message(type, length, body));
      }
    }
  }

  private static int number(byte[] body) {
    return body.length < Integer.BYTES ? 0 : ByteBuffer.wrap(body).getInt();
  }

  private static byte[] message(int type, int length, byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    if (type != 0) {
      out.write(type);
    }
    out.writeInt(length);
    out.write(body);
    return bytes.toByteArray();
  }

  /** The beginning, Query, Sync, a password, a function call, or the end of a copy. */
  private static boolean asks(int type) {
    return type == 0 || "QSpFc".indexOf(type) >= 0;
  }

  private void write(int number, int type, byte[] body) throws IOException {
    if (log.isPresent()) {
      String text =
          type == 'Q' || type == 'P' ? new String(body, StandardCharsets.UTF_8).strip() : "";
      Files.writeString(
          log.get(),
          "%6d ms  %d  %s %s%n"
              .formatted(
                  TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                  number,
                  type == 0 ? "connect" : (char) type,
                  text.replaceAll("[\\s\0]+", " ")),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private void answer(Socket server, Socket client, AtomicBoolean answered) throws IOException {
    try (server;
        client) {
      Delay delay = new Delay(client.getOutputStream(), () -> answered.set(true));
      byte[] chunk = new byte[CHUNK];
      for (int read = server.getInputStream().read(chunk);
          read >= 0;
          read = server.getInputStream().read(chunk)) {
        delay.send(Arrays.copyOf(chunk, read));
      }
    }
  }

  /** What is under way arrives one after another, however much follows it. */
  private final class Delay {

    private final BlockingQueue<Letter> underWay = new LinkedBlockingQueue<>();

    Delay(OutputStream target, Runnable arrival) {
      inBackground(
          () -> {
            while (true) {
              Letter letter = underWay.take();
              TimeUnit.NANOSECONDS.sleep(letter.due() - System.nanoTime());
              arrival.run();
              letter.content().writeTo(target);
            }
          });
    }

    void send(byte[] bytes) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.writeBytes(bytes);
      underWay.add(new Letter(System.nanoTime() + oneWay.toNanos(), content));
    }
  }

  private record Letter(long due, ByteArrayOutputStream content) {}

  @FunctionalInterface
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** A connection that breaks ends its threads. */
  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
