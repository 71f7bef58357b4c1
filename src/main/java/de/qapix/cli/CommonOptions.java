package de.qapix.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command that works with a database. */
public final class CommonOptions {

  private static final String SETTING = "DATABASE_URL";

  @Option(names = "--database-url", paramLabel = "<url>", scope = ScopeType.INHERIT)
  private Optional<String> databaseUrl;

  @Option(names = "--config", paramLabel = "<file>", scope = ScopeType.INHERIT)
  private Optional<Path> config;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT)
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT)
  private boolean[] verbose = {};

  @Option(
      names = "--log-format",
      paramLabel = "<text|json>",
      defaultValue = "text",
      scope = ScopeType.INHERIT)
  private Format logFormat;

  @Mixin private SandboxSwitch sandbox;

  /** The terminal as the user wants it. */
  public Terminal on(Terminal terminal) {
    return terminal.with(Verbosity.of(quiet, verbose.length), logFormat);
  }

  Settings settings(Settings environment) {
    return environment.withFile(config);
  }

  SandboxSwitch sandbox() {
    return sandbox;
  }

  /** Whether the options or the settings name a database. */
  boolean namesDatabase(Settings settings) {
    return sandbox.wanted() || databaseUrl.isPresent() || settings.find(SETTING).isPresent();
  }

  /** The database's address, from the option or from a setting. */
  DatabaseAddress databaseAddress(Settings settings) {
    return databaseUrl
        .map(url -> new DatabaseAddress("--database-url", url).withoutPassword("use.password"))
        .orElseGet(() -> new DatabaseAddress(SETTING, settings.required(SETTING)));
  }
}
