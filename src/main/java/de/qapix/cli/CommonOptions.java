package de.qapix.cli;

import de.qapix.postgres.ConnectionSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of every command that works with a database. */
final class CommonOptions {

  @Option(names = "--database-url", paramLabel = "<url>")
  private Optional<String> databaseUrl;

  @Option(names = "--config", paramLabel = "<file>")
  private Optional<Path> config;

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @ArgGroup(exclusive = false)
  private SandboxChoice sandbox = new SandboxChoice();

  boolean quiet() {
    return quiet;
  }

  Settings settings(Settings environment) {
    return environment.withFile(config);
  }

  SandboxChoice sandbox() {
    return sandbox;
  }

  /** The database's address, from the option or from a setting. */
  String databaseUrl(Settings settings) {
    if (databaseUrl.isPresent() && !databaseUrl.get().equals(Workplace.EMBEDDED)) {
      if (ConnectionSettings.holdsPassword(databaseUrl.get())) {
        throw new WrongUseException("use.password");
      }
    }
    return databaseUrl.orElseGet(() -> settings.required("DATABASE_URL"));
  }
}
