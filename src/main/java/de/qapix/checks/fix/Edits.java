package de.qapix.checks.fix;

import static java.util.Comparator.comparing;

import de.qapix.checks.files.FileKind;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts names in the places of others in the text of a file. */
public final class Edits {

  private Edits() {}

  /**
   * The text with all of these, as the literals in which they stand need them written.
   *
   * @param edits of this file, none of which overlap
   * @param files in which these literals are known
   */
  public static String apply(String text, Collection<Edit> edits, List<QueryFile> files) {
    StringBuilder edited = new StringBuilder(text);
    for (Edit edit : edits.stream().sorted(comparing(Edit::start).reversed()).toList()) {
      edited.replace(edit.start(), edit.end(), written(edit, files));
    }
    return edited.toString();
  }

  private static String written(Edit edit, List<QueryFile> files) {
    if (FileKind.SQL.fits(Path.of(edit.source().file()))) {
      return edit.text();
    }
    char quote =
        files.stream()
            .flatMap(file -> file.queries().stream())
            .flatMap(query -> query.variants().stream())
            .flatMap(List::stream)
            .flatMap(piece -> quote(piece, edit).stream())
            .findFirst()
            .orElse('`');
    String text = edit.text().replace("\\", "\\\\").replace("${", "\\${");
    return text.replace(String.valueOf(quote), "\\" + quote);
  }

  /** The quote of the literal in the source in which it is to be written. */
  private static Optional<Character> quote(Piece piece, Edit edit) {
    if (!(piece instanceof Literal literal)
        || !literal.source().file().equals(edit.source().file())) {
      return Optional.empty();
    }
    for (int at = 0; at < literal.sql().length(); at++) {
      if (literal.offset(at) == edit.start()) {
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
