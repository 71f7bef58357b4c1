package de.qapix.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {

  @TempDir private Path folder;

  @Test
  void it_says_what_the_system_says() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(reason(() -> Files.readString(folder.resolve("none"))))
        .isEqualTo("No such file or directory");
    assertThat(reason(() -> Files.readString(folder))).isEqualTo("Is a directory");
    assertThat(reason(() -> Files.readString(file.resolve("x")))).isEqualTo("Not a directory");
    Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xe4});
    assertThat(reason(() -> Files.readString(latin))).isEqualTo("Not encoded in UTF-8");
    assertThat(reason(() -> list(file))).isEqualTo("Not a directory");
    assertThat(reason(() -> Files.createDirectory(file))).isEqualTo("File exists");
    assertThat(reason(() -> delete(folder))).isEqualTo("Directory not empty");
    assertThat(reason(() -> Files.write(Path.of("/dev/full"), "x".getBytes(UTF_8))))
        .isEqualTo("No space left on device");
  }

  @Test
  void it_is_never_empty() {
    assertThat(IoReason.of(new IOException((String) null))).isEqualTo("IOException");
  }

  private interface Deed {
    Object done() throws IOException;
  }

  private static Object list(Path path) throws IOException {
    try (Stream<Path> listed = Files.list(path)) {
      return listed.toList();
    }
  }

  private static Object delete(Path path) throws IOException {
    Files.delete(path);
    return path;
  }

  private static String reason(Deed deed) {
    return IoReason.of(catchThrowableOfType(IOException.class, deed::done));
  }
}
