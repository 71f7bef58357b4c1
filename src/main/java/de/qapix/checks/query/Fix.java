package de.qapix.checks.query;

import de.qapix.checks.text.SourceText;

/**
 * A name that can only be meant in one way.
 *
 * @param start where it is written
 * @param end behind it
 * @param text what has to stand there
 */
public record Fix(SourceText source, int start, int end, String text) {}
