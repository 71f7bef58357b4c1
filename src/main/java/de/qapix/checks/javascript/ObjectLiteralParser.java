package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses objects, and the elements of arrays and calls. */
final class ObjectLiteralParser {

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;

  ObjectLiteralParser(ParserState parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
  }

  /** One expression without commas, inside of brackets. */
  Node element() {
    return expressions.element();
  }

  /** Those of an array or a call, whose bracket comes next. */
  void elements(List<Node> elements) {
    int close = tokens.match(parsing.at());
    parsing.skip();
    while (parsing.at() < close) {
      int before = parsing.at();
      int start = parsing.start();
      if (parsing.accept("...")) {
        Node spread = element();
        elements.add(new Node.Spread(spread, start, spread.end()));
      } else if (!parsing.is(",")) {
        elements.add(element());
      }
      parsing.accept(",");
      if (parsing.at() == before) {
        parsing.skip();
      }
    }
    parsing.moveTo(close + 1);
  }

  Node object() {
    int start = parsing.start();
    int close = tokens.match(parsing.at());
    Map<String, Node.Property> properties = new LinkedHashMap<>();
    List<Node> spreads = new ArrayList<>();
    parsing.skip();
    while (parsing.at() < close) {
      int before = parsing.at();
      if (parsing.accept("...")) {
        spreads.add(element());
      } else {
        property(properties);
      }
      parsing.accept(",");
      if (parsing.at() == before) {
        parsing.skip();
      }
    }
    parsing.moveTo(close + 1);
    return new Node.Properties(properties, spreads, start, parsing.lastEnd());
  }

  private void property(Map<String, Node.Property> properties) {
    boolean getter = parsing.is("get") && isBeforeKey();
    while ((parsing.is("get") || parsing.is("set") || parsing.is("async")) && isBeforeKey()) {
      parsing.skip();
    }
    parsing.accept("*");
    int key = parsing.at();
    String name = key(parsing);
    Node value;
    if (parsing.is("(") || parsing.is("<")) {
      value = expressions.functions().method();
    } else if (parsing.accept(":")) {
      value = element();
    } else {
      value = new Node.Name(name, parsing.scope(), tokens.start(key), tokens.end(key));
      if (parsing.accept("=")) {
        element();
      }
    }
    if (name != null && NotSqlContexts.isKey(name)) {
      parsing.module().talk().add(value);
    }
    if (name != null) {
      properties.put(name, new Node.Property(value, getter, tokens.start(key), tokens.end(key)));
    }
  }

  private boolean isBeforeKey() {
    int next = parsing.at() + 1;
    return tokens.kind(next) == Kind.NAME
        || tokens.kind(next) == Kind.STRING
        || tokens.is(next, "[")
        || tokens.is(next, "*");
  }

  /** Goes past a key; null if it is computed. */
  static String key(ParserState parsing) {
    JsTokens tokens = parsing.tokens();
    int key = parsing.at();
    if (parsing.is("[")) {
      parsing.moveTo(tokens.match(key) + 1);
      return null;
    }
    parsing.skip();
    return switch (tokens.kind(key)) {
      case NAME, NUMBER -> tokens.text(key);
      case STRING ->
          UnescapedText.literal(
                  parsing.module().source(), tokens.start(key) + 1, tokens.end(key) - 1)
              .sql();
      default -> null;
    };
  }
}
