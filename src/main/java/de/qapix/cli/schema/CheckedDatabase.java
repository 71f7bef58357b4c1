package de.qapix.cli.schema;

import de.qapix.checks.project.Project;
import de.qapix.checks.project.ProjectDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one check is about.
 *
 * @param folder of migrations
 * @param project the file that says so, and which of its databases it is
 */
record CheckedDatabase(
    Optional<Path> folder,
    MigrationsOptions migrations,
    QueryOptions queries,
    Optional<InProject> project) {

  /** A database of a project. */
  record InProject(Path file, ProjectDatabase database) {}

  /** What the options say, and where they say nothing, what the project says. */
  CheckedDatabase over(Project file, ProjectDatabase database) {
    return new CheckedDatabase(
        folder.or(database::migrations),
        migrations.over(database.schemas()),
        queries.over(database, file.minimumCoverage(), folder(file.file())),
        Optional.of(new InProject(file.file(), database)));
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }

  Optional<String> name() {
    return project.map(in -> in.database().name());
  }

  /** The variable with the address of its live database. */
  Optional<String> variable() {
    return project.flatMap(in -> in.database().env());
  }
}
