package de.qapix.checks.project;

import de.qapix.checks.files.FileKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a search for databases has to know of a repository, collected on one way through it.
 * Symbolic links are not followed; what is installed, built or hidden is not looked at.
 */
final class RepositoryWalk extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "node_modules",
          "bower_components",
          "dist",
          "build",
          "out",
          "target",
          "vendor",
          "coverage");

  /** What Prisma calls each script, whose folder bears the name of the migration. */
  private static final String PRISMA_SCRIPT = "migration.sql";

  private final Path root;
  private final SortedSet<Path> sqlFolders = new TreeSet<>();
  private final Set<Path> packages = new HashSet<>();
  private final Set<Path> sourceFolders = new HashSet<>();
  private final Set<Path> links = new HashSet<>();

  private RepositoryWalk(Path root) {
    this.root = root;
  }

  static RepositoryWalk through(Path root) throws IOException {
    RepositoryWalk walk = new RepositoryWalk(root);
    Files.walkFileTree(root, walk);
    return walk;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = String.valueOf(folder.getFileName());
    boolean leftOut = LEFT_OUT.contains(name) || name.startsWith(".");
    return leftOut && !folder.equals(root)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      links.add(file);
    }
    if (!attributes.isRegularFile()) {
      return FileVisitResult.CONTINUE;
    }
    String name = file.getFileName().toString();
    if (name.endsWith(".sql")) {
      sqlFolders.add(folderOf(file));
    } else if (name.equals("package.json")) {
      packages.add(file.getParent());
    } else if (FileKind.SOURCE.fits(file)) {
      sourceFolders.add(file.getParent());
    }
    return FileVisitResult.CONTINUE;
  }

  /** What may not be read is not looked at. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException denied) {
    return FileVisitResult.CONTINUE;
  }

  /** The folder of migrations to which a script would belong. */
  static Path folderOf(Path script) {
    Path folder = script.getParent();
    boolean nested = script.getFileName().toString().equals(PRISMA_SCRIPT);
    return nested && folder.getParent() != null ? folder.getParent() : folder;
  }

  /**
   * Folders that may be folders of migrations, in order. Packages as a whole are none, nor is a
   * folder that would have to be read through links.
   */
  SortedSet<Path> candidates() {
    SortedSet<Path> candidates = new TreeSet<>(sqlFolders);
    candidates.removeAll(packages);
    candidates.remove(root);
    candidates.removeIf(folder -> links.stream().anyMatch(link -> link.startsWith(folder)));
    return candidates;
  }

  /** The package in which a folder lies; the whole repository where it is in none. */
  Path packageOf(Path folder) {
    for (Path up = folder; up != null && up.startsWith(root); up = up.getParent()) {
      if (packages.contains(up)) {
        return up;
      }
    }
    return root;
  }

  PackageDependencies dependencies() {
    return PackageDependencies.of(packages);
  }

  boolean hasSource(Path folder) {
    return sourceFolders.stream().anyMatch(each -> each.startsWith(folder));
  }
}
