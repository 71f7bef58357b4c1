package de.qapix.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this user that nobody else can look into. */
final class PrivateFolder {

  private static final FileAttribute<?> ONLY_ME =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> ONLY_MY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final String TEMPORARY = "tmp-";

  private PrivateFolder() {}

  /**
   * Makes the folder; one that is there must be ours, and is looked at before anything is written.
   */
  static Path make(Path folder) {
    try {
      Path parent = folder.getParent();
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent);
      }
      if (!Files.exists(folder)) {
        createIfMissing(folder);
      }
      requireOurs(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return folder;
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          EmbeddedServerException.Kind.UNWRITABLE, folder, String.valueOf(failure), failure);
    }
  }

  private static void createIfMissing(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, ONLY_ME);
    } catch (FileAlreadyExistsException another) {
      requireOurs(folder);
    }
  }

  private static void requireOurs(Path folder) throws IOException {
    Object owner = Files.getAttribute(folder, "unix:uid");
    Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (!owner.equals(me)) {
      throw new EmbeddedServerException(
          EmbeddedServerException.Kind.FOREIGN_FOLDER, folder, Files.getOwner(folder).getName());
    }
  }

  /** A new folder beside others; never one that a killed process may still be writing into. */
  static Path temporary(Path parent) throws IOException {
    return Files.createTempDirectory(parent, TEMPORARY, ONLY_ME);
  }

  /** Writes a file of ours, whole or not at all. */
  static void write(Path file, String content) throws IOException {
    AtomicFile.write(file, content.getBytes(UTF_8), ONLY_MY_FILE);
  }

  /** Removes what processes that were killed have left; nobody else may be working here. */
  static void sweep(Path parent) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(parent)) {
      left = entries.filter(PrivateFolder::isTemporary).toList();
    }
    left.forEach(PrivateFolder::delete);
  }

  private static boolean isTemporary(Path entry) {
    return entry.getFileName().toString().startsWith(TEMPORARY) || AtomicFile.isHalf(entry);
  }

  private static void delete(Path top) {
    try {
      Files.walkFileTree(
          top,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                throws IOException {
              if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
