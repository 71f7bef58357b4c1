package de.qapix.source;

import de.qapix.source.Tokens.Kind;
import java.util.List;

/**
 * Parses statements: they say in which order and under which conditions expressions are evaluated.
 */
final class Statements {

  /** Deeper than anybody nests, and far from what the stack of a thread can take. */
  private static final int DEEPEST = 150;

  private final Parsing parsing;
  private final Tokens tokens;
  private final Expressions expressions;
  private final Patterns patterns;
  private final Classes classes;
  private final Exchanges exchanges;
  private int depth;

  Statements(Parsing parsing) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = new Expressions(parsing, this);
    this.patterns = new Patterns(parsing, expressions);
    this.classes = new Classes(parsing, expressions);
    this.exchanges = new Exchanges(parsing, expressions, this);
  }

  Patterns patterns() {
    return patterns;
  }

  Classes classes() {
    return classes;
  }

  /** All of them up to a token, which is the next one then. */
  void all(int end) {
    while (parsing.at() < end) {
      int before = parsing.at();
      one();
      if (parsing.at() == before) {
        parsing.skip();
      }
    }
    parsing.moveTo(end);
  }

  /** The statements between the braces of which the first comes next. */
  void block() {
    Scope before = parsing.enter(parsing.scope().block());
    inBraces();
    parsing.leaveTo(before);
  }

  void inBraces() {
    int close = tokens.match(parsing.at());
    parsing.skip();
    all(close);
    parsing.moveTo(close + 1);
  }

  void one() {
    if (depth >= DEEPEST) {
      expressions.flat();
      return;
    }
    depth++;
    if (parsing.is("{")) {
      block();
    } else if (parsing.kind() != Kind.NAME || !keyword(parsing.text())) {
      expression();
    }
    depth--;
  }

  private boolean keyword(String word) {
    switch (word) {
      case "if" -> condition();
      case "for", "while", "with" -> loop();
      case "do" -> {
        parsing.skip();
        one();
      }
      case "switch" -> choice();
      case "try", "finally" -> {
        parsing.skip();
        block();
      }
      case "catch" -> rescue();
      case "return", "throw" -> result(word.equals("return"));
      case "const", "let", "var" -> {
        return variables();
      }
      case "import", "export" -> {
        return exchanges.read();
      }
      default -> {
        return declaration(word);
      }
    }
    return true;
  }

  private boolean declaration(String word) {
    boolean beforeName =
        tokens.kind(parsing.at() + 1) == Kind.NAME && !tokens.onNewLine(parsing.at() + 1);
    switch (word) {
      case "function" -> expressions.functions().declaration();
      case "class" -> classes.declaration();
      case "async", "abstract", "declare" -> {
        if (!beforeName || parsing.isNext("of")) {
          return false;
        }
        if (parsing.isNext("function") || parsing.isNext("class") || !word.equals("async")) {
          parsing.skip();
          one();
          return true;
        }
        return false;
      }
      case "interface", "type", "enum", "namespace", "module" -> {
        return beforeName && typeDeclaration(word);
      }
      default -> {
        return label();
      }
    }
    return true;
  }

  private boolean label() {
    if (!parsing.isNext(":")) {
      return false;
    }
    parsing.skip();
    parsing.skip();
    return true;
  }

  private boolean typeDeclaration(String word) {
    if (!parsing.typed()) {
      return false;
    }
    parsing.skip();
    switch (word) {
      case "enum" -> classes.enumeration();
      case "type" -> {
        parsing.skip();
        expressions.skipTypeArguments();
        if (parsing.accept("=")) {
          expressions.skipType();
        }
      }
      default -> {
        while (!parsing.is("{") && !parsing.is(";") && !parsing.atEnd()) {
          parsing.skip();
        }
        if (word.equals("interface")) {
          parsing.moveTo(tokens.match(parsing.at()) + 1);
        } else if (parsing.is("{")) {
          block();
        }
      }
    }
    return true;
  }

  /** A chain of {@code else if} is read in a loop, since it can be long. */
  private void condition() {
    Guard before = parsing.guard();
    boolean more = true;
    while (more) {
      parsing.skip();
      Node test = inParentheses();
      Guard outside = parsing.branch(test, 0);
      one();
      parsing.guard(outside);
      more = false;
      if (parsing.accept("else")) {
        parsing.branch(test, 1);
        more = parsing.is("if");
        if (!more) {
          one();
        }
      }
    }
    parsing.guard(before);
  }

  private Node inParentheses() {
    int start = parsing.start();
    if (!parsing.is("(")) {
      return new Node.Other(start, start);
    }
    int close = tokens.match(parsing.at());
    parsing.skip();
    Node inside = expressions.sequence();
    parsing.moveTo(close + 1);
    return inside;
  }

  private void loop() {
    parsing.skip();
    parsing.accept("await");
    Scope before = parsing.enter(parsing.scope().block());
    if (parsing.is("(")) {
      int close = tokens.match(parsing.at());
      parsing.skip();
      all(close);
      parsing.moveTo(close + 1);
    }
    one();
    parsing.leaveTo(before);
  }

  private void choice() {
    parsing.skip();
    Node subject = inParentheses();
    if (!parsing.is("{")) {
      return;
    }
    Decision decision =
        new Decision(parsing.scope().function(), "switch " + parsing.textOf(subject));
    int close = tokens.match(parsing.at());
    parsing.skip();
    Guard guard = parsing.guard();
    Scope scope = parsing.enter(parsing.scope().block());
    int branch = -1;
    boolean complete = false;
    while (parsing.at() < close) {
      int before = parsing.at();
      if (parsing.is("case") || parsing.is("default")) {
        complete |= parsing.is("default");
        branch++;
        labels(close);
        parsing.guard(guard);
        parsing.branch(decision, branch);
      } else {
        one();
      }
      if (parsing.at() == before) {
        parsing.skip();
      }
    }
    parsing.countBranch(decision, branch + (complete ? 1 : 2));
    parsing.guard(guard);
    parsing.leaveTo(scope);
    parsing.moveTo(close + 1);
  }

  /** Cases one right after the other have the same statements. */
  private void labels(int close) {
    while (parsing.at() < close && (parsing.is("case") || parsing.is("default"))) {
      boolean valued = parsing.is("case");
      parsing.skip();
      if (valued) {
        expressions.sequence();
      }
      parsing.accept(":");
    }
  }

  /** What a handler of exceptions does is not what usually happens. */
  private void rescue() {
    parsing.skip();
    Scope before = parsing.enter(parsing.scope().block());
    if (parsing.is("(")) {
      int close = tokens.match(parsing.at());
      parsing.skip();
      patterns.declare(new Node.Other(parsing.start(), parsing.start()));
      parsing.moveTo(close + 1);
    }
    if (parsing.is("{")) {
      block();
    }
    parsing.leaveTo(before);
  }

  private void result(boolean returned) {
    parsing.skip();
    if (parsing.is(";") || parsing.is("}") || tokens.onNewLine(parsing.at())) {
      parsing.accept(";");
      return;
    }
    Node value = expressions.sequence();
    if (returned) {
      parsing.returns().add(new Node.Return(value, parsing.guard()));
    }
    parsing.accept(";");
  }

  private boolean variables() {
    if (parsing.is("const") && parsing.isNext("enum")) {
      parsing.skip();
      one();
      return true;
    }
    if (tokens.kind(parsing.at() + 1) != Kind.NAME
        && !parsing.isNext("{")
        && !parsing.isNext("[")) {
      return false;
    }
    parsing.skip();
    do {
      patterns.variable();
    } while (parsing.accept(","));
    parsing.accept(";");
    return true;
  }

  private void expression() {
    if (parsing.is("@")) {
      classes.decorators();
      return;
    }
    expressions.sequence();
    parsing.accept(";");
  }

  /** The statements of a function, whose returns are given back. */
  List<Node.Return> body(List<Node.Return> returns) {
    List<Node.Return> before = parsing.returns(returns);
    inBraces();
    parsing.returns(before);
    return returns;
  }
}
