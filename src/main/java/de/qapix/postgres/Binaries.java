package de.qapix.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from this build once a version. */
final class Binaries {

  private Binaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}; unpacked when it is not there.
   *
   * @param version names the folder, so that a new version does not disturb a running old one
   */
  static Path unpack(Path home, String version, Runnable unpacking) throws IOException {
    Path folder = home.resolve("bin-" + version);
    if (!Files.isDirectory(folder)) {
      unpacking.run();
      Path fresh = PrivateFolder.temporary(home);
      try (InputStream archive = archive(home)) {
        extract(archive, fresh);
      }
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  private static InputStream archive(Path home) {
    String machine = machine();
    InputStream archive = Binaries.class.getResourceAsStream("/postgres-" + machine + ".txz");
    if (archive == null) {
      throw new EmbeddedServerException(EmbeddedServerException.Kind.NO_BINARIES, home, machine);
    }
    return archive;
  }

  private static String machine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64");
    return system.startsWith("mac")
        ? "darwin-" + (arm ? "arm_64" : "x86_64")
        : "linux-" + (arm ? "arm_64" : "x86_64");
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive points outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    Files.setPosixFilePermissions(path, permissions(entry));
  }

  private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if ((entry.getMode() & 0100) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
    }
    return permissions;
  }
}
