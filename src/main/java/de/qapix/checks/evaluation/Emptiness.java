package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.SourceText;
import java.util.Set;

/**
 * Whether there is nothing in a value, or nothing in an expression as far as a look at it tells.
 */
final class Emptiness {

  private static final int DEEPEST = 6;

  private Emptiness() {}

  static boolean isEmpty(Value value) {
    if (value instanceof Value.Leaf leaf) {
      return leaf.piece() instanceof Literal literal && literal.sql().isBlank();
    }
    if (value instanceof Value.Sql sql) {
      return isEmpty(sql.text());
    }
    if (value instanceof Value.Items items) {
      return items.items().stream().allMatch(Emptiness::isEmpty);
    }
    if (value instanceof Value.Joined joined) {
      return isEmpty(joined.items());
    }
    return value instanceof Value.Nothing
        || (value instanceof Value.Parts parts
            && parts.parts().stream().allMatch(Emptiness::isEmpty));
  }

  /** Whether an expression is an empty text, undefined, or an empty piece of SQL. */
  static boolean isEmpty(Node node, SourceText source) {
    return isEmpty(node, source, DEEPEST);
  }

  private static boolean isEmpty(Node node, SourceText source, int depth) {
    if (node == null) {
      return true;
    }
    if (depth == 0) {
      return false;
    }
    if (node instanceof Node.Text text) {
      return isBlank(source, text.start() + 1, text.end() - 1);
    }
    if (node instanceof Node.Template template) {
      return template.holes().isEmpty()
          && template.chunks().stream()
              .allMatch(chunk -> isBlank(source, chunk.start(), chunk.end()));
    }
    if (node instanceof Node.Conditional conditional) {
      return isEmpty(conditional.yes(), source, depth - 1)
          && isEmpty(conditional.no(), source, depth - 1);
    }
    if (node instanceof Node.Name name) {
      return isEmpty(name, source, depth);
    }
    if (node instanceof Node.Call call) {
      return Set.of("raw", "empty").contains(SqlHints.last(call.callee()))
          && call.arguments().stream().allMatch(each -> isEmpty(each, source, depth - 1));
    }
    return node instanceof Node.Member member && isEmptySql(member);
  }

  private static boolean isEmpty(Node.Name name, SourceText source, int depth) {
    if (name.name().equals("undefined") || name.name().equals("null")) {
      return true;
    }
    Binding binding = name.scope().find(name.name());
    return binding != null
        && !binding.isParameter()
        && binding.mutations().isEmpty()
        && binding.initial() != null
        && isEmpty(binding.initial(), source, depth - 1);
  }

  /** {@code Prisma.empty} and its like. */
  static boolean isEmptySql(Node.Member member) {
    return member.name().equals("empty")
        && member.object() instanceof Node.Name name
        && SqlHints.isSql(name.name());
  }

  private static boolean isBlank(SourceText source, int start, int end) {
    for (int at = start; at < end; at++) {
      if (source.text().charAt(at) > ' ') {
        return false;
      }
    }
    return true;
  }
}
