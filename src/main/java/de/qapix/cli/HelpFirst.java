package de.qapix.cli;

import de.qapix.cli.output.Output;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Shows the help, whose colours are our own, where it is asked for; else runs the command. */
public final class HelpFirst implements IExecutionStrategy {

  private final Messages messages;

  public HelpFirst(Messages messages) {
    this.messages = messages;
  }

  @Override
  public int execute(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      if (command.isUsageHelpRequested()) {
        PrintWriter own = Output.own(command.getOut());
        command
            .getCommandSpec()
            .usageMessage()
            .synopsisSubcommandLabel(messages.text("usage.command"));
        command.usage(own, command.getColorScheme());
        own.flush();
        return command.getCommandSpec().exitCodeOnUsageHelp();
      }
    }
    return new RunLast().execute(parsed);
  }
}
