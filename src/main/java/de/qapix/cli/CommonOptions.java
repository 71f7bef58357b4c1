package de.qapix.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where settings are read, and what goes to standard error. */
public final class CommonOptions {

  @Option(names = "--config", paramLabel = "<file>", scope = ScopeType.INHERIT)
  private Optional<Path> config;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT)
  private boolean quiet;

  @Option(
      names = "--log-format",
      paramLabel = "<text|json>",
      defaultValue = "text",
      scope = ScopeType.INHERIT)
  private Format logFormat;

  /** The terminal as the user wants it. */
  public Terminal on(Terminal terminal) {
    return terminal.with(quiet ? Verbosity.QUIET : Verbosity.NOTICES, logFormat);
  }

  Settings settings(Settings environment) {
    return environment.withFile(config);
  }
}
