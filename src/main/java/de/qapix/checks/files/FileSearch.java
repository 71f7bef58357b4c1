package de.qapix.checks.files;

import de.qapix.files.DisplayPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds files by patterns. What is installed, built or hidden is left out unless it is named; links
 * to folders are followed after everything else, so that no folder is seen twice, or not at all.
 */
public final class FileSearch {

  private static final Set<String> LEFT_OUT =
      Set.of("node_modules", "bower_components", "dist", "build");

  /** What becomes of symbolic links below a pattern's folder. */
  public enum Links {
    FOLLOWED,
    LEFT_OUT
  }

  private final List<Glob> excluded;
  private final Links follow;

  /**
   * @param excluded patterns of files and folders to leave out; one without a slash is a name that
   *     may be anywhere
   */
  public FileSearch(List<String> excluded, Links follow) {
    this.follow = follow;
    this.excluded =
        excluded.stream()
            .map(text -> text.replaceFirst("/+$", ""))
            .map(text -> new Glob(text.contains("/") ? text : "**/" + text))
            .toList();
  }

  /** Whether a pattern that matches nothing is a mistake: it is no file or folder that is there. */
  public static boolean expectsFiles(String glob) {
    return !Files.exists(Path.of(glob));
  }

  /** The files of a kind that a pattern, or the name of a file or folder, stands for. */
  public SortedSet<Path> find(FileKind kind, String text) {
    Path named = Path.of(text);
    SortedSet<Path> files = new TreeSet<>();
    if (Files.isRegularFile(named)) {
      if (kind.fits(named) && !isExcluded(named)) {
        files.add(named.normalize());
      }
      return files;
    }
    if (Files.isDirectory(named)) {
      Path folder = named.normalize();
      String prefix = DisplayPath.of(folder);
      boolean bare = prefix.isEmpty() || prefix.endsWith("/");
      new Walk(new Glob(bare ? prefix + "**" : prefix + "/**"), kind, files).from(folder);
      return files;
    }
    Glob glob = new Glob(text);
    if (glob.hasWildcards()) {
      new Walk(glob, kind, files).from(glob.base());
    }
    return files;
  }

  /** The folder in which all is that a pattern stands for. */
  public static Path folder(String text) {
    Path named = Path.of(text);
    return Files.isDirectory(named) ? named.normalize() : new Glob(text).base();
  }

  private boolean isExcluded(Path path) {
    for (Path part = path; part != null; part = part.getParent()) {
      String name = DisplayPath.of(part);
      if (excluded.stream().anyMatch(glob -> glob.matches(name))) {
        return true;
      }
    }
    return false;
  }

  private final class Walk {

    private final Glob glob;
    private final FileKind kind;
    private final SortedSet<Path> files;
    private final Set<Path> seen = new HashSet<>();
    private final Deque<Path> links = new ArrayDeque<>();

    private Walk(Glob glob, FileKind kind, SortedSet<Path> files) {
      this.glob = glob;
      this.kind = kind;
      this.files = files;
    }

    private void from(Path base) {
      links.add(base);
      while (!links.isEmpty()) {
        Path folder = links.remove();
        if (Files.isDirectory(folder)) {
          look(folder);
        }
      }
    }

    private void look(Path folder) {
      if (!isNew(folder)) {
        return;
      }
      for (Path entry : entries(folder)) {
        if (follow == Links.LEFT_OUT && Files.isSymbolicLink(entry)) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          enter(entry);
        } else if (kind.fits(entry)
            && glob.matches(DisplayPath.of(entry))
            && !isExcluded(entry)
            && Files.isRegularFile(entry)) {
          files.add(entry.normalize());
        }
      }
    }

    private void enter(Path folder) {
      String name = folder.getFileName().toString();
      boolean leftOut = name.startsWith(".") || LEFT_OUT.contains(name);
      boolean tooDeep = !glob.reaches(folder.getNameCount());
      if ((leftOut && !glob.names(name)) || tooDeep || isExcluded(folder)) {
        return;
      }
      if (Files.isSymbolicLink(folder)) {
        links.add(folder);
      } else {
        look(folder);
      }
    }

    private boolean isNew(Path folder) {
      return real(folder).filter(seen::add).isPresent();
    }
  }

  private static Optional<Path> real(Path folder) {
    try {
      return Optional.of(folder.toRealPath());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Nothing where we may not look. */
  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(entries::add);
    } catch (IOException denied) {
      return List.of();
    }
    entries.sort(null);
    return entries;
  }
}
