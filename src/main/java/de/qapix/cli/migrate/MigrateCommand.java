package de.qapix.cli.migrate;

import de.qapix.cli.Consent;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.WrongUseException;
import de.qapix.migrate.AppliedMigration;
import de.qapix.migrate.Migrations;
import de.qapix.migrate.Validation;
import de.qapix.migrate.WriteTrial;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Applies the pending migrations; its subcommands tell how far the database is. */
@Command(name = "migrate")
public final class MigrateCommand implements Callable<Integer>, MigrateSubcommand.Parent {

  /** Opens the database that the options mean, for as long as the work takes. */
  interface Opener {
    int on(
        DatabaseOptions common, Terminal terminal, Consent consent, ToIntFunction<Migrations> work)
        throws Exception;
  }

  private final Opener opener;
  private final Function<PrintWriter, Terminal> terminal;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--try", descriptionKey = "migrate.try")
  private boolean tryWriting;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "migrate.yes")
  private boolean yes;

  @Option(names = "--format", defaultValue = "text", paramLabel = "<text|json>")
  private Format format;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // picocli acts on it.
  private boolean help;

  @Mixin private DatabaseOptions common;

  /** On the database that the options mean. */
  public MigrateCommand(
      SchemaReadiness schemas, Function<PrintWriter, Terminal> terminal, Messages messages) {
    this(schemas::on, terminal, messages);
  }

  MigrateCommand(Opener opener, Function<PrintWriter, Terminal> terminal, Messages messages) {
    this.opener = opener;
    this.terminal = terminal;
    this.messages = messages;
  }

  /** With its subcommands. */
  public CommandLine commandLine() {
    return new CommandLine(this)
        .addSubcommand("status", new MigrateSubcommand(this, MigrateCommand::status))
        .addSubcommand("validate", new MigrateSubcommand(this, this::validate))
        .addSubcommand("repair", new MigrateSubcommand(this, this::repair));
  }

  @Override
  public Integer call() throws Exception {
    if (dryRun && tryWriting) {
      throw new WrongUseException("use.try");
    }
    Consent consent = dryRun ? Consent.NOT_NEEDED : Consent.of(yes);
    return work(dryRun ? this::plan : this::migrate, consent, format, spec.commandLine());
  }

  private ExitCode plan(Migrations migrations, MigrateCommandOutput output) {
    output.planned(migrations.plan());
    warn(migrations);
    return ExitCode.DONE;
  }

  private ExitCode migrate(Migrations migrations, MigrateCommandOutput output) {
    List<AppliedMigration> applied = migrations.migrate(notices());
    Optional<WriteTrial> trial =
        tryWriting ? Optional.of(migrations.tryWriting()) : Optional.empty();
    output.applied(applied, trial);
    warn(migrations);
    return trial.map(WriteTrial::passed).orElse(true) ? ExitCode.DONE : ExitCode.NOT_IN_ORDER;
  }

  private static ExitCode status(Migrations migrations, MigrateCommandOutput output) {
    output.status(migrations.status());
    return ExitCode.DONE;
  }

  private ExitCode validate(Migrations migrations, MigrateCommandOutput output) {
    Validation validation = migrations.validate();
    output.validated(validation);
    warn(migrations);
    return validation.passed() ? ExitCode.DONE : ExitCode.NOT_IN_ORDER;
  }

  /** What a sync may fail at later is known now. */
  private void warn(Migrations migrations) {
    notices().unwritable(migrations.writeObstacles());
  }

  private ExitCode repair(Migrations migrations, MigrateCommandOutput output) {
    output.repaired(migrations.repair(notices()));
    return ExitCode.DONE;
  }

  @Override
  public int on(MigrateSubcommand.Work work, Format wanted, CommandLine command) throws Exception {
    return work(work, Consent.NOT_NEEDED, wanted, command);
  }

  /** Does something with the migrations of the database that the options mean, and prints it. */
  private int work(MigrateSubcommand.Work work, Consent consent, Format wanted, CommandLine command)
      throws Exception {
    MigrateCommandOutput output =
        wanted == Format.JSON
            ? new MigrateCommandJson(command.getOut())
            : new MigrateCommandText(command.getOut(), command.getErr(), messages);
    return opener.on(common, terminal(), consent, migrations -> work.on(migrations, output).code());
  }

  private MigrationNotices notices() {
    return new MigrationNotices(terminal(), messages);
  }

  private Terminal terminal() {
    return common.on(terminal.apply(spec.commandLine().getErr()));
  }

  /** Those of its subcommands as well. */
  DatabaseOptions common() {
    return common;
  }

  @Override
  public Format format() {
    return format;
  }
}
