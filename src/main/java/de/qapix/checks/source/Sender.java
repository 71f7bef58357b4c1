package de.qapix.checks.source;

import de.qapix.checks.evaluation.BoundNames;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Piece;
import java.util.List;
import java.util.Optional;

/**
 * Who gives a text to a database.
 *
 * @param node the function or tag, or null where the text only looks like SQL
 * @param arguments what else the function gets, the text being the first
 */
record Sender(Node node, List<Node> arguments) {

  static final Sender UNKNOWN = new Sender(null, List.of());

  /** The text with the names that are given beside it. */
  List<Piece> withNames(List<Piece> text, Optional<Library> library, BoundNames names) {
    if (node == null || arguments.isEmpty()) {
      return text;
    }
    String function = SqlHints.last(node);
    if (function.equals("raw") && arguments.size() > 1) {
      return names.ofKnex(text, arguments.get(1));
    }
    return library.filter(Library.SEQUELIZE::equals).isPresent() && function.equals("query")
        ? BoundNames.ofSequelize(text)
        : text;
  }

  /** Whether it is so surely a database that even a text that is not known is a query. */
  boolean isDatabase(boolean libraryKnown) {
    String function = SqlHints.last(node);
    return SqlHints.sendsWhatever(function)
        || (libraryKnown && node instanceof Node.Member && function.equals("query"));
  }
}
