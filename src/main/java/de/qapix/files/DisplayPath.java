package de.qapix.files;

import java.nio.file.Path;

/** Paths as people are shown them: with slashes on every machine. */
public final class DisplayPath {

  private DisplayPath() {}

  /** Relative where the file lies below the folder. */
  public static String from(Path here, Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path base = here.toAbsolutePath().normalize();
    Path shown = whole.startsWith(base) ? base.relativize(whole) : whole;
    return of(shown);
  }

  /** As it is. */
  public static String of(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
