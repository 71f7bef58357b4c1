package de.qapix.cli;

import picocli.CommandLine.Option;

/** For commands that have more to tell. */
public final class VerboseOption {

  @Option(names = {"-v", "--verbose"})
  private boolean[] verbose = {};

  /** A terminal that hears more, where the user wants that. */
  public Terminal on(Terminal terminal) {
    return switch (verbose.length) {
      case 0 -> terminal;
      case 1 -> terminal.with(Verbosity.LISTS, terminal.format());
      default -> terminal.with(Verbosity.REQUESTS, terminal.format());
    };
  }
}
