package de.qapix.checks.fix;

import de.qapix.checks.text.SourceText;

/**
 * Other SQL in the place of what is written.
 *
 * @param start where it is written
 * @param end behind it
 * @param text what has to stand there, as SQL
 */
public record Edit(SourceText source, int start, int end, String text) {

  boolean isAt(Edit other) {
    return start == other.start && end == other.end;
  }
}
