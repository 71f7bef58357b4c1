package de.qapix.cli.schema;

import de.qapix.catalog.ComparedRights;
import de.qapix.checks.project.Project;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.VerboseOption;
import de.qapix.cli.WrongUseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code qapix schema check}: is the database what the migrations say, and does every query work?
 */
@Command(name = "check", sortOptions = false)
public final class SchemaCheckCommand implements Callable<Integer>, Formatted {

  @Option(names = "--strict")
  private boolean strict;

  @Option(names = "--privileges")
  private boolean privileges;

  @Option(names = "--what")
  private boolean what;

  @Option(names = "--migrations", paramLabel = "<folder>", descriptionKey = "migrations.folder")
  private Optional<Path> folder = Optional.empty();

  @Mixin private ProjectOptions project;
  @Mixin private MigrationsOptions migrations;
  @Mixin private QueryOptions queries;
  @Mixin private ReportOptions reports;
  @Mixin private VerboseOption verbose;
  @Mixin private DatabaseOptions common;
  @Spec private CommandSpec spec;

  private final CheckRunner runner;
  private final Messages messages;

  public SchemaCheckCommand(CheckRunner runner, Messages messages) {
    this.runner = runner;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    if (what) {
      return tellWhat();
    }
    Optional<Project> file = project.find(folder.isPresent() || queries.wanted());
    file.ifPresent(new RuleNames(messages)::check);
    file.ifPresent(reports::follow);
    List<DatabaseCheck> checks = checks(file);
    if (checks.size() > 1) {
      refuseWhatIsForOne();
    }
    checks.forEach(DatabaseCheck::checkOptions);
    if (queries.list() && !reports.hasRoomForQueries()) {
      throw new WrongUseException("use.list");
    }
    Terminal terminal = verbose.on(common.on(runner.terminal(spec.commandLine())));
    return checks.size() == 1
        ? runner.follow(
            spec.commandLine(),
            terminal,
            reports,
            checks.get(0).opening(common),
            checks.get(0)::run)
        : runner.runAll(
            spec.commandLine(),
            terminal,
            reports,
            checks.stream().map(check -> check.work(common)).toList());
  }

  /** One for each database of the file; without it, one for what the options say. */
  private List<DatabaseCheck> checks(Optional<Project> file) {
    CheckedDatabase asked = new CheckedDatabase(folder, migrations, queries, Optional.empty());
    ComparedRights rights = privileges ? ComparedRights.ALL : ComparedRights.NONE;
    return file.map(project::chosen)
        .filter(chosen -> !chosen.isEmpty())
        .map(chosen -> chosen.stream().map(each -> asked.over(file.get(), each)))
        .orElseGet(() -> Stream.of(asked))
        .map(each -> new DatabaseCheck(each, strict, rights, messages))
        .toList();
  }

  private int tellWhat() {
    ComparedWords words = new ComparedWords(messages);
    spec.commandLine().getOut().println(reports.isForPeople() ? words.text() : words.json());
    return ExitCode.DONE.code();
  }

  private void refuseWhatIsForOne() {
    refuseForSeveral("--migrations", folder.isPresent());
    refuseForSeveral("--source, --sql", queries.wanted());
    refuseForSeveral("--watch", queries.watch());
    refuseForSeveral("--database-url, --sandbox", common.namesDatabase());
  }

  private static void refuseForSeveral(String option, boolean given) {
    if (given) {
      throw new WrongUseException("use.project.several", option);
    }
  }

  @Override
  public Format format() {
    return reports.failures();
  }
}
