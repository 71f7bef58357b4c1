package de.qapix.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code qapix} itself, which does nothing without a command. */
@Command(name = "qapix", mixinStandardHelpOptions = true, sortOptions = false)
public final class Qapix implements Runnable {

  @Spec private CommandSpec spec;

  /** The language itself is chosen before the options are read, as the help needs it. */
  @Option(names = "--lang", paramLabel = "<de|en>", scope = ScopeType.INHERIT)
  void language(String language) {
    if (!language.equals("de") && !language.equals("en")) {
      throw new WrongUseException("use.language", language);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "", new WrongUseException("use.command"));
  }
}
