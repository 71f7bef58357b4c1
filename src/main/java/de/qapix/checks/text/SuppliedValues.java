package de.qapix.checks.text;

import java.util.OptionalInt;
import java.util.Set;

/**
 * The values that a call gives beside a text: a list, or an object with names.
 *
 * @param option of the call in which they stand, such as {@code replacements}; empty for none
 * @param count of a list
 * @param names of an object
 * @param start where they are written
 * @param end behind them
 */
public record SuppliedValues(
    String option, OptionalInt count, Set<String> names, SourceText source, int start, int end) {

  public SuppliedValues {
    names = Set.copyOf(names);
  }
}
