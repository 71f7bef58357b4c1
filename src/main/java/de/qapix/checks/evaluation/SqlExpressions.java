package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;

/** Whether something is a piece of SQL to a library, and not a value that it binds. */
final class SqlExpressions {

  private static final int DEEPEST = 6;

  private SqlExpressions() {}

  static boolean isSql(Value value) {
    if (value instanceof Value.Items items) {
      return items.items().stream().anyMatch(SqlExpressions::isSql);
    }
    return value instanceof Value.Sql
        || value instanceof Value.Placed
        || value instanceof Value.Bound
        || value instanceof Value.Table
        || value instanceof Value.Column
        || (value instanceof Value.Repeated repeated && isSql(repeated.item()));
  }

  /** Whether one of the branches of an expression is such a piece, as far as a look tells. */
  static boolean mayBeSql(Node node, Frame frame) {
    return mayBeSql(node, frame, DEEPEST);
  }

  private static boolean mayBeSql(Node node, Frame frame, int depth) {
    if (node == null || depth == 0) {
      return false;
    }
    int less = depth - 1;
    if (node instanceof Node.Conditional conditional) {
      return mayBeSql(conditional.yes(), frame, less) || mayBeSql(conditional.no(), frame, less);
    }
    if (node instanceof Node.Binary binary) {
      return mayBeSql(binary.left(), frame, less) || mayBeSql(binary.right(), frame, less);
    }
    if (node instanceof Node.Template template) {
      return template.tag() != null && SqlHints.isSqlTag(template.tag());
    }
    if (node instanceof Node.Array array) {
      return array.elements().stream().anyMatch(each -> mayBeSql(each, frame, less));
    }
    if (node instanceof Node.Name name) {
      return mayBeSql(name.scope().find(name.name()), frame, less);
    }
    if (node instanceof Node.Reference reference) {
      return mayBeSql(reference.binding(), frame, less);
    }
    if (node instanceof Node.Function function) {
      return function.returns().stream().anyMatch(each -> mayBeSql(each.value(), frame, less));
    }
    if (node instanceof Node.Call call) {
      return mayBeSql(call, frame, less);
    }
    return node instanceof Node.Member member
        && (Emptiness.isEmptySql(member) || mayBeSql(member.object(), frame, less));
  }

  private static boolean mayBeSql(Node.Call call, Frame frame, int depth) {
    boolean helper =
        call.callee() instanceof Node.Member member
            && member.object() instanceof Node.Name owner
            && SqlHints.isSql(owner.name());
    return helper || mayBeSql(call.callee(), frame, depth);
  }

  private static boolean mayBeSql(Binding binding, Frame frame, int depth) {
    if (binding == null) {
      return false;
    }
    Value given = binding.isParameter() ? frame.argument(binding) : null;
    return (given != null && isSql(given))
        || (given instanceof Value.Code code && mayBeSql(code.node(), code.frame(), depth))
        || mayBeSql(binding.initial(), frame, depth)
        || mayBeSql(binding.fallback(), frame, depth)
        || binding.mutations().stream()
            .flatMap(mutation -> mutation.values().stream())
            .anyMatch(value -> mayBeSql(value, frame, depth));
  }
}
