package de.qapix.cli.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import de.qapix.checks.project.ProjectFile;
import de.qapix.checks.project.ProposedDatabase;
import de.qapix.checks.project.RepositorySearch;
import de.qapix.checks.scratch.MigrationFolderException;
import de.qapix.cli.CheckFailedException;
import de.qapix.cli.ExitCode;
import de.qapix.cli.FileTarget;
import de.qapix.cli.Messages;
import de.qapix.cli.WrongUseException;
import de.qapix.files.AtomicFile;
import de.qapix.files.DisplayPath;
import de.qapix.files.IoReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qapix schema init}: writes the project file of a repository. */
@Command(name = "init", sortOptions = false)
public final class SchemaInitCommand implements Callable<Integer> {

  @Option(names = "--project", paramLabel = "<file>", descriptionKey = "init.project")
  private Path file = ProjectFile.USUAL;

  @Option(names = "--dry-run", descriptionKey = "init.dry-run")
  private boolean dryRun;

  @Option(names = "--force", descriptionKey = "init.force")
  private boolean force;

  @Spec private CommandSpec spec;

  private final Messages messages;

  public SchemaInitCommand(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!dryRun) {
      checkTarget();
    }
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    RepositorySearch found = RepositorySearch.in(folder);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter words = dryRun ? spec.commandLine().getErr() : out;
    found.leftOut().forEach(left -> words.println(leftOut(left)));
    if (found.databases().isEmpty()) {
      words.flush();
      throw new CheckFailedException("init.none", ProjectDraft.shown(folder));
    }
    found.databases().forEach(database -> words.println(found(database)));
    String draft = new ProjectDraft(messages).of(found.databases());
    if (dryRun) {
      out.print(draft);
    } else {
      write(draft);
      out.println(messages.text("init.written", DisplayPath.of(file)));
    }
    words.flush();
    out.flush();
    return ExitCode.DONE.code();
  }

  private void checkTarget() {
    if (Files.isSymbolicLink(file)) {
      throw new WrongUseException("init.link", DisplayPath.of(file));
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force) {
      throw new WrongUseException("init.exists", DisplayPath.of(file));
    }
    FileTarget.obstacleToReplacing(file)
        .ifPresent(
            why -> {
              throw new WrongUseException("use.file." + why, "--project", DisplayPath.of(file));
            });
  }

  private void write(String draft) {
    try {
      AtomicFile.write(file, draft.getBytes(UTF_8));
    } catch (IOException broken) {
      throw new WrongUseException("use.report", DisplayPath.of(file), IoReason.of(broken));
    }
  }

  private String found(ProposedDatabase database) {
    String layout = database.layout().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return messages.text(
        database.source().isEmpty() ? "init.found.without" : "init.found",
        database.name(),
        DisplayPath.of(database.migrations()),
        layout,
        database.count(),
        database.source().stream().map(ProjectDraft::shown).collect(joining(", ")));
  }

  private String leftOut(MigrationFolderException folder) {
    String reason =
        messages.text(
            "folder." + folder.kind().name().toLowerCase(Locale.ROOT),
            DisplayPath.from(Path.of(""), folder.place()),
            folder.detail(),
            folder.line().orElse(0));
    return messages.text("init.left-out", reason);
  }
}
