package de.qapix.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * What has to be known of a command line before it is read, and of one that cannot be read: the
 * language of its help, which command it is, and how its failure is printed.
 */
@Command
public final class EarlyOptions {

  @Option(names = "--lang", arity = "0..1")
  private String language;

  @Option(names = "--format", arity = "0..1")
  private String format;

  @Option(names = "--log-format", arity = "0..1")
  private String logFormat;

  @Unmatched private List<String> rest;

  private EarlyOptions() {}

  /** Of what was typed, whatever else is wrong with it. */
  public static EarlyOptions of(String... arguments) {
    EarlyOptions options = new EarlyOptions();
    new CommandLine(options).setOverwrittenOptionsAllowed(true).parseArgs(arguments);
    return options;
  }

  /** Empty where none is named. */
  public Optional<Locale> language() {
    return Optional.ofNullable(language).map(Messages::locale);
  }

  /** Whether it is that command, or one of its subcommands. */
  public boolean isCommand(String name) {
    return rest != null && !rest.isEmpty() && rest.get(0).equals(name);
  }

  /** Whether the result, and so a failure, is to be JSON. */
  public boolean wantsJson() {
    return isJson(format);
  }

  /** Whether what goes to standard error is to be JSON. */
  public boolean wantsJsonLog() {
    return isJson(logFormat);
  }

  private static boolean isJson(String format) {
    return Format.JSON.toString().equalsIgnoreCase(format);
  }
}
