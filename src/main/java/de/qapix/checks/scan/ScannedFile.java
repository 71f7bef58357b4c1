package de.qapix.checks.scan;

import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** The names of the files in which its queries are written. */
  public Stream<String> sources() {
    return content.stream()
        .flatMap(file -> file.queries().stream())
        .flatMap(query -> query.variants().stream())
        .flatMap(List::stream)
        .map(piece -> piece.source().file());
  }
}
