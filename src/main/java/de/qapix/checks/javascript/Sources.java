package de.qapix.checks.javascript;

import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files that others import. */
@FunctionalInterface
public interface Sources {

  /** The text of a file; empty where there is none, or none that can be read. */
  Optional<SourceText> find(Path file);
}
