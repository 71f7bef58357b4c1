package de.qapix.cli;

import de.qapix.sandbox.SandboxServer;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qapix sandbox}: the simulated Calendly on its own, until it is interrupted. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, sortOptions = false)
public final class SandboxCommand implements Callable<Integer> {

  @Option(names = "--events", paramLabel = "<n>", defaultValue = "500")
  private int events;

  @Option(names = "--seed", paramLabel = "<n>", defaultValue = "1")
  private long seed;

  @Option(
      names = "--latency",
      paramLabel = "<duration>",
      defaultValue = "0",
      converter = DurationConverter.class)
  private Duration latency;

  @Option(names = "--rate-limit", paramLabel = "<n>", defaultValue = "0")
  private int rateLimit;

  @Option(names = "--port", paramLabel = "<port>", defaultValue = "0")
  private int port;

  @Spec private CommandSpec spec;

  private final Messages messages;
  private final InstantSource clock;

  public SandboxCommand(Messages messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    var options = SandboxWorlds.options(events, seed, latency, rateLimit, port, "--");
    try (SandboxServer server = SandboxServer.start(options, clock)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("export CALENDLY_API_URL=" + server.address());
      out.println("export CALENDLY_API_TOKEN=" + SandboxServer.TOKEN);
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      err.println(messages.text("sandbox.running", server.address(), events, seed));
      err.flush();
      new CountDownLatch(1).await();
      return ExitCode.DONE.code();
    } catch (BindException taken) {
      throw new WrongUseException("sandbox.port", port);
    }
  }
}
