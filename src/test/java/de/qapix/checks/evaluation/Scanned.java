package de.qapix.checks.evaluation;

import de.qapix.checks.source.SourceScanner;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Scans files that exist in a test only, and writes down what is found in them. */
public final class Scanned {

  private static final Path FOLDER = Path.of("/project/src");

  private final Map<Path, SourceText> files = new HashMap<>();

  /** Adds a file next to the one that is scanned. */
  public Scanned with(String name, String text) {
    Path path = FOLDER.resolve(name).normalize();
    files.put(path, new SourceText(path.toString(), text));
    return this;
  }

  public QueryFile file(String name, String text) {
    with(name, text);
    Path path = FOLDER.resolve(name).normalize();
    return new SourceScanner(file -> Optional.ofNullable(files.get(file)))
        .scan(path, files.get(path));
  }

  /** The variants of all queries, one a line, without needless blanks. */
  public String queries(String name, String text) {
    return file(name, text).queries().stream()
        .flatMap(query -> query.variants().stream())
        .map(Scanned::text)
        .collect(Collectors.joining("\n"));
  }

  /** The same of a file of TypeScript that imports nothing. */
  public static String ts(String text) {
    return new Scanned().queries("file.ts", text);
  }

  /** A variant, its holes as {@code {KIND:code}}. */
  public static String text(List<Piece> variant) {
    return variant.stream()
        .map(
            piece ->
                piece instanceof Literal literal
                    ? literal.sql()
                    : "{" + ((Hole) piece).kind() + ":" + ((Hole) piece).code() + "}")
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Where a word of the first variant of the only query is written, as {@code line:column}. */
  static String place(String text, String word) {
    Query query = new Scanned().file("file.tsx", text).queries().get(0);
    for (Piece piece : query.variants().get(0)) {
      if (piece instanceof Literal literal && literal.sql().contains(word)) {
        int at = literal.sql().indexOf(word);
        int start = literal.offset(at);
        var place = literal.source().place(start, literal.offset(at + word.length()));
        return place.line() + ":" + place.column() + "-" + place.endColumn();
      }
    }
    return "nowhere";
  }
}
