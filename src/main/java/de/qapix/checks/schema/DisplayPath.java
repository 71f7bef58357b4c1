package de.qapix.checks.schema;

import java.nio.file.Path;

/** Paths as reports show them. */
final class DisplayPath {

  private DisplayPath() {}

  /** With slashes, and relative where the file lies below the folder. */
  static String from(Path here, Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path base = here.toAbsolutePath().normalize();
    Path shown = whole.startsWith(base) ? base.relativize(whole) : whole;
    return shown.toString().replace('\\', '/');
  }
}
