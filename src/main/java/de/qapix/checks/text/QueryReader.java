package de.qapix.checks.text;

import java.nio.file.Path;

/** Finds the queries in the text of a file. */
@FunctionalInterface
public interface QueryReader {

  QueryFile read(Path file, SourceText text);
}
