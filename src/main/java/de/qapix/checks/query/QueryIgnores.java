package de.qapix.checks.query;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments {@code qapix-ignore rule} of a file. One counts for its own line, for the next, and
 * for a query that begins on one of these.
 */
final class QueryIgnores {

  private static final Pattern IGNORE = Pattern.compile("qapix-ignore(?![\\w-])([\\s,\\w/-]*)");

  private final SourceText source;
  private final List<Ignore> all = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private record Ignore(String rule, int line, int offset, int end) {

    String key() {
      return offset + " " + rule;
    }
  }

  QueryIgnores(QueryFile file) {
    this.source = file.source();
    file.comments().forEach(comment -> add(comment.text(), comment.offset()));
    for (Query query : file.queries()) {
      for (Piece piece : query.variants().get(0)) {
        if (piece instanceof Literal literal && literal.sql().contains("qapix-ignore")) {
          add(literal);
        }
      }
    }
  }

  private void add(Literal literal) {
    for (Token token : SqlLexer.tokens(literal.sql())) {
      int offset = literal.offset(token.offset());
      boolean known = all.stream().anyMatch(ignore -> ignore.offset() == offset);
      if (token.kind() == Token.Kind.COMMENT && literal.source() == source && !known) {
        add(token.text(), offset);
      }
    }
  }

  private void add(String comment, int offset) {
    Matcher ignore = IGNORE.matcher(comment);
    if (!ignore.find()) {
      return;
    }
    int line = source.lineOf(offset + ignore.start());
    List<String> rules =
        Arrays.stream(ignore.group(1).strip().split("[\\s,]+"))
            .map(rule -> rule.replaceFirst("^query/", ""))
            .toList();
    rules.forEach(rule -> all.add(new Ignore(rule, line, offset, offset + comment.length())));
  }

  /** Whether a mistake is to be passed over. */
  boolean cover(Mistake mistake, Query query) {
    if (mistake.spot().source() != source) {
      return false;
    }
    int line = source.lineOf(mistake.spot().start());
    int first = source.lineOf(query.start());
    boolean covered = false;
    for (Ignore ignore : all) {
      boolean near = isAt(ignore, line) || isAt(ignore, first);
      if (near && ignore.rule().equals(mistake.kind().word())) {
        used.add(ignore.key());
        covered = true;
      }
    }
    return covered;
  }

  private static boolean isAt(Ignore ignore, int line) {
    return line == ignore.line() || line == ignore.line() + 1;
  }

  /** A warning for each comment that passes over nothing. */
  List<Finding> unused() {
    return all.stream()
        .filter(ignore -> !used.contains(ignore.key()))
        .map(
            ignore ->
                Finding.warning("query/unused-ignore", "qapix-ignore " + ignore.rule())
                    .at(source.place(ignore.offset(), ignore.end()))
                    .showing(source.line(ignore.line())))
        .toList();
  }
}
