package de.qapix.checks.statement;

import de.qapix.checks.names.QueryRelations;
import de.qapix.checks.statement.HoleContext.Candidate;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is put into the holes of a query so that the server can look at all the rest: one text after
 * another for each hole, until it takes one.
 */
public final class HoleFillings {

  private final List<Piece> pieces;
  private final List<Integer> holes;
  private final List<List<Candidate>> candidates;
  private final int[] choice;

  private HoleFillings(List<Piece> pieces, List<Integer> holes, List<List<Candidate>> candidates) {
    this.pieces = pieces;
    this.holes = holes;
    this.candidates = candidates;
    this.choice = new int[holes.size()];
  }

  public static HoleFillings of(List<Piece> written, QueryRelations relations) {
    List<Piece> pieces = LibraryMarks.asHoles(SubqueryValue.asStatement(written));
    List<Integer> holes =
        IntStream.range(0, pieces.size())
            .filter(at -> pieces.get(at) instanceof Hole)
            .boxed()
            .toList();
    SqlTokens tokens = HoleMarks.tokens(pieces);
    HoleContext context = new HoleContext(tokens, relations);
    List<List<Candidate>> candidates = new ArrayList<>();
    for (int hole = 0; hole < holes.size(); hole++) {
      Hole piece = (Hole) pieces.get(holes.get(hole));
      candidates.add(context.candidates(piece.kind(), HoleMarks.of(hole), parameter(hole)));
    }
    return new HoleFillings(pieces, holes, candidates);
  }

  private static String parameter(int hole) {
    return "$" + (1000 + hole);
  }

  /** Values that the library binds, but which stand between the quotes of a text. */
  public static List<Hole> quotedValues(List<Piece> pieces) {
    SqlTokens tokens = HoleMarks.tokens(pieces);
    List<Hole> quoted = new ArrayList<>();
    int number = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Hole hole) {
        String mark = HoleMarks.of(number++);
        boolean inText =
            IntStream.range(0, tokens.size())
                .mapToObj(tokens::at)
                .anyMatch(
                    token -> token.kind() == Token.Kind.STRING && token.text().contains(mark));
        if (hole.kind() == Hole.Kind.VALUE && inText) {
          quoted.add(hole);
        }
      }
    }
    return quoted;
  }

  /** Whether there is anything that can be a part of a name, or SQL. */
  public boolean hidesSql() {
    return IntStream.range(0, holes.size()).anyMatch(this::hidesSql);
  }

  private boolean hidesSql(int hole) {
    return switch (hole(hole).kind()) {
      case SQL -> chosen(hole).filter(Candidate::eatsDot).isEmpty();
      case ANY -> chosen(hole).filter(each -> hides(each.text())).isPresent();
      default -> false;
    };
  }

  /**
   * Whether the SQL that may be hidden can give a name its meaning.
   *
   * @param spot where it is written
   * @param qualified whether it is the name of a table, or has one before it
   */
  public boolean mayKnow(MappedText.Spot spot, boolean qualified) {
    List<MappedText> parts = new ArrayList<>();
    int hole = 0;
    for (Piece piece : pieces) {
      parts.add(
          piece instanceof Literal literal
              ? MappedText.of(literal)
              : MappedText.standIn(HoleMarks.of(hole), hole++));
    }
    return new HiddenTables(MappedText.of(parts), this::hidesSql, this::isOpen)
        .mayKnow(spot, qualified);
  }

  private boolean isOpen(int hole) {
    Hole.Kind kind = hole(hole).kind();
    return kind == Hole.Kind.SQL || kind == Hole.Kind.ANY || kind == Hole.Kind.NAMES;
  }

  /** Whether there is anything whose type is not known, or which may not even be a value. */
  public boolean guesses() {
    return IntStream.range(0, holes.size()).anyMatch(h -> hole(h).kind() != Hole.Kind.VALUE);
  }

  private static boolean hides(String text) {
    return text.isEmpty() || text.equals("*") || text.contains(" ");
  }

  public Hole hole(int number) {
    return (Hole) pieces.get(holes.get(number));
  }

  /** The first hole for which nothing is left to try. */
  public Optional<Hole> hopeless() {
    return IntStream.range(0, holes.size())
        .filter(hole -> chosen(hole).isEmpty())
        .mapToObj(this::hole)
        .findFirst();
  }

  private Optional<Candidate> chosen(int hole) {
    List<Candidate> all = candidates.get(hole);
    return choice[hole] < all.size() ? Optional.of(all.get(choice[hole])) : Optional.empty();
  }

  /** Tries the next text for a hole; tells whether there is one. */
  public boolean next(int hole) {
    choice[hole]++;
    return chosen(hole).isPresent();
  }

  /**
   * Whether SQL may be hidden in a hole whose text can still be another one, the nearest before a
   * place first; what it was is begun again.
   */
  public boolean nextBefore(MappedText draft, int offset) {
    for (int at = Math.min(offset, draft.text().length() - 1); at >= 0; at--) {
      Optional<Integer> hole = draft.hole(at);
      if (hole.isPresent() && next(hole.get())) {
        return true;
      }
    }
    return false;
  }

  /** Tries the next text for the last hole, unless it is a value; tells whether there is one. */
  public boolean nextOfLast() {
    int last = holes.size() - 1;
    return last >= 0 && hole(last).kind() != Hole.Kind.VALUE && next(last);
  }

  /** The text with what stands in now; names take the place of what is hopeless. */
  public MappedText draft() {
    return draft(-1);
  }

  /** The same with nothing but a parameter in one hole. */
  public MappedText withParameter(int number) {
    return draft(number);
  }

  private MappedText draft(int parameter) {
    List<MappedText> parts = new ArrayList<>();
    int hole = 0;
    boolean dotEaten = false;
    for (Piece piece : pieces) {
      if (piece instanceof Literal literal) {
        MappedText written = MappedText.of(literal);
        boolean drop = dotEaten && literal.sql().startsWith(".");
        parts.add(drop ? written.part(1, literal.sql().length()) : written);
        dotEaten = false;
      } else {
        Candidate candidate =
            hole == parameter
                ? new Candidate(parameter(hole), false)
                : chosen(hole).orElse(new Candidate(HoleMarks.of(hole), false));
        parts.add(MappedText.standIn(candidate.text(), hole));
        dotEaten = candidate.eatsDot();
        hole++;
      }
    }
    return MappedText.of(parts);
  }
}
