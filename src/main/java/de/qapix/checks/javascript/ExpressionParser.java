package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses expressions from assignments down to operators. */
final class ExpressionParser {

  /** Deeper than anybody writes, and far from what the stack of a thread can take. */
  private static final int DEEPEST = 150;

  private final ParserState parsing;
  private final JsTokens tokens;
  private final TypeSkipper types;
  private final FunctionParser functions;
  private final OperandParser operands;
  private final StatementParser statements;
  private int depth;
  private boolean inConditional;

  ExpressionParser(ParserState parsing, StatementParser statements) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.statements = statements;
    this.types = new TypeSkipper(tokens);
    this.functions = new FunctionParser(parsing, this, statements);
    this.operands = new OperandParser(parsing, this, statements);
  }

  FunctionParser functions() {
    return functions;
  }

  TypeSkipper types() {
    return types;
  }

  void skipType() {
    parsing.moveTo(types.skipType(parsing.at()));
  }

  void skipTypeArguments() {
    int end = parsing.is("<") ? types.skipArguments(parsing.at()) : -1;
    if (end > 0) {
      parsing.moveTo(end);
    }
  }

  /** Expressions with commas between; the last one is the value. */
  Node sequence() {
    Node last = assignment();
    while (parsing.accept(",")) {
      last = assignment();
    }
    return last;
  }

  Node assignment() {
    if (depth >= DEEPEST) {
      return operands.flat();
    }
    depth++;
    Node value = functions.isArrow(inConditional) ? functions.arrow() : assigned();
    depth--;
    return value;
  }

  /** Goes past what is nested too deeply. */
  void flat() {
    operands.flat();
  }

  /** What stands between brackets is a matter of its own. */
  Node inBrackets() {
    Node last = element();
    while (parsing.accept(",")) {
      last = element();
    }
    return last;
  }

  /** One of the expressions between brackets. */
  Node element() {
    boolean before = inConditional;
    inConditional = false;
    Node element = assignment();
    inConditional = before;
    return element;
  }

  /** What a class extends, or a decorator: an operand without operators. */
  Node heritage() {
    return operands.operand();
  }

  /** A block that runs by itself. */
  void block() {
    boolean before = inConditional;
    inConditional = false;
    statements.block();
    inConditional = before;
  }

  private Node assigned() {
    if (parsing.is("yield")) {
      parsing.skip();
      parsing.accept("*");
    }
    Node left = conditional();
    boolean plain = parsing.is("=");
    if (!plain && !Operator.isChange(parsing)) {
      return left;
    }
    boolean appended = parsing.is("+=");
    boolean ifEmpty = parsing.is("??=") || parsing.is("||=");
    parsing.skip();
    Node right = assignment();
    Writes.record(parsing, left, right, appended, plain || ifEmpty);
    return plain ? right : new Node.Other(left.start(), right.end());
  }

  private Node conditional() {
    Node test = binary(1);
    if (!parsing.is("?")) {
      return test;
    }
    parsing.skip();
    boolean before = inConditional;
    inConditional = true;
    Guard guard = parsing.branch(test, 0);
    Node yes = assignment();
    parsing.guard(guard);
    inConditional = before;
    parsing.accept(":");
    parsing.branch(test, 1);
    Node no = assignment();
    parsing.guard(guard);
    return new Node.Conditional(test, yes, no, parsing.scope(), test.start(), no.end());
  }

  private Node binary(int lowest) {
    Node left = unary();
    List<Node> sum = null;
    for (; ; ) {
      if (skipsCast()) {
        continue;
      }
      int precedence = Operator.precedence(parsing);
      if (precedence == 0 || precedence < lowest) {
        return left;
      }
      String operator = Operator.take(parsing);
      Node right = right(operator, left, precedence);
      if (!operator.equals("+")) {
        left = new Node.Binary(operator, left, right, parsing.scope(), left.start(), right.end());
        sum = null;
      } else if (sum == null) {
        sum = new ArrayList<>(List.of(left, right));
        left = new Node.Sum(sum);
        parsing.text(left);
      } else {
        sum.add(right);
      }
    }
  }

  /** {@code as T}, {@code as const} and {@code satisfies T} change nothing. */
  private boolean skipsCast() {
    boolean cast =
        parsing.typed()
            && (parsing.is("as") || parsing.is("satisfies"))
            && !tokens.onNewLine(parsing.at());
    if (cast) {
      parsing.skip();
      skipType();
    }
    return cast;
  }

  private Node right(String operator, Node left, int precedence) {
    if (!operator.equals("&&") && !operator.equals("||")) {
      return binary(precedence + 1);
    }
    Guard before = parsing.branch(left, operator.equals("&&") ? 0 : 1);
    Node right = binary(precedence + 1);
    parsing.guard(before);
    return right;
  }

  private Node unary() {
    int start = parsing.start();
    int negations = 0;
    boolean other = false;
    for (; ; parsing.skip()) {
      if (parsing.is("!")) {
        negations++;
      } else if (isPrefix()) {
        other = true;
      } else if (!isAwait()) {
        break;
      }
    }
    Node operand = operands.operand();
    if (other) {
      return new Node.Other(start, Math.max(start, operand.end()));
    }
    return negations == 0
        ? operand
        : negations % 2 == 0 ? operand : new Node.Not(operand, start, operand.end());
  }

  private boolean isAwait() {
    return parsing.is("await") && !parsing.isNext(")") && !parsing.isNext(";");
  }

  private boolean isPrefix() {
    if (parsing.kind() == Kind.NAME) {
      return (parsing.is("typeof") || parsing.is("void") || parsing.is("delete"))
          && !parsing.isNext(":");
    }
    return parsing.is("-")
        || parsing.is("+")
        || parsing.is("~")
        || parsing.is("++")
        || parsing.is("--")
        || parsing.is("...");
  }
}
