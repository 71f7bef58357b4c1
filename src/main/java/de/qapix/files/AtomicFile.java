package de.qapix.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;

/** Writes files whole or not at all: who reads meanwhile reads the old one or the new one. */
public final class AtomicFile {

  private static final String SUFFIX = ".half";

  private AtomicFile() {}

  /**
   * Keeps the rights of a file that is there, and follows it where it is a link.
   *
   * @param rights of a file that is new; those that the user's mask leaves if none are given
   */
  public static void write(Path file, byte[] content, FileAttribute<?>... rights)
      throws IOException {
    boolean there = Files.exists(file);
    Path target = there ? file.toRealPath() : file;
    Path half = target.resolveSibling("." + target.getFileName() + "." + writer() + SUFFIX);
    try {
      if (there) {
        Files.copy(target, half, StandardCopyOption.COPY_ATTRIBUTES);
      } else {
        Files.createFile(half, rights);
      }
      Files.write(half, content);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** Whether that is what a process that was killed has left. */
  public static boolean isHalf(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(SUFFIX);
  }

  private static String writer() {
    return ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
  }
}
