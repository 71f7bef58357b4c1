package de.qapix.cli.schema;

import de.qapix.cli.WrongUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code qapix schema}, which does nothing without a subcommand. */
@Command(name = "schema")
public final class SchemaCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // picocli acts on it.
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "", new WrongUseException("use.command.schema"));
  }
}
