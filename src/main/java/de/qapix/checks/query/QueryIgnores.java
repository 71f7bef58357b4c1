package de.qapix.checks.query;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.IgnoreComments;
import de.qapix.checks.finding.IgnoreComments.Lines;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ignore comments of a file, those of its own language and those in the SQL of its queries. */
final class QueryIgnores {

  private final SourceText source;
  private final IgnoreComments comments;
  private final Set<Integer> known = new HashSet<>();

  QueryIgnores(QueryFile file) {
    this.source = file.source();
    this.comments =
        new IgnoreComments("query", file.queries().stream().map(this::lines).distinct().toList());
    file.comments().forEach(comment -> add(comment.text(), comment.offset()));
    for (Query query : file.queries()) {
      for (Piece piece : query.variants().get(0)) {
        if (piece instanceof Literal literal && literal.source() == source) {
          SqlLexer.tokens(literal.sql()).stream()
              .filter(token -> token.kind() == Token.Kind.COMMENT)
              .forEach(token -> add(token.text(), literal.offset(token.offset())));
        }
      }
    }
  }

  private void add(String comment, int offset) {
    if (comment.contains(IgnoreComments.OURS) && known.add(offset)) {
      comments.add(comment, offset, source.lineOf(offset));
    }
  }

  private Lines lines(Query query) {
    return new Lines(source.lineOf(query.start()), source.lineOf(query.end()));
  }

  /**
   * Whether an error is to be passed over. A property of the rows may be written elsewhere; a
   * comment beside the query counts for it.
   */
  boolean cover(QueryError error, Query query) {
    boolean own = error.spot().source() == source;
    return (own || error.kind().isAboutRows())
        && comments.accept(
            error.kind().word(), lines(query), own ? source.lineOf(error.spot().start()) : 0);
  }

  /** A warning for each name that passes over nothing. */
  List<Finding> unused() {
    return comments.unused().stream()
        .map(
            name ->
                Finding.warning(
                        "query/unused-ignore", (IgnoreComments.OURS + " " + name.rule()).strip())
                    .at(source.place(name.offset(), name.end()))
                    .showing(source.line(source.lineOf(name.offset()))))
        .toList();
  }
}
