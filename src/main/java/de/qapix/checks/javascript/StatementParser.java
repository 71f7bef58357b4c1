package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.List;

/**
 * Parses statements: they say in which order and under which conditions expressions are evaluated.
 */
final class StatementParser {

  /** Deeper than anybody nests, and far from what the stack of a thread can take. */
  private static final int DEEPEST = 150;

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;
  private final PatternParser patterns;
  private final ClassParser classes;
  private final ImportsAndExports exchanges;
  private final SwitchParser switches;
  private final TypeDeclarationParser typeDeclarations;
  private int depth;

  StatementParser(ParserState parsing) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = new ExpressionParser(parsing, this);
    this.patterns = new PatternParser(parsing, expressions);
    this.classes = new ClassParser(parsing, expressions);
    this.exchanges = new ImportsAndExports(parsing, expressions, this);
    this.switches = new SwitchParser(parsing, expressions, this);
    this.typeDeclarations = new TypeDeclarationParser(parsing, expressions, this);
  }

  PatternParser patterns() {
    return patterns;
  }

  ClassParser classes() {
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
    LexicalScope before = parsing.enter(parsing.scope().block());
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
      case "switch" -> switches.read();
      case "try", "finally" -> {
        parsing.skip();
        block();
      }
      case "catch" -> rescue();
      case "return", "throw" -> result(word.equals("return"));
      case "const", "let", "var" -> {
        return constantEnum() || patterns.variables();
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
        return beforeName && typeDeclarations.read(word);
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

  /** What stands between the parentheses of a statement. */
  Node inParentheses() {
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
    LexicalScope before = parsing.enter(parsing.scope().block());
    if (parsing.is("(")) {
      int close = tokens.match(parsing.at());
      parsing.skip();
      all(close);
      parsing.moveTo(close + 1);
    }
    one();
    parsing.leaveTo(before);
  }

  /** What a handler of exceptions does is not what usually happens. */
  private void rescue() {
    parsing.skip();
    LexicalScope before = parsing.enter(parsing.scope().block());
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

  private boolean constantEnum() {
    boolean isEnum = parsing.is("const") && parsing.isNext("enum");
    if (isEnum) {
      parsing.skip();
      one();
    }
    return isEnum;
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
