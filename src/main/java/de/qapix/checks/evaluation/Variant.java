package de.qapix.checks.evaluation;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression is on one path.
 *
 * @param pieces the text; empty where it is none, as a list or an object
 * @param unknown the expression where nothing at all is known of it
 * @param taken which branches of which decisions the path takes
 */
public record Variant(List<Piece> pieces, Optional<Hole> unknown, Set<BranchTaken> taken) {

  public Variant {
    pieces = List.copyOf(pieces);
    taken = Set.copyOf(taken);
  }
}
