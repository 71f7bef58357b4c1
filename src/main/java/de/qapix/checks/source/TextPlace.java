package de.qapix.checks.source;

import de.qapix.checks.evaluation.Variant;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a text is written that is a part of a query. */
record TextPlace(String file, int offset) {

  /** Those of all texts in some variants. */
  static Set<TextPlace> of(List<Variant> variants) {
    Set<TextPlace> places = new HashSet<>();
    for (Variant variant : variants) {
      for (Piece piece : variant.pieces()) {
        if (piece instanceof Literal literal && !literal.sql().isBlank()) {
          places.add(new TextPlace(literal.source().file(), literal.origin()));
        }
      }
    }
    return places;
  }
}
