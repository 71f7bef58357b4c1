package de.qapix.checks.project;

import static de.qapix.checks.project.ProjectFileException.Kind.FOLDER;
import static de.qapix.checks.project.ProjectFileException.Kind.LINK;
import static de.qapix.checks.project.ProjectFileException.Kind.OUTSIDE;

import de.qapix.files.DisplayPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps what a project file names below its folder, on ways without symbolic links. */
public final class ProjectPaths {

  private static final Pattern WILDCARD = Pattern.compile("[*?{]");
  private static final Pattern LEAVING = Pattern.compile("^/|(^|[/{,])\\.\\.([/},]|$)");

  private final Path folder;

  ProjectPaths(Path file) {
    this.folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    if (WILDCARD.matcher(folder.toString()).find()) {
      throw new ProjectFileException(FOLDER, ProjectPlace.whole(file), DisplayPath.of(folder));
    }
  }

  /** A file or folder, as it is called where the command runs. */
  Path path(String text, ProjectPlace place) {
    try {
      Path path = Path.of(text);
      if (isOutside(path)) {
        throw new ProjectFileException(OUTSIDE, place, text);
      }
      refuseLinks(path, place);
      return folder.resolve(path).normalize();
    } catch (InvalidPathException noPath) {
      throw new ProjectFileException(OUTSIDE, place, text);
    }
  }

  /** The same for a pattern. */
  String pattern(String text, ProjectPlace place) {
    if (LEAVING.matcher(text).find()) {
      throw new ProjectFileException(OUTSIDE, place, text);
    }
    path(beginning(text), place);
    String shown = text.replaceFirst("^(\\./+)+(?=.)", "");
    String prefix = DisplayPath.of(folder);
    return prefix.isEmpty() ? shown : prefix + "/" + shown;
  }

  /** The folders before the first name that is a pattern. */
  private static String beginning(String pattern) {
    Matcher wildcard = WILDCARD.matcher(pattern);
    return wildcard.find()
        ? pattern.substring(0, pattern.lastIndexOf('/', wildcard.start()) + 1)
        : pattern;
  }

  private static boolean isOutside(Path path) {
    if (path.isAbsolute()) {
      return true;
    }
    for (Path name : path) {
      if (name.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }

  private void refuseLinks(Path path, ProjectPlace place) {
    Path reached = folder;
    for (Path name : path) {
      reached = reached.resolve(name);
      if (!name.toString().isEmpty() && Files.isSymbolicLink(reached)) {
        throw new ProjectFileException(LINK, place, DisplayPath.of(reached));
      }
    }
  }

  /**
   * Refuses a folder in which a symbolic link is.
   *
   * @param project the file that names it
   */
  public static void refuseLinksIn(Path folder, Path project) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isSymbolicLink)
          .findFirst()
          .ifPresent(
              link -> {
                throw new ProjectFileException(
                    LINK, ProjectPlace.whole(project), DisplayPath.of(link));
              });
    }
  }
}
