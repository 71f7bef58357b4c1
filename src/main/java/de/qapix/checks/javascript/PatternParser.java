package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what is declared: a name, or an object or array that is taken apart into several. */
abstract class PatternParser {

  final ParserState parsing;
  final JsTokens tokens;
  final TypeSkipper types;

  PatternParser(ParserState parsing) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.types = new TypeSkipper(tokens);
  }

  /** The expression without commas that comes next. */
  abstract Node assignment();

  void skipType() {
    parsing.moveTo(types.skipType(parsing.at()));
  }

  /**
   * The name with which the type begins that comes next, behind its colon; nothing if none does.
   */
  Optional<Node.Name> typeName() {
    int at = parsing.at() + 1;
    return parsing.is(":") && tokens.kind(at) == Kind.NAME
        ? Optional.of(
            new Node.Name(tokens.text(at), parsing.scope(), tokens.start(at), tokens.end(at)))
        : Optional.empty();
  }

  void skipTypeArguments() {
    int end = parsing.is("<") ? types.skipArguments(parsing.at()) : -1;
    if (end > 0) {
      parsing.moveTo(end);
    }
  }

  void skipPattern() {
    boolean bracket = parsing.is("{") || parsing.is("[");
    parsing.moveTo(bracket ? tokens.match(parsing.at()) + 1 : parsing.at() + 1);
  }

  /**
   * Declares the names of the pattern that comes next.
   *
   * @param value from which they are taken, or null
   */
  void declare(Node value) {
    declare(value, null);
  }

  private void declare(Node value, Node fallback) {
    if (parsing.is("{")) {
      objectPattern(fallback == null || value == null ? value : hidden(value, fallback));
    } else if (parsing.is("[")) {
      arrayPattern(value);
    } else if (parsing.kind() == Kind.NAME) {
      Binding binding = Binding.variable(value, fallback, parsing.guard(), parsing.start());
      parsing.declare(parsing.text(), binding);
      parsing.skip();
    }
  }

  private Node hidden(Node value, Node fallback) {
    Binding binding = Binding.variable(value, fallback, parsing.guard(), value.start());
    return new Node.Reference(binding, value.start(), value.end());
  }

  private void objectPattern(Node value) {
    int close = tokens.match(parsing.at());
    parsing.skip();
    while (parsing.at() < close) {
      if (parsing.accept("...")) {
        declare(null);
      } else {
        propertyPattern(value);
      }
      if (!parsing.accept(",") && parsing.at() < close) {
        parsing.skip();
      }
    }
    parsing.moveTo(close + 1);
  }

  private void propertyPattern(Node value) {
    int key = parsing.at();
    if (parsing.is("[")) {
      parsing.moveTo(tokens.match(key));
    }
    parsing.skip();
    Node taken = null;
    if (tokens.kind(key) == Kind.NAME) {
      parsing.read(tokens.text(key), tokens.start(key));
      taken =
          value == null
              ? null
              : new Node.Member(
                  value, tokens.text(key), tokens.start(key), tokens.start(key), tokens.end(key));
    }
    int pattern = parsing.accept(":") ? parsing.at() : key;
    parsing.moveTo(pattern);
    withFallback(taken);
  }

  private void withFallback(Node taken) {
    int pattern = parsing.at();
    skipPattern();
    Node fallback = parsing.accept("=") ? assignment() : null;
    int end = parsing.at();
    parsing.moveTo(pattern);
    declare(taken, fallback);
    parsing.moveTo(end);
  }

  private void arrayPattern(Node value) {
    int close = tokens.match(parsing.at());
    parsing.skip();
    for (int number = 0; parsing.at() < close; ) {
      if (parsing.accept(",")) {
        number++;
      } else if (parsing.accept("...")) {
        declare(null);
      } else {
        withFallback(value == null ? null : elementOf(value, number));
      }
    }
    parsing.moveTo(close + 1);
  }

  private static Node elementOf(Node value, int number) {
    return new Node.Member(
        value, Integer.toString(number), value.start(), value.start(), value.end());
  }

  /** A parameter of a function, which comes next, with its type and its default. */
  Binding parameter() {
    int pattern = parsing.at();
    skipPattern();
    parsing.accept("?");
    Optional<Node.Name> type = typeName();
    List<Node> alternatives = parsing.accept(":") ? alternatives() : null;
    Node fallback = parsing.accept("=") ? assignment() : null;
    int end = parsing.at();
    Binding binding = Binding.parameter(alternatives, fallback, tokens.start(pattern));
    type.ifPresent(binding::declareType);
    parsing.moveTo(pattern);
    if (parsing.kind() == Kind.NAME) {
      parsing.declare(parsing.text(), binding);
    } else {
      declare(new Node.Reference(binding, tokens.start(pattern), tokens.end(pattern)));
    }
    parsing.moveTo(Math.max(end, pattern + 1));
    return binding;
  }

  /** Goes past a type; of {@code 'asc' | 'desc'} the texts are kept, any other is null. */
  private List<Node> alternatives() {
    int start = parsing.at();
    skipType();
    List<Node> texts = new ArrayList<>();
    for (int at = start; at < parsing.at(); at++) {
      if (tokens.kind(at) == Kind.STRING) {
        texts.add(new Node.Text(tokens.start(at), tokens.end(at)));
      } else if (!tokens.is(at, "|")) {
        return null;
      }
    }
    return texts.size() < 2 ? null : texts;
  }
}
