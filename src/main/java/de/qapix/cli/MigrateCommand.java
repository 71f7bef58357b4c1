package de.qapix.cli;

import de.qapix.schema.Migrations;
import de.qapix.schema.Validation;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Applies the pending migrations; its subcommands tell how far the database is. */
@Command(name = "migrate")
public final class MigrateCommand implements Callable<Integer> {

  private final Supplier<Migrations> migrations;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      descriptionKey = "migrate.format",
      scope = ScopeType.INHERIT)
  private MigrateCommandFormat format;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "migrate.help",
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // picocli acts on it.
  private boolean help;

  /** The migrations are asked for only when a command runs. */
  public MigrateCommand(Supplier<Migrations> migrations, Messages messages) {
    this.migrations = migrations;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (dryRun) {
      output().planned(migrations.get().plan());
      return ExitCode.DONE.code();
    }
    output().applied(migrations.get().migrate(watch()));
    return ExitCode.DONE.code();
  }

  @Command(name = "status")
  int status() {
    output().status(migrations.get().status());
    return ExitCode.DONE.code();
  }

  @Command(name = "validate")
  int validate() {
    Validation validation = migrations.get().validate();
    output().validated(validation);
    return (validation.passed() ? ExitCode.DONE : ExitCode.NOT_IN_ORDER).code();
  }

  @Command(name = "repair")
  int repair() {
    output().repaired(migrations.get().repair(watch()));
    return ExitCode.DONE.code();
  }

  private MigrateCommandOutput output() {
    return format == MigrateCommandFormat.JSON
        ? new MigrateCommandJson(spec.commandLine().getOut())
        : new MigrateCommandText(
            spec.commandLine().getOut(), spec.commandLine().getErr(), messages);
  }

  private MigrateCommandWatch watch() {
    return new MigrateCommandWatch(spec.commandLine().getErr(), messages);
  }
}
