package de.qapix.checks.query;

import static java.util.stream.Collectors.toSet;

import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells whether what is wrong in some variants of a query can really happen: branches that the
 * program never takes together make texts that nobody ever sends.
 */
final class VariantEvidence {

  /**
   * What became of a variant.
   *
   * @param wrong the places at which something is wrong
   * @param seen whether all of it was looked at
   */
  private record Outcome(Set<MappedText.Spot> wrong, boolean seen) {}

  private final Query query;
  private final List<Outcome> outcomes = new ArrayList<>();

  VariantEvidence(Query query) {
    this.query = query;
  }

  /** Adds what became of the next variant. */
  void add(Set<MappedText.Spot> wrong, boolean seen) {
    outcomes.add(new Outcome(wrong, seen));
  }

  /**
   * Whether what is written at a place is wrong in each variant in which it stands, or whenever one
   * branch is taken. Where not all variants are known, one alone is no evidence, and a column whose
   * table is written elsewhere may belong to another one.
   */
  boolean proves(QueryError error) {
    MappedText.Spot spot = error.spot();
    boolean always = isWrongIn(variants().filter(number -> stands(number, spot)), spot);
    if (!query.whole()) {
      return always && wrong(spot).count() > 1 && isInOnePiece(error);
    }
    return always
        || wrong(spot)
            .boxed()
            .flatMap(number -> query.branches().get(number).stream())
            .distinct()
            .anyMatch(branch -> isWrongIn(taking(branch), spot));
  }

  /**
   * Whether all that is written was in a text that was looked at, be it not in each combination:
   * one that nobody could look at may be one that the program never makes.
   */
  boolean coversAllThatIsWritten() {
    Set<String> seen =
        variants()
            .filter(number -> outcomes.get(number).seen())
            .boxed()
            .flatMap(number -> query.variants().get(number).stream())
            .map(VariantEvidence::key)
            .collect(toSet());
    return variants()
        .filter(number -> !outcomes.get(number).seen())
        .boxed()
        .flatMap(number -> query.variants().get(number).stream())
        .filter(piece -> !(piece instanceof Literal literal && literal.sql().isBlank()))
        .allMatch(piece -> seen.contains(key(piece)));
  }

  private static String key(Piece piece) {
    return piece instanceof Literal literal
        ? literal.source().file() + literal.offset(0) + literal.sql()
        : piece.source().file() + ((Hole) piece).start();
  }

  private static boolean isInOnePiece(QueryError error) {
    return error.kind() != QueryError.Kind.UNKNOWN_COLUMN
        || !error.written().contains(".")
        || error
            .fix()
            .filter(fix -> fix.end() - fix.start() < 2 * error.written().length())
            .isPresent();
  }

  private IntStream wrong(MappedText.Spot spot) {
    return variants().filter(number -> outcomes.get(number).wrong().contains(spot));
  }

  private IntStream variants() {
    return IntStream.range(0, outcomes.size());
  }

  private IntStream taking(Query.Branch branch) {
    return variants().filter(number -> query.branches().get(number).contains(branch));
  }

  /** A variant that was not looked at whole proves nothing. */
  private boolean isWrongIn(IntStream numbers, MappedText.Spot spot) {
    return numbers
        .mapToObj(outcomes::get)
        .allMatch(outcome -> !outcome.seen() || outcome.wrong().contains(spot));
  }

  private boolean stands(int variant, MappedText.Spot spot) {
    return query.variants().get(variant).stream().anyMatch(piece -> covers(piece, spot));
  }

  private static boolean covers(Piece piece, MappedText.Spot spot) {
    int start = piece instanceof Literal literal ? literal.offset(0) : ((Hole) piece).start();
    int end =
        piece instanceof Literal literal
            ? literal.offset(literal.sql().length())
            : ((Hole) piece).end();
    return piece.source().equals(spot.source()) && start <= spot.start() && spot.end() <= end;
  }
}
