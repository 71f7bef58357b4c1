package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses classes and enums, which are objects to whoever looks for texts. */
final class ClassParser {

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "static",
          "readonly",
          "override",
          "abstract",
          "declare",
          "async",
          "get",
          "set",
          "accessor");

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;

  ClassParser(ParserState parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
  }

  void declaration() {
    int name = parsing.at() + 1;
    Node properties = expression();
    if (tokens.kind(name) == Kind.NAME) {
      parsing.declare(
          tokens.text(name), Binding.variable(properties, null, null, tokens.start(name)));
    }
  }

  Node expression() {
    int start = parsing.start();
    parsing.skip();
    if (parsing.kind() == Kind.NAME && !parsing.is("extends")) {
      parsing.skip();
    }
    expressions.skipTypeArguments();
    List<Node> spreads = new ArrayList<>();
    if (parsing.accept("extends")) {
      spreads.add(expressions.heritage());
    }
    while (!parsing.is("{") && !parsing.atEnd()) {
      parsing.skip();
    }
    return body(start, spreads);
  }

  private Node body(int start, List<Node> spreads) {
    int close = tokens.match(parsing.at());
    Map<String, Node.Property> properties = new LinkedHashMap<>();
    LexicalScope before = parsing.enter(parsing.scope().block());
    Node.Properties node = new Node.Properties(properties, spreads, start, tokens.end(close));
    parsing.scope().declare("this", Binding.variable(node, null, null, start));
    parsing.skip();
    while (parsing.at() < close) {
      int position = parsing.at();
      member(properties);
      if (parsing.at() == position) {
        parsing.skip();
      }
    }
    parsing.leaveTo(before);
    parsing.moveTo(close + 1);
    return node;
  }

  private void member(Map<String, Node.Property> properties) {
    if (parsing.is("@")) {
      decorators();
      return;
    }
    if (parsing.is("static") && parsing.isNext("{")) {
      parsing.skip();
    }
    if (parsing.is("{")) {
      expressions.block();
      return;
    }
    boolean getter = false;
    while (isModifier()) {
      getter |= parsing.is("get");
      parsing.skip();
    }
    parsing.accept("*");
    int key = parsing.at();
    String name = ObjectLiteralParser.key(parsing);
    parsing.accept("?");
    parsing.accept("!");
    Node value = value();
    if (name != null && value != null) {
      properties.putIfAbsent(
          name, new Node.Property(value, getter, tokens.start(key), tokens.end(key)));
    }
    parsing.accept(";");
  }

  private Node value() {
    if (parsing.is("(") || parsing.is("<")) {
      int body = parsing.at();
      Node method = expressions.functions().method();
      boolean declaredOnly = !tokens.is(parsing.at() - 1, "}") || parsing.at() == body;
      return declaredOnly ? null : method;
    }
    if (parsing.accept(":")) {
      expressions.skipType();
    }
    return parsing.accept("=") ? expressions.element() : null;
  }

  private boolean isModifier() {
    int next = parsing.at() + 1;
    boolean beforeKey =
        tokens.kind(next) == Kind.NAME
            || tokens.kind(next) == Kind.STRING
            || tokens.is(next, "[")
            || tokens.is(next, "*")
            || tokens.is(next, "{");
    return parsing.kind() == Kind.NAME && beforeKey && MODIFIERS.contains(parsing.text());
  }

  /** {@code enum Name { A = 'a', .. }}, from the name on. */
  void enumeration() {
    String name = parsing.text();
    int start = parsing.start();
    parsing.skip();
    if (!parsing.is("{")) {
      return;
    }
    int close = tokens.match(parsing.at());
    Map<String, Node.Property> properties = new LinkedHashMap<>();
    parsing.skip();
    while (parsing.at() < close) {
      int key = parsing.at();
      String member = ObjectLiteralParser.key(parsing);
      if (parsing.accept("=") && member != null) {
        properties.put(
            member,
            new Node.Property(expressions.element(), false, tokens.start(key), tokens.end(key)));
      } else if (parsing.at() < close) {
        parsing.skip();
      }
    }
    parsing.moveTo(close + 1);
    Node node = new Node.Properties(properties, List.of(), start, parsing.lastEnd());
    parsing.declare(name, Binding.variable(node, null, null, start));
  }

  /** {@code @Name(..)}, any number of them. */
  void decorators() {
    while (parsing.accept("@")) {
      expressions.heritage();
    }
  }
}
