package de.qapix.checks.text;

import java.util.List;

/**
 * What a program says that the rows of a result are.
 *
 * @param renamed whether its client can be told to write the names of columns in another way, as in
 *     camel case, and may have been
 */
public record RowType(List<Property> properties, boolean renamed) {

  public RowType {
    properties = List.copyOf(properties);
  }

  /**
   * A property of the rows.
   *
   * @param start where its name is written
   * @param optional whether rows may be without it
   * @param notNull whether the program surely counts on a value
   */
  public record Property(
      String name, SourceText source, int start, int end, boolean optional, boolean notNull) {}
}
