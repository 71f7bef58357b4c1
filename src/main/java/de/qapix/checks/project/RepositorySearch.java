package de.qapix.checks.project;

import de.qapix.checks.scratch.FolderReader;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.MigrationFolderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for the databases of a repository: each folder of migrations is one.
 *
 * @param leftOut folders that look like migrations and cannot be used, with the reason
 */
public record RepositorySearch(
    List<ProposedDatabase> databases, List<MigrationFolderException> leftOut) {

  /** Folders whose names say nothing about the database. */
  private static final Set<String> COMMON =
      Set.of("migrations", "migration", "sql", "prisma", "drizzle", "src", "main", "resources");

  public RepositorySearch {
    databases = List.copyOf(databases);
    leftOut = List.copyOf(leftOut);
  }

  /** Looks at everything below a folder. */
  public static RepositorySearch in(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    RepositoryWalk walk = RepositoryWalk.through(root);
    Map<Path, MigrationFolder> found = new TreeMap<>();
    List<MigrationFolderException> leftOut = new ArrayList<>();
    for (Path candidate : walk.candidates()) {
      if (found.keySet().stream().noneMatch(candidate::startsWith)) {
        read(candidate, leftOut).ifPresent(read -> found.put(candidate, read));
      }
    }
    return new RepositorySearch(propose(root, walk, found), leftOut);
  }

  /**
   * The migrations of a folder, if they lie in it and not somewhere below. A single file of SQL may
   * be anything.
   */
  private static Optional<MigrationFolder> read(
      Path candidate, List<MigrationFolderException> leftOut) {
    try {
      return Optional.of(FolderReader.read(candidate, Map.of()))
          .map(ForeignMigrations::refused)
          .filter(read -> read.layout() != MigrationFolder.Layout.SINGLE_FILE)
          .filter(
              read ->
                  read.scripts().stream()
                      .map(script -> RepositoryWalk.folderOf(script.file()))
                      .anyMatch(candidate::equals));
    } catch (MigrationFolderException unusable) {
      if (isOfMigrations(unusable.kind())) {
        leftOut.add(unusable);
      }
      return Optional.empty();
    }
  }

  /** Whether a folder is one of migrations, though they cannot be used. */
  private static boolean isOfMigrations(MigrationFolderException.Kind kind) {
    return kind != MigrationFolderException.Kind.EMPTY
        && kind != MigrationFolderException.Kind.NO_LAYOUT;
  }

  private static List<ProposedDatabase> propose(
      Path root, RepositoryWalk walk, Map<Path, MigrationFolder> found) {
    List<Path> packages = found.keySet().stream().map(walk::packageOf).toList();
    PackageDependencies dependencies = walk.dependencies();
    Optional<Path> main = main(root, packages, dependencies);
    Set<String> names = new HashSet<>();
    List<ProposedDatabase> databases = new ArrayList<>();
    found.forEach(
        (folder, read) -> {
          Path home = walk.packageOf(folder);
          databases.add(
              new ProposedDatabase(
                  name(root, folder, names),
                  root.relativize(folder),
                  read.layout(),
                  read.scripts().size(),
                  source(main.filter(home::equals).map(any -> root).orElse(home), dependencies)
                      .stream()
                      .filter(walk::hasSource)
                      .map(root::relativize)
                      .toList(),
                  inner(root, main.filter(home::equals).map(any -> root).orElse(home), packages)
                      .stream()
                      .filter(other -> !other.equals(root.relativize(home)))
                      .toList()));
        });
    return databases;
  }

  /** The package that most others use: its database is that of whatever uses none. */
  private static Optional<Path> main(
      Path root, List<Path> packages, PackageDependencies dependencies) {
    if (packages.size() == 1) {
      return Optional.of(packages.get(0));
    }
    return packages.stream()
        .filter(home -> !home.equals(root) && !dependencies.usersOf(home).isEmpty())
        .max(Comparator.comparingInt(home -> dependencies.usersOf(home).size()));
  }

  /** A package and those that use it. */
  private static List<Path> source(Path home, PackageDependencies dependencies) {
    List<Path> source = new ArrayList<>(List.of(home));
    dependencies.usersOf(home).stream()
        .filter(user -> !user.startsWith(home) && !home.startsWith(user))
        .forEach(source::add);
    return source;
  }

  /** Packages of other databases below this one. */
  private static List<Path> inner(Path root, Path home, List<Path> packages) {
    return packages.stream()
        .filter(other -> other.startsWith(home) && !other.equals(home))
        .distinct()
        .sorted()
        .map(root::relativize)
        .toList();
  }

  /** The last folder whose name says something; more of its path where that is taken. */
  private static String name(Path root, Path folder, Set<String> taken) {
    List<String> path = new ArrayList<>(List.of(String.valueOf(root.getFileName())));
    root.relativize(folder).forEach(name -> path.add(name.toString()));
    int end = path.size();
    while (end > 1 && COMMON.contains(path.get(end - 1))) {
      end--;
    }
    String name = path.get(end - 1);
    for (int start = end - 2; taken.contains(name) && start >= 0; start--) {
      name = path.get(start) + "-" + name;
    }
    taken.add(name);
    return name;
  }
}
