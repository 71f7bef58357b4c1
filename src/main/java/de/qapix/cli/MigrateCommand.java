package de.qapix.cli;

import de.qapix.migrate.Migrations;
import de.qapix.migrate.Validation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Applies the pending migrations; its subcommands tell how far the database is. */
@Command(name = "migrate")
public final class MigrateCommand implements Callable<Integer>, Formatted {

  /** Opens the database that the options mean, for as long as the work takes. */
  public interface Opener {
    int on(CommonOptions common, Terminal terminal, ToIntFunction<Migrations> work)
        throws Exception;
  }

  private final Opener opener;
  private final Function<PrintWriter, Terminal> terminal;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "<text|json>",
      scope = ScopeType.INHERIT)
  private Format format;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "migrate.help",
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // picocli acts on it.
  private boolean help;

  @Mixin private CommonOptions common;

  public MigrateCommand(
      Opener opener, Function<PrintWriter, Terminal> terminal, Messages messages) {
    this.opener = opener;
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    return on(
        migrations -> {
          if (dryRun) {
            output().planned(migrations.plan());
          } else {
            output().applied(migrations.migrate(notices()));
          }
          return ExitCode.DONE;
        });
  }

  @Command(name = "status")
  int status() throws Exception {
    return on(
        migrations -> {
          output().status(migrations.status());
          return ExitCode.DONE;
        });
  }

  @Command(name = "validate")
  int validate() throws Exception {
    return on(
        migrations -> {
          Validation validation = migrations.validate();
          output().validated(validation);
          return validation.passed() ? ExitCode.DONE : ExitCode.NOT_IN_ORDER;
        });
  }

  @Command(name = "repair")
  int repair() throws Exception {
    return on(
        migrations -> {
          output().repaired(migrations.repair(notices()));
          return ExitCode.DONE;
        });
  }

  private int on(Function<Migrations, ExitCode> work) throws Exception {
    return opener.on(common, terminal(), migrations -> work.apply(migrations).code());
  }

  private MigrateCommandOutput output() {
    return format == Format.JSON
        ? new MigrateCommandJson(spec.commandLine().getOut())
        : new MigrateCommandText(
            spec.commandLine().getOut(), spec.commandLine().getErr(), messages);
  }

  private MigrationNotices notices() {
    return new MigrationNotices(terminal(), messages);
  }

  private Terminal terminal() {
    return common.on(terminal.apply(spec.commandLine().getErr()));
  }

  @Override
  public Format format() {
    return format;
  }
}
