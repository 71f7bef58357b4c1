package de.qapix.cli.migrate;

import de.qapix.checks.finding.Findings;
import de.qapix.checks.lint.LintedScripts;
import de.qapix.checks.lint.Rule;
import de.qapix.checks.project.RuleSettings;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.OwnMigrations;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.schema.CheckResult;
import de.qapix.cli.schema.CheckRunner;
import de.qapix.cli.schema.LintOptions;
import de.qapix.cli.schema.LintRuleList;
import de.qapix.cli.schema.MigrationsOptions;
import de.qapix.cli.schema.ReportOptions;
import de.qapix.cli.schema.SchemaChecks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qapix migrate lint}: what will pending migrations do to those who use the database? */
@Command(name = "lint", sortOptions = false)
public final class MigrateLintCommand implements Callable<Integer>, Formatted {

  private static final String EXAMPLE = "qapix migrate lint db/migrations";

  @Parameters(paramLabel = "<folder>", arity = "0..1", descriptionKey = "lint.folder")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--fix", paramLabel = "<new folder>", descriptionKey = "lint.fix")
  private Optional<Path> fix = Optional.empty();

  @Mixin private MigrationsOptions migrations;
  @Mixin private LintOptions lint;
  @Mixin private ReportOptions reports;
  @Spec private CommandSpec spec;

  private final MigrateCommand migrate;
  private final CheckRunner runner;
  private final Messages messages;

  /**
   * @param migrate whose subcommand it is, and whose options count here too
   */
  public MigrateLintCommand(MigrateCommand migrate, CheckRunner runner, Messages messages) {
    this.migrate = migrate;
    this.runner = runner;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    if (migrate.format() == Format.JSON) {
      reports.preferJson();
    }
    RuleSettings settings = lint.settings(messages);
    if (lint.list()) {
      return list(settings);
    }
    if (folder.isEmpty()) {
      migrations.refuse(EXAMPLE);
      refuseFix();
    }
    fix.ifPresent(SafeMigrations::check);
    reports.follow(settings);
    Set<Rule> rules = LintOptions.rules(settings);
    DatabaseOptions common = migrate.common();
    Terminal terminal = common.on(runner.terminal(spec.commandLine()));
    return folder.isPresent()
        ? runner.run(
            spec.commandLine(),
            terminal,
            reports,
            (workplaces, told) -> workplaces.openWithOrWithoutDatabase(common, told),
            (place, checks) -> folder(place, checks, folder.get(), rules))
        : runner.run(
            spec.commandLine(),
            terminal,
            reports,
            (workplaces, told) -> workplaces.open(common, told),
            (place, checks) -> own(place, checks, rules));
  }

  private void refuseFix() {
    if (fix.isPresent()) {
      throw new WrongUseException("use.migrations", "--fix", EXAMPLE);
    }
  }

  private int list(RuleSettings settings) {
    LintRuleList rules = new LintRuleList(messages, settings);
    PrintWriter out = spec.commandLine().getOut();
    if (format() == Format.JSON) {
      out.println(rules.json());
    } else {
      rules.lines().forEach(out::println);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private CheckResult own(Workplace place, SchemaChecks checks, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException {
    MigrationFolder ours = OwnMigrations.read(place.sharedSchema());
    return new CheckResult(
        place.database().settings().toString(), ours.home(), checks.lintOwn(place, ours, rules));
  }

  private CheckResult folder(Workplace place, SchemaChecks checks, Path path, Set<Rule> rules)
      throws IOException, InterruptedException, SQLException {
    MigrationFolder scripts = migrations.read(path);
    LintedScripts linted =
        checks.lint(place, scripts, migrations.schemas(place.sharedSchema()), rules);
    if (fix.isPresent()) {
      String done =
          new SafeMigrations(place, checks, migrations, messages).write(scripts, linted, fix.get());
      spec.commandLine().getErr().println(done);
    }
    return new CheckResult(path.toString(), scripts.home(), new Findings(linted.findings()));
  }

  @Override
  public Format format() {
    return reports.failures();
  }
}
