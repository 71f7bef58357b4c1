package de.qapix.cli;

import de.qapix.sandbox.Latency;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import de.qapix.sandbox.limit.RateLimit;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
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
      names = "--changed",
      paramLabel = "<n%>",
      defaultValue = "0%",
      converter = ShareConverter.class)
  private double changed;

  @Option(
      names = "--latency",
      paramLabel = "<duration>",
      defaultValue = "0",
      converter = LatencyConverter.class)
  private Latency latency;

  @Option(names = "--rate-limit", paramLabel = "<n>", defaultValue = "0")
  private int rateLimit;

  @Option(
      names = "--rate-window",
      paramLabel = "<duration>",
      defaultValue = "60s",
      converter = DurationConverter.class)
  private Duration rateWindow;

  @Option(
      names = "--rate-kind",
      paramLabel = "<fixed|sliding|clock|counter>",
      defaultValue = "fixed")
  private RateLimit.Kind rateKind;

  @Option(names = "--faults", paramLabel = "<kind=n%>")
  private Optional<String> faults;

  @Option(names = "--fault-seed", paramLabel = "<n>")
  private Optional<Long> faultSeed;

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
    try (SandboxServer server = SandboxServer.start(options(), clock)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("export CALENDLY_API_URL=" + server.address());
      out.println("export CALENDLY_API_TOKEN=" + SandboxServer.TOKEN);
      if (out.checkError()) {
        return ExitCode.DONE.code();
      }
      PrintWriter err = spec.commandLine().getErr();
      err.println(messages.text("sandbox.running", server.address(), events, seed, troubles()));
      err.flush();
      new CountDownLatch(1).await();
      return ExitCode.DONE.code();
    } catch (BindException taken) {
      throw new WrongUseException("sandbox.port", port);
    }
  }

  private String troubles() {
    return faults
        .map(spec -> messages.text("sandbox.running.faults", spec, faultSeed.orElse(seed)))
        .orElse("");
  }

  private SandboxOptions options() {
    if (port < 0 || port > 65_535) {
      throw new WrongUseException("use.range", "--port", port, 0, 65_535);
    }
    return new SandboxSettings(
            "--",
            events,
            seed,
            changed,
            latency,
            rateLimit,
            rateWindow,
            rateKind,
            faults,
            faultSeed)
        .options()
        .at(port);
  }
}
