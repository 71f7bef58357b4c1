package de.qapix.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command that works with a database. */
public final class DatabaseOptions {

  private static final String DATABASE_URL = "DATABASE_URL";

  @Option(names = "--database-url", paramLabel = "<url>", scope = ScopeType.INHERIT)
  private Optional<String> databaseUrl;

  @Mixin private CommonOptions common;
  @Mixin private SandboxSwitch sandbox;

  /** The terminal as the user wants it. */
  public Terminal on(Terminal terminal) {
    return common.on(terminal);
  }

  CommonOptions common() {
    return common;
  }

  SandboxSwitch sandbox() {
    return sandbox;
  }

  /** Whether the options themselves name a database. */
  public boolean namesDatabase() {
    return sandbox.wanted() || databaseUrl.isPresent();
  }

  /** Whether the options or the settings name a database. */
  boolean namesDatabase(Settings settings) {
    return namesDatabase() || settings.find(DATABASE_URL).isPresent();
  }

  /** The database's address, from the option or from a setting. */
  DatabaseAddress databaseAddress(Settings settings) {
    return databaseUrl
        .map(url -> new DatabaseAddress("--database-url", url).withoutPassword("use.password"))
        .orElseGet(() -> new DatabaseAddress(DATABASE_URL, settings.required(DATABASE_URL)));
  }
}
