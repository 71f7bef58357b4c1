package de.qapix.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs commands one after another in one process, so that the archive of classes which the launcher
 * makes of it serves each of them. Nobody else needs it, so the help does not name it.
 */
@Command(name = "training", hidden = true)
public final class TrainingCommand implements Callable<Integer> {

  private static final String NEXT = "next";

  private final ToIntFunction<String[]> commands;

  @Parameters private List<String> words = List.of();

  /**
   * @param commands runs a command with its options; gives its exit code
   */
  public TrainingCommand(ToIntFunction<String[]> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    beginHandshake();
    int code = 0;
    List<String> command = new ArrayList<>();
    for (String word : words) {
      if (word.equals(NEXT)) {
        code = Math.max(code, run(command));
        command.clear();
      } else {
        command.add(word);
      }
    }
    return Math.max(code, run(command));
  }

  /** The simulator speaks no TLS, but Calendly does: with somebody who hangs up at once. */
  private static void beginHandshake() {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket other = server.accept();
        SSLSocket tls =
            (SSLSocket)
                SSLContext.getDefault()
                    .getSocketFactory()
                    .createSocket(client, "localhost", server.getLocalPort(), true)) {
      other.shutdownOutput();
      tls.startHandshake();
    } catch (IOException | NoSuchAlgorithmException hungUp) {
      // All that is needed until then is loaded.
    }
  }

  private int run(List<String> command) {
    return commands.applyAsInt(command.toArray(String[]::new));
  }
}
