package de.qapix.checks.statement;

import static java.util.stream.Collectors.joining;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the marks of a text that a library, or a helper of the project, replaces by something that
 * the server does not know as a parameter: a whole list, a name, a piece of SQL, or a value in
 * braces.
 */
final class LibraryMarks {

  /**
   * {@code VALUES :rows}, {@code IN ?}; PgTyped's {@code $$rows(id, value)} and {@code $row(id)}.
   */
  private static final String LIST =
      "\\b(?:values|in)\\s*(?<list>"
          + "(?::\\w+!?|\\?|\\$\\$\\w+!?(?:\\s*\\([\\w\\s,!]*\\))?)(?=\\s*(?:$|[)a-z;]))"
          + "|\\$[a-z_]\\w*!?\\s*\\([\\w\\s,!]*\\))";

  /** {@code {{name}}} and {@code {{name::type}}}; all else in such braces may be anything. */
  private static final String BRACES =
      "(?<value>\\{\\{\\s*\\w+\\s*)(?<type>::\\s*\\w[\\w\\s\\[\\]]*)?}}"
          + "|(?<any>\\{\\{-?\\s*[a-z_][^{}]*}})";

  /** pg-promise's <code>${ids:csv}</code>, {@code $1:name}, <code>${columns^}</code>. */
  private static final String FORMATTED =
      "(?<formatted>\\$(?:[{<(\\[/]\\s*[\\w.]+\\s*(?<filter>:[a-z]+|[\\^~#])\\s*[}>)\\]/]"
          + "|\\w+(?<short>:(?:csv|list|json|name|alias|raw|value)\\b|[\\^~#](?=[\\s,);]|$))))";

  /** PgTyped's {@code :name!} and {@code $name!}, which must not be null. */
  private static final String REQUIRED = "(?<required>(?<![:\\w$])[:$][a-z_]\\w*!(?!=))";

  private static final Pattern MARKS =
      Pattern.compile(
          Stream.of(LIST, BRACES, FORMATTED, REQUIRED).collect(joining("|")),
          Pattern.CASE_INSENSITIVE);

  /** Braces around a name of which a part is known only when the program runs. */
  private static final Pattern OPENED = Pattern.compile("\\{\\{\\s*\\w*$");

  private static final Pattern CLOSED =
      Pattern.compile("^\\w*\\s*(?<type>::\\s*\\w[\\w\\s\\[\\]]*)?}}");

  private LibraryMarks() {}

  /** The same pieces with holes in the place of such marks. */
  static List<Piece> asHoles(List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : braced(pieces)) {
      if (piece instanceof Literal literal) {
        add(literal, all);
      } else {
        all.add(piece);
      }
    }
    return all;
  }

  private static List<Piece> braced(List<Piece> pieces) {
    List<Piece> all = new ArrayList<>(pieces);
    for (int at = 1; at + 1 < all.size(); at++) {
      if (all.get(at) instanceof Hole name
          && all.get(at - 1) instanceof Literal before
          && all.get(at + 1) instanceof Literal after) {
        Matcher opened = OPENED.matcher(before.sql());
        Matcher closed = CLOSED.matcher(after.sql());
        if (opened.find() && closed.find()) {
          all.set(at - 1, before.part(0, opened.start()));
          all.set(
              at, new Hole(Hole.Kind.VALUE, name.code(), name.source(), name.start(), name.end()));
          all.set(at + 1, after.part(closed.end(), after.sql().length()));
          if (closed.group("type") != null) {
            all.add(at + 1, after.part(closed.start("type"), closed.end("type")));
          }
        }
      }
    }
    return all;
  }

  private static void add(Literal literal, List<Piece> all) {
    int from = 0;
    Matcher mark = MARKS.matcher(literal.sql());
    while (mark.find()) {
      String group = group(mark);
      all.add(literal.part(from, mark.start(group)));
      all.add(hole(kind(group, mark), literal, mark.start(group), mark.end(group)));
      if (mark.group("type") != null) {
        all.add(literal.part(mark.start("type"), mark.end("type")));
      }
      from = mark.end();
    }
    all.add(from == 0 ? literal : literal.part(from, literal.sql().length()));
  }

  private static String group(Matcher mark) {
    return Stream.of("list", "value", "any", "formatted", "required")
        .filter(group -> mark.group(group) != null)
        .findFirst()
        .orElseThrow();
  }

  private static Hole.Kind kind(String group, Matcher mark) {
    return switch (group) {
      case "list" -> Hole.Kind.VALUES_IN_PARENTHESES;
      case "any" -> Hole.Kind.ANY;
      case "formatted" ->
          formatted(mark.group("short") == null ? mark.group("filter") : mark.group("short"));
      default -> Hole.Kind.VALUE;
    };
  }

  private static Hole.Kind formatted(String filter) {
    return switch (filter) {
      case ":csv", ":list" -> Hole.Kind.VALUES;
      case ":json" -> Hole.Kind.VALUE;
      case ":name", "~" -> Hole.Kind.NAMES;
      case ":alias" -> Hole.Kind.NAME;
      default -> Hole.Kind.ANY;
    };
  }

  private static Hole hole(Hole.Kind kind, Literal literal, int start, int end) {
    return new Hole(
        kind,
        literal.sql().substring(start, end).strip(),
        literal.source(),
        literal.offset(start),
        literal.offset(end));
  }
}
