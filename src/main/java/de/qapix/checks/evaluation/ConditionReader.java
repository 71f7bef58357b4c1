package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.LexicalScope;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NodeText;
import de.qapix.checks.text.Literal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a condition is about, so that two that are written differently, in other variables or
 * in other functions, are known to be the same.
 */
final class ConditionReader {

  private static final int DEEPEST = 12;
  private static final Set<String> MISSING = Set.of("null", "undefined");

  /** The methods that tell whether there is something in a list, a set or an object. */
  private static final Set<String> ASKING = Set.of("includes", "has", "hasOwnProperty");

  private final Evaluation evaluation;
  private final ConditionOperands operands;

  ConditionReader(Evaluation evaluation, ConditionOperands operands) {
    this.evaluation = evaluation;
    this.operands = operands;
  }

  /**
   * What a condition is.
   *
   * @param function the scope of the function in which it stands
   */
  Condition of(Node test, LexicalScope function, Frame frame) {
    return read(test, function, frame, DEEPEST);
  }

  private Condition read(Node test, LexicalScope function, Frame frame, int depth) {
    if (depth == 0) {
      return opaque(test, function, frame);
    }
    int less = depth - 1;
    if (test instanceof Node.Not not) {
      return Condition.not(read(not.operand(), function, frame, less));
    }
    if (test instanceof Node.Binary binary) {
      return ofBinary(binary, function, frame, less);
    }
    if (test instanceof Node.Name name) {
      return ofName(name, function, frame, less);
    }
    if (test instanceof Node.Member member) {
      return ofMember(member, function, frame, less);
    }
    if (test instanceof Node.Call call) {
      return ofCall(call, function, frame, less);
    }
    if (test instanceof Node.Index index) {
      return ofIndex(index, function, frame);
    }
    return opaque(test, function, frame);
  }

  private static Condition opaque(Node node, LexicalScope function, Frame frame) {
    return new Condition.Filled(ConditionOperands.written(node, function, frame));
  }

  private Condition ofBinary(Node.Binary binary, LexicalScope function, Frame frame, int depth) {
    String operator = binary.operator();
    if (operator.equals("&&") || operator.equals("||")) {
      Condition left = read(binary.left(), function, frame, depth);
      Condition right = read(binary.right(), function, frame, depth);
      return both(left, right, operator.equals("&&"));
    }
    if (operator.startsWith("==")) {
      return equality(binary, function, frame, depth);
    }
    if (operator.startsWith("!=")) {
      return Condition.not(equality(binary, function, frame, depth));
    }
    String right = NodeText.of(binary.right(), frame.source());
    if ((operator.equals(">") && right.equals("0"))
        || (operator.equals(">=") && right.equals("1"))) {
      return read(binary.left(), function, frame, depth);
    }
    return opaque(binary, function, frame);
  }

  private static Condition both(Condition left, Condition right, boolean all) {
    if (left instanceof Condition.Fixed fixed) {
      return fixed.outcome() == all ? right : left;
    }
    if (right instanceof Condition.Fixed fixed) {
      return fixed.outcome() == all ? left : right;
    }
    if (all) {
      Condition neither = both(Condition.not(left), Condition.not(right), false);
      return neither instanceof Condition.OneOf
          ? Condition.not(neither)
          : new Condition.Composed(true, List.of(left, right));
    }
    return left instanceof Condition.OneOf one
            && right instanceof Condition.OneOf other
            && one.subject().equals(other.subject())
        ? new Condition.OneOf(one.subject(), union(one.texts(), other.texts()))
        : new Condition.Composed(false, List.of(left, right));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }

  private Condition equality(Node.Binary binary, LexicalScope function, Frame frame, int depth) {
    Node left = binary.left();
    Node right = binary.right();
    if (isWord(left, MISSING) || isWord(right, MISSING)) {
      Node other = isWord(right, MISSING) ? left : right;
      return Condition.not(defined(other, function, frame, depth));
    }
    if (isWord(right, Set.of("true", "false"))) {
      Condition truth = read(left, function, frame, depth);
      return isWord(right, Set.of("true")) ? truth : Condition.not(truth);
    }
    Optional<String> first = operands.constant(left, frame);
    Optional<String> second = operands.constant(right, frame);
    if (first.isPresent() && second.isPresent()) {
      return new Condition.Fixed(first.get().equals(second.get()));
    }
    if (first.isEmpty() && second.isEmpty()) {
      String text = NodeText.of(left, frame.source()) + NodeText.of(right, frame.source());
      return new Condition.Filled(new ConditionOperand.Written(function, text));
    }
    Node subject = first.isPresent() ? right : left;
    String text = first.or(() -> second).get();
    boolean isNumber = (first.isPresent() ? left : right) instanceof Node.Numeral;
    if (text.isEmpty() || (isNumber && text.equals("0"))) {
      return Condition.not(read(subject, function, frame, depth));
    }
    return new Condition.OneOf(operands.of(subject, function, frame), Set.of(text));
  }

  private static boolean isWord(Node node, Set<String> words) {
    return node instanceof Node.Name name && words.contains(name.name());
  }

