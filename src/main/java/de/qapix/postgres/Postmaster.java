package de.qapix.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** The server process: found, started, stopped. Its caller holds the mutex. */
final class Postmaster {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
  private static final Duration HALF_WRITTEN = Duration.ofSeconds(1);
  private static final int TRIES = 40;
  private static final int POLL_MILLIS = 5;

  private final Path data;
  private final Path log;
  private final ServerPrograms tools;

  Postmaster(Path home, ServerPrograms tools) {
    this.data = home.resolve("data");
    this.log = home.resolve("server.log");
    this.tools = tools;
  }

  /** The port of the server that runs already, if one does; waits for one that is recovering. */
  OptionalInt running() throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (true) {
      PidFile file = PidFile.read(data);
      if (file.isReady()) {
        return OptionalInt.of(file.port());
      }
      if (!file.isAlive() && !isBeingWritten(file, began)) {
        forget(file);
        return OptionalInt.empty();
      }
      if (passed(began, LONGEST_STOP) && file.isStopping()) {
        control("stop", "-W", "-m", "immediate");
      }
      if (passed(began, LONGEST_START)) {
        throw tools.failed(log);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static boolean isBeingWritten(PidFile file, long began) {
    return file.exists() && file.lines().isEmpty() && !passed(began, HALF_WRITTEN);
  }

  /** The server itself refuses to start over an empty file or one whose number lives again. */
  private static void forget(PidFile file) throws IOException {
    if (file.exists() && (file.lines().isEmpty() || file.isNumberTaken())) {
      file.delete();
    }
  }

  /** Starts the server and returns its port, which another starter may have chosen. */
  int start() throws IOException, InterruptedException {
    try {
      return tryToStart();
    } catch (InterruptedException left) {
      // It comes up by itself all the same, and only then can it be found and stopped.
      waitFor(this::isReady, LONGEST_STOP, true);
      throw left;
    }
  }

  private int tryToStart() throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      Files.deleteIfExists(log);
      control("start", "-W", "-l", log.toString(), "-o", "-p " + freePort());
      if (waitFor(this::isReady, LONGEST_START, true)) {
        return PidFile.read(data).port();
      }
      String words = Files.exists(log) ? Files.readString(log) : "";
      if (words.contains("pre-existing shared memory block")) {
        PidFile.processes(data).forEach(ProcessHandle::destroyForcibly);
      } else if (!words.contains("Address already in use")) {
        throw tools.failed(Files.exists(log) ? log : tools.log());
      }
    }
    throw tools.failed(log);
  }

  private boolean isReady() {
    try {
      return PidFile.read(data).isReady();
    } catch (IOException beingWritten) {
      return false;
    }
  }

  private boolean isGone() {
    try {
      return !PidFile.read(data).isAlive();
    } catch (IOException beingWritten) {
      return false;
    }
  }

  /** Stops the server and waits until it is gone. */
  void stop() throws IOException, InterruptedException {
    for (String mode : List.of("fast", "immediate")) {
      if (isGone()) {
        return;
      }
      control("stop", "-W", "-m", mode);
      if (waitFor(this::isGone, LONGEST_STOP, false)) {
        return;
      }
    }
    throw tools.failed(log);
  }

  private void control(String... words) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("-s", "-D", data.toString()));
    tools.finish("pg_ctl", arguments);
  }

  private boolean waitFor(BooleanSupplier wanted, Duration longest, boolean starting)
      throws InterruptedException {
    long began = System.nanoTime();
    while (!passed(began, longest)) {
      if (wanted.getAsBoolean()) {
        return true;
      }
      if (starting && passed(began, HALF_WRITTEN) && isGone()) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private static boolean passed(long began, Duration length) {
    return System.nanoTime() - began > length.toNanos();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
