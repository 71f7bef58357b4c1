package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses functions of all kinds. */
final class FunctionParser {

  private static final Set<String> MODIFIERS =
      Set.of("public", "private", "protected", "readonly", "override");

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  FunctionParser(ParserState parsing, ExpressionParser expressions, StatementParser statements) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
    this.statements = statements;
  }

  /** {@code function name(..) {..}} as a statement. */
  void declaration() {
    int start = parsing.start();
    int name = tokens.is(parsing.at() + 1, "*") ? parsing.at() + 2 : parsing.at() + 1;
    Node function = expression();
    if (tokens.kind(name) == Kind.NAME) {
      parsing.declare(tokens.text(name), Binding.variable(function, null, null, start));
    }
  }

  /** The same where a value is expected. */
  Node expression() {
    parsing.accept("async");
    parsing.accept("function");
    parsing.accept("*");
    if (parsing.kind() == Kind.NAME) {
      parsing.skip();
    }
    return method();
  }

  /** From the parameters on. */
  Node method() {
    int start = parsing.start();
    expressions.skipTypeArguments();
    LexicalScope before = parsing.enter(parsing.scope().inFunction());
    List<Binding> parameters = new ArrayList<>();
    boolean rest = parameters(parameters);
    if (parsing.accept(":")) {
      expressions.skipType();
    }
    return finish(parameters, rest, start, before);
  }

  /** Whether a function with an arrow begins here. */
  boolean isArrow(boolean inConditional) {
    int at = parsing.at();
    if (parsing.is("async") && !tokens.onNewLine(at + 1)) {
      at++;
    }
    if (tokens.is(at, "<") && parsing.typed()) {
      at = expressions.types().skipArguments(at);
    }
    if (at < 0) {
      return false;
    }
    if (tokens.kind(at) == Kind.NAME) {
      return tokens.is(at + 1, "=>");
    }
    if (!tokens.is(at, "(") || !tokens.isMatched(at)) {
      return false;
    }
    int close = tokens.match(at);
    if (tokens.is(close + 1, ":") && parsing.typed() && !inConditional) {
      return tokens.is(expressions.types().skipType(close + 2), "=>");
    }
    return tokens.is(close + 1, "=>");
  }

  Node arrow() {
    int start = parsing.start();
    if (parsing.is("async") && !parsing.isNext("=>")) {
      parsing.skip();
    }
    expressions.skipTypeArguments();
    LexicalScope before = parsing.enter(parsing.scope().inFunction());
    List<Binding> parameters = new ArrayList<>();
    boolean rest = false;
    if (parsing.is("(")) {
      rest = parameters(parameters);
    } else {
      parameters.add(statements.patterns().parameter());
    }
    if (parsing.accept(":")) {
      expressions.skipType();
    }
    parsing.accept("=>");
    return finish(parameters, rest, start, before);
  }

  private boolean parameters(List<Binding> parameters) {
    if (!parsing.is("(")) {
      return false;
    }
    int close = tokens.match(parsing.at());
    boolean rest = false;
    parsing.skip();
    while (parsing.at() < close) {
      if (parsing.is("@")) {
        statements.classes().decorators();
      }
      while (MODIFIERS.contains(parsing.text()) && tokens.kind(parsing.at() + 1) == Kind.NAME) {
        parsing.skip();
      }
      rest = parsing.accept("...");
      parameters.add(statements.patterns().parameter());
      if (!parsing.accept(",") && parsing.at() < close) {
        parsing.skip();
      }
    }
    parsing.moveTo(close + 1);
    return rest;
  }

  private Node finish(List<Binding> parameters, boolean rest, int start, LexicalScope before) {
    List<Node.Return> returns = new ArrayList<>();
    LexicalScope scope = parsing.scope();
    if (parsing.is("{")) {
      statements.body(returns);
    } else if (tokens.is(parsing.at() - 1, "=>")) {
      returns.add(new Node.Return(expressions.assignment(), parsing.guard()));
    }
    parsing.leaveTo(before);
    return new Node.Function(parameters, rest, returns, scope, start, parsing.lastEnd());
  }
}
