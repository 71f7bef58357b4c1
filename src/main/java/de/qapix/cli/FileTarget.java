package de.qapix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a file can be written, asked before the work whose result it is to hold. */
public final class FileTarget {

  private FileTarget() {}

  /** Why it cannot be written, as the end of a message's key; empty where it probably can. */
  public static Optional<String> obstacle(Path file) {
    if (Files.exists(file) && !Files.isDirectory(file)) {
      return Files.isWritable(file) ? Optional.empty() : Optional.of("denied");
    }
    return obstacleToReplacing(file);
  }

  /** The same for a file in whose place another one is put. */
  public static Optional<String> obstacleToReplacing(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("folder");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      return Optional.of("missing");
    }
    return Files.isWritable(folder) ? Optional.empty() : Optional.of("folder-denied");
  }
}
