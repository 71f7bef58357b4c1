package de.qapix.cli.migrate;

import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.migrate.Migrations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A subcommand of migrate that works on the same database and prints as it does. */
@Command
final class MigrateSubcommand implements Callable<Integer>, Formatted {

  /** What it does. */
  interface Work {
    ExitCode on(Migrations migrations, MigrateCommandOutput output);
  }

  /** The command that it belongs to. */
  interface Parent extends Formatted {
    int on(Work work, Format wanted, CommandLine command) throws Exception;
  }

  private final Parent migrate;
  private final Work work;

  @Spec private CommandSpec spec;

  @Option(names = "--format", paramLabel = "<text|json>", descriptionKey = "migrate.format")
  private Optional<Format> format = Optional.empty();

  MigrateSubcommand(Parent migrate, Work work) {
    this.migrate = migrate;
    this.work = work;
  }

  @Override
  public Integer call() throws Exception {
    return migrate.on(work, format(), spec.commandLine());
  }

  /** Its own, else the one that stands before its name. */
  @Override
  public Format format() {
    return format.orElseGet(migrate::format);
  }
}
