package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.LexicalScope;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NodeText;
import de.qapix.checks.text.Literal;
import java.util.Optional;

/** What conditions compare: the text that an expression has, or else what it stands for. */
final class ConditionOperands {

  private static final int DEEPEST = 12;

  private final Evaluation evaluation;

  ConditionOperands(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The text that something has on this path, if it is known. */
  Optional<String> constant(Node node, Frame frame) {
    return constant(node, frame, DEEPEST);
  }

  /** Which of the texts that its type allows a parameter has is not asked: that is a decision. */
  private Optional<String> constant(Node node, Frame frame, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    if (node instanceof Node.Name name) {
      Binding binding = name.scope().find(name.name());
      Value given = binding == null ? null : frame.argument(binding);
      if (given instanceof Value.Code code) {
        return constant(code.node(), code.frame(), depth - 1);
      }
      if (binding == null || binding.isParameter()) {
        return Pieces.constant(given).map(Literal::sql);
      }
    }
    boolean simple =
        node instanceof Node.Text
            || node instanceof Node.Numeral
            || node instanceof Node.Name
            || node instanceof Node.Member;
    return simple
        ? Pieces.constant(evaluation.of(node, frame)).map(Literal::sql)
        : Optional.empty();
  }

  /** What an expression stands for, wherever that comes from. */
  ConditionOperand of(Node node, LexicalScope function, Frame frame) {
    return of(node, function, frame, DEEPEST);
  }

  private ConditionOperand of(Node node, LexicalScope function, Frame frame, int depth) {
    if (depth == 0) {
      return written(node, function, frame);
    }
    if (node instanceof Node.Name name) {
      Binding binding = name.scope().find(name.name());
      return binding == null
          ? new ConditionOperand.Written(null, name.name())
          : of(binding, function, frame, depth);
    }
    if (node instanceof Node.Reference reference) {
      return of(reference.binding(), function, frame, depth);
    }
    if (node instanceof Node.Member member) {
      return new ConditionOperand.Property(
          of(member.object(), function, frame, depth - 1), member.name());
    }
    return written(node, function, frame);
  }

  private ConditionOperand of(Binding binding, LexicalScope function, Frame frame, int depth) {
    if (binding.isParameter() && frame.argument(binding) instanceof Value.Code code) {
      return of(code.node(), function, code.frame(), depth - 1);
    }
    boolean renamed =
        binding.mutations().isEmpty()
            && binding.fallback() == null
            && (binding.initial() instanceof Node.Name || binding.initial() instanceof Node.Member);
    return renamed
        ? of(binding.initial(), function, frame, depth - 1)
        : new ConditionOperand.Variable(binding);
  }

  /** What is known of an expression only by how it is written. */
  static ConditionOperand written(Node node, LexicalScope function, Frame frame) {
    return new ConditionOperand.Written(function, NodeText.of(node, frame.source()));
  }
}
