package de.qapix.checks.query;

import static java.util.Comparator.comparing;

import de.qapix.checks.files.FileKind;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts names in the places of others in the text of a file. */
final class Edits {

  private Edits() {}

  /**
   * The text with all of these, as the literals in which they stand need them written.
   *
   * @param fixes of this file
   * @param files in which these literals are known
   */
  static String apply(String text, List<Fix> fixes, List<QueryFile> files) {
    StringBuilder edited = new StringBuilder(text);
    int before = text.length();
    for (Fix fix : fixes.stream().sorted(comparing(Fix::start).reversed()).toList()) {
      if (fix.end() <= before) {
        edited.replace(fix.start(), fix.end(), written(fix, files));
        before = fix.start();
      }
    }
    return edited.toString();
  }

  private static String written(Fix fix, List<QueryFile> files) {
    if (FileKind.SQL.fits(Path.of(fix.source().file()))) {
      return fix.text();
    }
    char quote =
        files.stream()
            .flatMap(file -> file.queries().stream())
            .flatMap(query -> query.variants().stream())
            .flatMap(List::stream)
            .flatMap(piece -> quote(piece, fix).stream())
            .findFirst()
            .orElse('`');
    String text = fix.text().replace("\\", "\\\\").replace("${", "\\${");
    return text.replace(String.valueOf(quote), "\\" + quote);
  }

  /** The quote of the literal in the source in which a fix is to be written. */
  private static Optional<Character> quote(Piece piece, Fix fix) {
    if (!(piece instanceof Literal literal)
        || !literal.source().file().equals(fix.source().file())) {
      return Optional.empty();
    }
    for (int at = 0; at < literal.sql().length(); at++) {
      if (literal.offset(at) == fix.start()) {
        return Optional.of(quoteBefore(literal, at));
      }
    }
    return Optional.empty();
  }

  /** What joined pieces leave out between them is more than an escape. */
  private static char quoteBefore(Literal literal, int place) {
    String source = literal.source().text();
    int at = place;
    while (at > 0 && follows(literal, at, source)) {
      at--;
    }
    int opening = literal.offset(at) - 1;
    char quote = opening < 0 ? '`' : source.charAt(opening);
    return quote == '"' || quote == '\'' ? quote : '`';
  }

  private static boolean follows(Literal literal, int at, String source) {
    int before = literal.offset(at - 1);
    int gap = literal.offset(at) - before;
    return gap <= 1 || source.charAt(before) == '\\';
  }
}
