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
   * @param readable whether the server can take it apart; no program sends one that it cannot, so
   *     such a variant tells nothing of the names in it
   */
  private record Outcome(Set<MappedText.Spot> wrong, boolean seen, boolean readable) {
    /** Whether it does not have a mistake that it would have if it was one. */
    boolean acquits(QueryError error) {
      boolean told = readable || error.kind() == QueryError.Kind.SYNTAX;
      return seen && told && !wrong.contains(error.spot());
    }
  }

  private final Query query;
  private final List<Outcome> outcomes = new ArrayList<>();

  VariantEvidence(Query query) {
    this.query = query;
  }

  /** Adds what became of the next variant. */
  void add(Verdict verdict) {
    outcomes.add(
        new Outcome(
            verdict.errors().stream().map(QueryError::spot).collect(toSet()),
            verdict.skipped().isEmpty(),
            verdict.errors().stream().noneMatch(error -> error.kind() == QueryError.Kind.SYNTAX)));
  }

  /**
   * Whether what is written at a place is wrong in each variant in which it stands, or whenever one
   * branch is taken. Where not all variants are known, one alone is no evidence, but for one in
   * which nothing but values can differ, and a column whose table is written elsewhere may belong
   * to another one.
   */
  boolean proves(QueryError error) {
    MappedText.Spot spot = error.spot();
    boolean always = isWrongIn(variants().filter(number -> stands(number, spot)), error);
    if (!query.whole()) {
      return always && (wrong(spot).count() > 1 || isFixed()) && isInOnePiece(error);
    }
    return always
        || wrong(spot)
            .boxed()
            .flatMap(number -> query.branches().get(number).stream())
            .distinct()
            .anyMatch(branch -> isWrongIn(taking(branch), error));
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

  /** Whether there is but one text, in one piece but for its values. */
  private boolean isFixed() {
    List<Piece> text = query.variants().get(0);
    return query.variants().size() == 1
        && text.stream().map(Piece::source).distinct().count() == 1
        && text.stream()
            .allMatch(piece -> !(piece instanceof Hole hole) || hole.kind() == Hole.Kind.VALUE);
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

  /** A variant that was not looked at whole, or is none, proves nothing. */
  private boolean isWrongIn(IntStream numbers, QueryError error) {
    return numbers.mapToObj(outcomes::get).noneMatch(outcome -> outcome.acquits(error));
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
