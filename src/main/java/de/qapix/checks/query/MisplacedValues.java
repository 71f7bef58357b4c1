package de.qapix.checks.query;

import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.server.Statement;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds values in the template of a library that stand where only SQL can: the library sends a
 * parameter in their place, and {@code order by name $1} is none.
 */
final class MisplacedValues {

  private static final String SYNTAX = "42601";

  /** What makes one parameter of each value, a list or not. */
  private static final Set<Library> ONE_EACH =
      Set.of(Library.PRISMA, Library.POSTGRES_JS, Library.NEON, Library.VERCEL, Library.KYSELY);

  /** What makes one of each value, and of a list as many as it has. */
  private static final Set<Library> ONE_EACH_ITEM = Set.of(Library.DRIZZLE);

  private final List<Piece> pieces;
  private final Optional<Library> library;
  private final ServerDescriber server;

  MisplacedValues(List<Piece> pieces, Optional<Library> library, ServerDescriber server) {
    this.pieces = pieces;
    this.library = library;
    this.server = server;
  }

  /** Those of a text for which something else was put in to look at the rest. */
  List<QueryError> errors(HoleFillings standIns) {
    List<QueryError> errors = new ArrayList<>();
    int number = 0;
    for (int at = 0; at < pieces.size(); at++) {
      if (pieces.get(at) instanceof Hole hole) {
        if (isBehindText(at) && mayBe(hole)) {
          error(hole, number, standIns).ifPresent(errors::add);
        }
        number++;
      }
    }
    return errors;
  }

  private boolean isBehindText(int at) {
    return at > 0 && pieces.get(at - 1) instanceof Literal before && !before.sql().isBlank();
  }

  private boolean mayBe(Hole hole) {
    return switch (hole.kind()) {
      case VALUE, VALUES_IN_PARENTHESES, SQL ->
          (library.filter(ONE_EACH::contains).isPresent() && PlainValues.isPlain(hole))
              || (library.filter(ONE_EACH_ITEM::contains).isPresent()
                  && PlainValues.isPlainItem(hole));
      default -> false;
    };
  }

  private Optional<QueryError> error(Hole hole, int number, HoleFillings standIns) {
    Statement statement = Statement.of(standIns.withParameter(number));
    return statement
        .ask(server)
        .refusal()
        .filter(refused -> refused.state().equals(SYNTAX))
        .filter(refused -> statement.hole(refused.position()).filter(n -> n == number).isPresent())
        .map(
            refused ->
                QueryError.of(
                        QueryError.Kind.BOUND_VALUE,
                        MappedText.Spot.of(hole),
                        "${" + hole.code() + "}")
                    .told(refused.message(), Optional.empty()));
  }
}
