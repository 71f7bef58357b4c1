package de.qapix.cli;

import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qapix sandbox}: the simulated Calendly on its own, until it is interrupted. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, sortOptions = false)
public final class SandboxCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "<port>", defaultValue = "0")
  private int port;

  @Spec private CommandSpec spec;

  private final SimulatorOptions settings = new SimulatorOptions();
  private final Messages messages;
  private final InstantSource clock;

  public SandboxCommand(Messages messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** With the options of the simulator. */
  public CommandLine commandLine() {
    CommandLine command = new CommandLine(this);
    settings.addTo(command.getCommandSpec());
    return command;
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
      err.println(
          messages.text(
              "sandbox.running", server.address(), settings.events(), settings.seed(), troubles()));
      err.flush();
      new CountDownLatch(1).await();
      return ExitCode.DONE.code();
    } catch (BindException taken) {
      throw new WrongUseException("sandbox.port", port);
    }
  }

  private String troubles() {
    return settings
        .faults()
        .map(spec -> messages.text("sandbox.running.faults", spec, settings.faultSeed()))
        .orElse("");
  }

  private SandboxOptions options() {
    WrongUseException.unlessWithin("--port", port, 0, 65_535);
    return settings.options().at(port);
  }
}
