package de.qapix.cli.schema;

import de.qapix.checks.project.Project;
import de.qapix.checks.project.ProjectDatabase;
import de.qapix.checks.project.ProjectFile;
import de.qapix.cli.WrongUseException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which project file counts, and which of its databases. */
final class ProjectOptions {

  @Option(names = "--project", paramLabel = "<file>", descriptionKey = "project.file")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--database", paramLabel = "<name>", descriptionKey = "project.database")
  private Optional<String> database = Optional.empty();

  /**
   * The project, if one is asked for or one is there.
   *
   * @param other whether the options name something else to check
   */
  Optional<Project> find(boolean other) {
    boolean asked = file.isPresent() || database.isPresent();
    boolean there = Files.exists(ProjectFile.USUAL, LinkOption.NOFOLLOW_LINKS);
    return asked || (there && !other)
        ? Optional.of(ProjectFile.read(file.orElse(ProjectFile.USUAL)))
        : Optional.empty();
  }

  /** Those of its databases that are meant. */
  List<ProjectDatabase> chosen(Project project) {
    if (database.isEmpty()) {
      return project.databases();
    }
    return List.of(
        project.databases().stream()
            .filter(each -> each.name().equals(database.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    new WrongUseException(
                        "use.project.database",
                        database.get(),
                        project.file(),
                        String.join(", ", project.names()))));
  }
}
