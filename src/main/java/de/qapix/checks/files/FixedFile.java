package de.qapix.checks.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import de.qapix.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file in which names were put right. */
public record FixedFile(Path path, String name, String before, String after) {

  private static final int CONTEXT = 3;

  /** What was changed, as patches have it. */
  public List<String> difference() {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + name, "b/" + name, old, DiffUtils.diff(old, fresh), CONTEXT);
  }

  /**
   * Writes the file, whole or not at all, as it is encoded and with the rights that it has.
   *
   * @return false where it holds something else by now
   */
  public boolean write() throws IOException {
    Path file = path.toRealPath();
    byte[] bytes = Files.readAllBytes(file);
    Encoding encoding = Encoding.of(bytes);
    if (!encoding.decode(bytes).filter(before::equals).isPresent()) {
      return false;
    }
    AtomicFile.write(file, encoding.encode(after));
    return true;
  }
}
