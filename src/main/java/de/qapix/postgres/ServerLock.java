package de.qapix.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file by which the processes that use one server know of each other. Its first byte is a
 * mutex, held while the server is started, joined or stopped; its second a lease, shared by all
 * that use it. The kernel lets go of both when a process ends, however it ends. The file must never
 * be opened elsewhere in this JVM: closing that would let go of the locks.
 */
final class ServerLock implements AutoCloseable {

  private final FileChannel channel;
  private FileLock lease;

  ServerLock(Path home) throws IOException {
    this.channel =
        FileChannel.open(
            home.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  /** Waits for the mutex; it is held until what is returned is closed. */
  FileLock mutex() throws IOException {
    return channel.lock(0, 1, false);
  }

  /** Says that this process uses the server. */
  void join() throws IOException {
    if (lease == null) {
      lease = channel.lock(1, 1, true);
    }
  }

  /**
   * Says that this process no longer does.
   *
   * @return whether nobody else does either
   */
  boolean leave() throws IOException {
    if (lease != null) {
      lease.release();
      lease = null;
    }
    try (FileLock alone = channel.tryLock(1, 1, false)) {
      return alone != null;
    }
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
