package de.qapix.cli.sync;

import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.Format;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of the commands that look at what syncs have left, and of their subcommands. */
final class HistoryOptions {

  @Option(
      names = "--format",
      paramLabel = "<text|json>",
      defaultValue = "text",
      scope = ScopeType.INHERIT)
  private Format format;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // picocli acts on it.
  private boolean help;

  @Mixin private DatabaseOptions common;

  Format format() {
    return format;
  }

  DatabaseOptions common() {
    return common;
  }
}
