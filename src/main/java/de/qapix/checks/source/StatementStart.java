package de.qapix.checks.source;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Mutation;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.recognition.Prefilter;
import java.util.Set;

/**
 * Whether expressions can begin with a statement, as far as a look at them tells: most cannot, and
 * nothing else is found out about those.
 */
final class StatementStart {

  private static final int DEEPEST = 8;
  private static final Set<String> OF_TEXTS =
      Set.of(
          """
          join trim trimStart trimEnd concat replace replaceAll toString map filter slice append
          flat sort reverse"""
              .split("\\s", -1));

  private final ParsedFile file;
  private final String text;

  StatementStart(ParsedFile file) {
    this.file = file;
    this.text = file.source().text();
  }

  /** Whether a text that is written there begins with something else than a statement. */
  boolean isHopeless(Node node) {
    Node first = node instanceof Node.Sum sum ? sum.operands().get(0) : node;
    if (first instanceof Node.Text string) {
      return cannotBegin(string.start() + 1, string.end() - 1);
    }
    if (first instanceof Node.Template template && !template.chunks().isEmpty()) {
      return cannotBegin(template.chunks().get(0).start(), template.chunks().get(0).end());
    }
    return first instanceof Node.Numeral;
  }

  private boolean cannotBegin(int start, int end) {
    int at = firstLetter(start, end);
    if (at >= end) {
      return false;
    }
    char first = text.charAt(at);
    return first != '-'
        && first != '/'
        && first != '\\'
        && first != ';'
        && first < '\u0080'
        && !Prefilter.isVerbAt(text, at);
  }

  private int firstLetter(int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == '(')) {
      at++;
    }
    return at;
  }

  boolean mayBegin(Node node) {
    return mayBegin(node, DEEPEST);
  }

  /** Whether a variable is a text that is put together and may begin with a statement. */
  boolean mayBegin(Binding binding) {
    boolean isText =
        isWritten(binding.initial(), DEEPEST)
            || binding.mutations().stream()
                .filter(mutation -> mutation.kind() != Mutation.Kind.PUSH)
                .anyMatch(
                    mutation ->
                        mutation.values().stream().anyMatch(each -> isWritten(each, DEEPEST)));
    return isText && mayBegin(binding, DEEPEST);
  }

  /** Whether something of an expression is a text that stands there. */
  private static boolean isWritten(Node node, int depth) {
    if (depth == 0) {
      return true;
    }
    if (node instanceof Node.Conditional conditional) {
      return isWritten(conditional.yes(), depth - 1) || isWritten(conditional.no(), depth - 1);
    }
    if (node instanceof Node.Binary binary) {
      return isWritten(binary.left(), depth - 1) || isWritten(binary.right(), depth - 1);
    }
    if (node instanceof Node.Call call) {
      return call.callee() instanceof Node.Member member
          && OF_TEXTS.contains(member.name())
          && isWritten(member.object(), depth - 1);
    }
    return node instanceof Node.Text
        || node instanceof Node.Template
        || node instanceof Node.Sum
        || node instanceof Node.Array;
  }

  private boolean mayBegin(Node node, int depth) {
    if (node == null) {
      return false;
    }
    if (depth == 0 || node instanceof Node.Reference) {
      return true;
    }
    int less = depth - 1;
    if (node instanceof Node.Template template) {
      return ofTemplate(template, less);
    }
    if (node instanceof Node.Sum sum) {
      return ofSum(sum, less);
    }
    if (node instanceof Node.Text) {
      return !isHopeless(node);
    }
    if (node instanceof Node.Conditional conditional) {
      return mayBegin(conditional.yes(), less) || mayBegin(conditional.no(), less);
    }
    if (node instanceof Node.Binary binary) {
      return mayBegin(binary.left(), less) || mayBegin(binary.right(), less);
    }
    if (node instanceof Node.Array array) {
      return !array.elements().isEmpty() && mayBegin(array.elements().get(0), less);
    }
    if (node instanceof Node.Name name) {
      return mayBegin(name.scope().find(name.name()), less);
    }
    return ofOther(node, less);
  }

  /** What is not known may turn out to be nothing, so that the next part is the beginning. */
  private boolean ofTemplate(Node.Template template, int depth) {
    for (int i = 0; i < template.chunks().size() && i < DEEPEST; i++) {
      Node.Chunk chunk = template.chunks().get(i);
      if (firstLetter(chunk.start(), chunk.end()) < chunk.end()) {
        return !cannotBegin(chunk.start(), chunk.end());
      }
      if (i < template.holes().size() && mayBegin(template.holes().get(i), depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean ofSum(Node.Sum sum, int depth) {
    for (int i = 0; i < sum.operands().size() && i < DEEPEST; i++) {
      Node operand = sum.operands().get(i);
      boolean text = operand instanceof Node.Text || operand instanceof Node.Template;
      if (mayBegin(operand, depth)) {
        return true;
      }
      if (text && isHopeless(operand)) {
        return false;
      }
    }
    return false;
  }

  private boolean ofOther(Node node, int depth) {
    if (node instanceof Node.Call call) {
      if (call.callee() instanceof Node.Member member) {
        return OF_TEXTS.contains(member.name())
            ? mayBegin(member.object(), depth)
            : isKnown(member);
      }
      return (!isImported(call.callee()) && mayBegin(call.callee(), depth))
          || (!call.arguments().isEmpty() && mayBegin(call.arguments().get(0), depth));
    }
    if (node instanceof Node.Function function) {
      return function.returns().stream().anyMatch(each -> mayBegin(each.value(), depth));
    }
    return (node instanceof Node.Member || node instanceof Node.Index) && isKnown(node);
  }

  private boolean isImported(Node node) {
    return node instanceof Node.Name name
        && file.imports().containsKey(name.scope().find(name.name()));
  }

  /** Whether it belongs to something that is written in the project. */
  private boolean isKnown(Node node) {
    Node root = node;
    while (root instanceof Node.Index index) {
      root = index.object();
    }
    return SqlHints.root(root)
        .map(name -> name.scope().find(name.name()))
        .filter(
            binding ->
                file.imports().containsKey(binding)
                    || (!binding.isParameter() && binding.initial() != null))
        .isPresent();
  }

  private boolean mayBegin(Binding binding, int depth) {
    if (binding == null) {
      return false;
    }
    return file.imports().containsKey(binding)
        || mayBegin(binding.initial(), depth)
        || mayBegin(binding.fallback(), depth)
        || binding.mutations().stream()
            .anyMatch(
                mutation -> mutation.values().stream().anyMatch(each -> mayBegin(each, depth)));
  }
}
