package de.qapix.checks.query;

import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A file in which queries were looked for.
 *
 * @param content what is in it; empty where it was not read
 * @param unread why it was not
 * @param imports the names of the files that were read for it, if that was asked for
 */
public record ScannedFile(
    Path path, Optional<QueryFile> content, Optional<String> unread, Set<String> imports) {

  public ScannedFile {
    imports = Set.copyOf(imports);
  }

  /** Whether there is anything to check. */
  public boolean hasQueries() {
    return content.filter(file -> !file.queries().isEmpty()).isPresent();
  }
}
