package de.qapix.checks.text;

/** A part of a query's text. */
public sealed interface Piece permits Literal, Hole {

  /** The file in which it is written. */
  SourceText source();
}
