package de.qapix.checks.text;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Makes what finds the queries in TypeScript and JavaScript; each is for one thread. */
@FunctionalInterface
public interface SourceReaders {

  /**
   * Makes one.
   *
   * @param imports gives it the texts of the files that others import
   */
  QueryReader reading(Function<Path, Optional<SourceText>> imports);
}
