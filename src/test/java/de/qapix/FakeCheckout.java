package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The real launcher among sources that nobody reads, with a Maven that only copies a jar: it takes
 * no time, notes each build in the file {@code builds}, fails where there is a file {@code broken},
 * edits a source where there is a file {@code edit}, and waits as long as there is a file {@code
 * gate}.
 */
final class FakeCheckout {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >>builds
      while [ -e gate ]; do sleep 0.02; done
      if [ -e broken ]; then echo 'ERROR: cannot find symbol'; exit 1; fi
      while [ -e edit ] && ! [ src/main/Source.java -nt target/launcher/began ]; do touch src/main/Source.java; done
      for option; do
        case $option in -Dqapix.build=*) build=${option#*=} ;; esac
      done
      mkdir -p "$build"
      cp prebuilt.jar "$build/qapix-all.jar"
      """;

  private final Path folder;

  FakeCheckout(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("bin"));
    Files.copy(
        Path.of("bin/qapix"), folder.resolve("bin/qapix"), StandardCopyOption.COPY_ATTRIBUTES);
    write("src/main/Source.java", "");
    write("src/main/Other.java", "");
    write("sql/migrations/V1.sql", "");
    write("pom.xml", "");
    program("tools/mvn", MAVEN);
    prebuild("first");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), text);
  }

  /** What the next build brings. */
  void prebuild(String label) throws IOException {
    jar(path("prebuilt.jar"), label);
  }

  /** As a minute after a build. */
  FakeCheckout built() throws IOException {
    write("target/launcher/current", "1");
    Files.createDirectories(archive().getParent());
    jar(path("target/launcher/1/qapix.jar"), "first");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
      }
    }
    Files.setLastModifiedTime(
        path("target/launcher/1/qapix.jar"), FileTime.from(Instant.now().minusSeconds(60)));
    return this;
  }

  Path archive() {
    return path("target/launcher/1/" + System.getProperty("java.runtime.version") + ".jsa");
  }

  /** Is there while the archive is made. */
  Path training() {
    return archive().resolveSibling("training");
  }

  long builds() throws IOException {
    return Files.exists(path("builds")) ? Files.readAllLines(path("builds")).size() : 0;
  }

  Path program(String name, String script) throws IOException {
    write(name, script);
    return Files.setPosixFilePermissions(path(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void jar(Path jar, String label) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LauncherProbe.class.getName());
    String type = LauncherProbe.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest);
        InputStream code = LauncherProbe.class.getResourceAsStream("/" + type)) {
      entries.putNextEntry(new JarEntry(type));
      code.transferTo(entries);
      entries.putNextEntry(new JarEntry("label"));
      entries.write(label.getBytes(UTF_8));
    }
  }
}
