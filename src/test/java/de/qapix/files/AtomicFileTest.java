package de.qapix.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void a_file_that_is_there_keeps_its_rights() throws Exception {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    AtomicFile.write(file, "new".getBytes(UTF_8));

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(entries()).containsExactly(file);
  }

  @Test
  void a_link_goes_on_to_lead_to_the_file_that_is_written() throws Exception {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    AtomicFile.write(link, "new".getBytes(UTF_8));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void a_new_file_has_the_rights_that_it_is_given() throws Exception {
    Path file = folder.resolve("secret");

    AtomicFile.write(
        file,
        new byte[0],
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void what_cannot_be_written_leaves_nothing_behind() throws Exception {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/report"), new byte[0]))
        .isInstanceOf(NoSuchFileException.class);
    Path file = Files.createDirectory(folder.resolve("report"));
    Files.createFile(file.resolve("inside"));

    assertThatThrownBy(() -> AtomicFile.write(file, new byte[0])).isInstanceOf(IOException.class);

    assertThat(entries()).containsExactly(file);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
