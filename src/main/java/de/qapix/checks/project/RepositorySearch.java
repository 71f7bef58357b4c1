package de.qapix.checks.project;

import static java.util.stream.Collectors.toSet;

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
import java.util.stream.Stream;

/**
 * Looks for the databases of a repository: each folder of migrations is one.
 *
 * @param leftOut folders that look like migrations and cannot be used, with the reason
 */
public record RepositorySearch(
    List<ProposedDatabase> databases, List<MigrationFolderException> leftOut) {

  /** Folders whose names say nothing about the database. */
  private static final Set<String> COMMON =
      Set.of(
          "migrations",
          "migration",
          "migrate",
          "sql",
          "prisma",
          "drizzle",
          "src",
          "main",
          "resources",
          "server",
          "packages",
          "apps",
          "libs");

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
          .filter(read -> read.layout() != MigrationFolder.Layout.SINGLE_FILE)
          .filter(
              read ->
                  read.scripts().stream()
                      .map(script -> RepositoryWalk.folderOf(script.file()))
                      .anyMatch(candidate::equals));
    } catch (MigrationFolderException unusable) {
      boolean told = leftOut.stream().anyMatch(other -> other.place().equals(unusable.place()));
      if (isOfMigrations(unusable.kind()) && !told) {
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
    Set<Path> homes = found.keySet().stream().map(walk::packageOf).collect(toSet());
    WorkspacePackages packages = WorkspacePackages.read(walk.packages());
    Optional<Path> main = main(root, homes, packages);
    Set<String> names = new HashSet<>();
    List<ProposedDatabase> databases = new ArrayList<>();
    found.forEach(
        (folder, read) -> {
          Path home = walk.packageOf(folder);
          List<Path> source =
              outermost(
                      main.filter(home::equals).isPresent() ? Set.of(root) : packages.usersOf(home))
                  .stream()
                  .filter(walk::hasSource)
                  .toList();
          databases.add(
              new ProposedDatabase(
                  name(root, folder, names),
                  root.relativize(folder),
                  read.layout(),
                  read.scripts().size(),
                  source.stream().map(root::relativize).toList(),
                  others(homes, home, source).map(root::relativize).toList()));
        });
    return databases;
  }

  /** The package that most others use: its database is that of whatever uses none. */
  private static Optional<Path> main(Path root, Set<Path> homes, WorkspacePackages packages) {
    if (homes.size() == 1) {
      return homes.stream().findFirst();
    }
    return homes.stream()
        .filter(home -> !home.equals(root) && packages.usersOf(home).size() > 1)
        .max(Comparator.comparingInt(home -> packages.usersOf(home).size()));
  }

  /** Those that lie in none of the others. */
  private static List<Path> outermost(Set<Path> folders) {
    return folders.stream()
        .filter(
            folder ->
                folders.stream()
                    .noneMatch(other -> folder.startsWith(other) && !folder.equals(other)))
        .sorted()
        .toList();
  }

  /** Packages of other databases below these folders. */
  private static Stream<Path> others(Set<Path> homes, Path home, List<Path> source) {
    return homes.stream()
        .filter(other -> !home.startsWith(other))
        .filter(other -> source.stream().anyMatch(other::startsWith))
        .filter(other -> !source.contains(other))
        .sorted();
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
