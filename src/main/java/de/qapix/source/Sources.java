package de.qapix.source;

import de.qapix.query.SourceText;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files that others import. */
@FunctionalInterface
public interface Sources {

  /** The text of a file; empty where there is none, or none that can be read. */
  Optional<SourceText> find(Path file);
}
