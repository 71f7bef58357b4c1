package de.qapix.checks.project;

import de.qapix.files.DisplayPath;
import java.nio.file.Path;

/**
 * A place in a project file.
 *
 * @param line counted from 1; 0 for the file as a whole
 */
public record ProjectPlace(Path file, int line, int column) {

  static ProjectPlace whole(Path file) {
    return new ProjectPlace(file, 0, 0);
  }

  @Override
  public String toString() {
    String name = DisplayPath.of(file);
    return line == 0 ? name : name + ":" + line + ":" + column;
  }
}
