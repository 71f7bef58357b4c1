package de.qapix.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sends replies when their time has come; while they wait they need no thread, nor where they are
 * left hanging.
 */
final class ReplyScheduler {

  private static final int BLOCK = 1 << 16;
  private static final int BLOCKS = 1 << 13;

  private final Executor threads;

  ReplyScheduler(Executor threads) {
    this.threads = threads;
  }

  /**
   * Sends a reply when it is due.
   *
   * @param due in the nanoseconds of {@link System#nanoTime}
   * @param ended is run when the request is over, whatever became of it
   */
  void send(HttpExchange exchange, Reply reply, long due, Runnable ended) {
    long wait = due - System.nanoTime();
    if (wait <= 0) {
      write(exchange, reply, ended);
      return;
    }
    CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, threads)
        .execute(() -> write(exchange, reply, ended));
  }

  /** Without saying beforehand how much it will be. */
  private static void writeHuge(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, 0);
    byte[] blanks = new byte[BLOCK];
    Arrays.fill(blanks, (byte) ' ');
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, body.length - 1);
    for (int block = 0; block < BLOCKS; block++) {
      out.write(blanks);
    }
    out.write(body, body.length - 1, 1);
    exchange.close();
  }

  private static void write(HttpExchange exchange, Reply reply, Runnable ended) {
    try {
      ended.run();
      if (reply.manner() == Reply.Manner.NEVER) {
        return;
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = reply.body().getBytes(UTF_8);
      if (reply.manner() == Reply.Manner.HUGE) {
        writeHuge(exchange, reply.status(), body);
        return;
      }
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body, 0, reply.isWhole() ? body.length : body.length / 2);
      exchange.getResponseBody().flush();
      if (reply.manner() != Reply.Manner.STALLED) {
        exchange.close();
      }
    } catch (IOException left) {
      // The client did not wait for its answer, or the server is closing: nobody is there to tell.
      exchange.close();
    }
  }
}
