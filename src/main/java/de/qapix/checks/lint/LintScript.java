package de.qapix.checks.lint;

import static java.util.Objects.requireNonNull;

/**
 * A migration that is not applied yet.
 *
 * @param file its path as findings name it
 */
public record LintScript(String file, String text) {

  public LintScript {
    requireNonNull(file, "file");
    text = text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