  private Condition defined(Node node, LexicalScope function, Frame frame, int depth) {
    Condition truth = read(node, function, frame, depth);
    if (truth instanceof Condition.Fixed) {
      Value value = evaluation.of(node, frame);
      boolean missing = value instanceof Value.Nothing || value instanceof Value.Code;
      return missing ? truth : new Condition.Fixed(true);
    }
    return truth instanceof Condition.Filled filled
        ? new Condition.Defined(filled.subject())
        : new Condition.Defined(operands.of(node, function, frame));
  }

  private Condition ofName(Node.Name name, LexicalScope function, Frame frame, int depth) {
    if (name.name().equals("true") || name.name().equals("false") || isWord(name, MISSING)) {
      return new Condition.Fixed(name.name().equals("true"));
    }
    Binding binding = name.scope().find(name.name());
    if (binding == null || frame.module().imports().containsKey(binding)) {
      return new Condition.Filled(operands.of(name, function, frame));
    }
    if (binding.isParameter()) {
      return ofParameter(binding, function, frame, depth);
    }
    if (binding.mutations().isEmpty() && isCondition(binding.initial())) {
      return read(binding.initial(), function, frame, depth);
    }
    boolean open =
        binding.mutations().isEmpty()
            && (binding.initial() == null
                || (binding.initial() instanceof Node.Array array && array.elements().isEmpty()));
    return open
        ? new Condition.Filled(new ConditionOperand.Variable(binding))
        : ofValue(evaluation.of(name, frame), name, function, frame);
  }

  /** Whether an expression is a condition itself, which has the same outcome by another name. */
  private static boolean isCondition(Node node) {
    return node instanceof Node.Not
        || node instanceof Node.Binary
        || node instanceof Node.Name
        || node instanceof Node.Call;
  }

  private Condition ofParameter(Binding binding, LexicalScope function, Frame frame, int depth) {
    Value given = frame.argument(binding);
    if (given instanceof Value.Code code) {
      return read(code.node(), function, code.frame(), depth);
    }
    if (given == null) {
      return new Condition.Filled(new ConditionOperand.Variable(binding));
    }
    return given instanceof Value.Nothing && binding.fallback() != null
        ? read(binding.fallback(), function, frame, depth)
        : new Condition.Fixed(!Emptiness.isEmpty(given));
  }

  private Condition ofValue(Value value, Node node, LexicalScope function, Frame frame) {
    return value instanceof Value.Code
        ? new Condition.Filled(operands.of(node, function, frame))
        : new Condition.Fixed(!Emptiness.isEmpty(value));
  }

  private Condition ofMember(Node.Member member, LexicalScope function, Frame frame, int depth) {
    if (member.name().equals("length")) {
      Condition list = read(member.object(), function, frame, depth);
      if (list instanceof Condition.Fixed) {
        return list;
      }
    }
    return ofValue(evaluation.of(member, frame), member, function, frame);
  }

  private Condition ofCall(Node.Call call, LexicalScope function, Frame frame, int depth) {
    if (call.arguments().size() != 1) {
      return opaque(call, function, frame);
    }
    Node argument = call.arguments().get(0);
    if (isWord(call.callee(), Set.of("Boolean"))) {
      return read(argument, function, frame, depth);
    }
    Optional<Set<String>> texts =
        call.callee() instanceof Node.Member member && ASKING.contains(member.name())
            ? texts(member.object(), frame)
            : Optional.empty();
    return texts
        .map(among -> oneOf(argument, among, function, frame))
        .orElseGet(() -> opaque(call, function, frame));
  }

  private Condition ofIndex(Node.Index index, LexicalScope function, Frame frame) {
    return evaluation.of(index.object(), frame) instanceof Value.Structure object
            && object.node().spreads().isEmpty()
        ? oneOf(index.index(), object.node().properties().keySet(), function, frame)
        : opaque(index, function, frame);
  }

  private Condition oneOf(Node node, Set<String> among, LexicalScope function, Frame frame) {
    return operands
        .constant(node, frame)
        .<Condition>map(text -> new Condition.Fixed(among.contains(text)))
        .orElseGet(
            () -> new Condition.OneOf(operands.of(node, function, frame), Set.copyOf(among)));
  }

  /** The texts in a list or a set, or the keys of an object, if all of them are known. */
  private Optional<Set<String>> texts(Node node, Frame frame) {
    Value value = evaluation.of(listOf(node), frame);
    if (value instanceof Value.Structure object && object.node().spreads().isEmpty()) {
      return Optional.of(object.node().properties().keySet());
    }
    if (!(value instanceof Value.Items items) || items.items().isEmpty()) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Value item : items.items()) {
      Optional<Literal> text = Pieces.constant(item);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get().sql());
    }
    return Optional.of(texts);
  }

  /** Of {@code new Set([..])} the list. */
  private static Node listOf(Node node) {
    Node made = node;
    if (node instanceof Node.Name name) {
      Binding binding = name.scope().find(name.name());
      made = binding == null || !binding.mutations().isEmpty() ? node : binding.initial();
    }
    boolean isSet =
        made instanceof Node.Call call
            && call.isNew()
            && call.arguments().size() == 1
            && call.callee() instanceof Node.Name type
            && type.name().equals("Set");
    return isSet ? ((Node.Call) made).arguments().get(0) : node;
  }
}
