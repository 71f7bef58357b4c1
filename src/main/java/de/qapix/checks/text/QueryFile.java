package de.qapix.checks.text;

import java.util.List;

/**
 * A file with SQL in it.
 *
 * @param queries in the order in which they are written
 * @param comments all of its comments, for what they tell the check
 * @param reads where properties are read from objects, as {@code row.totalEvents} does
 */
public record QueryFile(
    SourceText source, List<Query> queries, List<Comment> comments, List<Read> reads) {

  public QueryFile {
    queries = List.copyOf(queries);
    comments = List.copyOf(comments);
    reads = List.copyOf(reads);
  }

  /** Whether a property of that name is read anywhere. */
  public boolean reads(String name) {
    return reads.stream().anyMatch(read -> read.name().equals(name));
  }

  /**
   * A comment.
   *
   * @param text with its marks
   * @param offset where it begins
   */
  public record Comment(String text, int offset) {}

  /**
   * A property that is read.
   *
   * @param offset of its name
   */
  public record Read(String name, int offset) {}
}
