package de.qapix.checks.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells which files may be written: those below a folder, and those whose whole path was named, but
 * none that a symbolic link leads to.
 */
public final class WritableFiles {

  private final Path root;

  /**
   * @param root the folder
   */
  public WritableFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Why a file may not be written. */
  public enum Refusal {
    LINK("link"),
    OUTSIDE("outside");

    private final String word;

    Refusal(String word) {
      this.word = word;
    }

    /** As the messages have it. */
    public String word() {
      return word;
    }
  }

  /** Why this one may not be written; nothing where it may. */
  public Optional<Refusal> refusal(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    boolean below = whole.startsWith(root);
    if (!below && !file.isAbsolute()) {
      return Optional.of(Refusal.OUTSIDE);
    }
    try {
      Path straight = below ? root.toRealPath().resolve(root.relativize(whole)) : whole;
      return straight.equals(whole.toRealPath()) ? Optional.empty() : Optional.of(Refusal.LINK);
    } catch (IOException gone) {
      return Optional.of(Refusal.LINK);
    }
  }
}
