package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses operands: literals, names, brackets, and the calls and members that follow them. */
final class OperandParser {

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;
  private final ObjectLiteralParser objects;
  private final TemplateParser markups;

  OperandParser(ParserState parsing, ExpressionParser expressions, StatementParser statements) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
    this.statements = statements;
    this.objects = new ObjectLiteralParser(parsing, expressions);
    this.markups = new TemplateParser(parsing, expressions);
  }

  Node operand() {
    if (parsing.is("new")) {
      return suffixes(instance(), true);
    }
    if (parsing.is("<") && parsing.typed()) {
      expressions.skipTypeArguments();
    }
    return suffixes(primary(), true);
  }

  private Node instance() {
    int start = parsing.start();
    parsing.skip();
    if (parsing.accept(".")) {
      parsing.skip();
      return new Node.Other(start, parsing.lastEnd());
    }
    Node type = suffixes(primary(), false);
    expressions.skipTypeArguments();
    List<Node> arguments = parsing.is("(") ? arguments() : List.of();
    Node.Call call = new Node.Call(type, arguments, true, start, parsing.lastEnd());
    parsing.call(call);
    return call;
  }

  private Node suffixes(Node operand, boolean calls) {
    Node value = operand;
    for (; ; ) {
      Node longer = suffix(value, calls);
      if (longer == null) {
        return value;
      }
      value = longer;
    }
  }

  /** The operand with what follows it, or null if nothing does. */
  private Node suffix(Node value, boolean calls) {
    if (parsing.kind() == Kind.TEMPLATE_START) {
      return markups.template(value);
    }
    if (parsing.kind() != Kind.SYMBOL) {
      return null;
    }
    boolean sameLine = !tokens.onNewLine(parsing.at());
    switch (parsing.text()) {
      case "." -> {
        parsing.skip();
        return member(value);
      }
      case "?." -> {
        parsing.skip();
        return parsing.kind() == Kind.NAME ? member(value) : value;
      }
      case "[" -> {
        return index(value);
      }
      case "(" -> {
        return calls ? call(value) : null;
      }
      case "!" -> {
        return parsing.typed() && sameLine && skipped() ? value : null;
      }
      case "++", "--" -> {
        return sameLine && skipped() ? new Node.Other(value.start(), parsing.lastEnd()) : null;
      }
      case "<" -> {
        return parsing.typed() && calls && skipsArguments() ? value : null;
      }
      default -> {
        return null;
      }
    }
  }

  private boolean skipped() {
    parsing.skip();
    return true;
  }

  private boolean skipsArguments() {
    int end = expressions.types().skipArguments(parsing.at());
    boolean called = end > 0 && (tokens.is(end, "(") || tokens.kind(end) == Kind.TEMPLATE_START);
    if (called) {
      parsing.moveTo(end);
    }
    return called;
  }

  private Node member(Node object) {
    if (parsing.kind() != Kind.NAME) {
      return new Node.Other(object.start(), Math.max(object.end(), parsing.lastEnd()));
    }
    Node.Member member =
        new Node.Member(
            object, parsing.text(), parsing.start(), object.start(), tokens.end(parsing.at()));
    parsing.read(member.name(), member.nameStart());
    parsing.skip();
    return member;
  }

  private Node index(Node object) {
    int close = tokens.match(parsing.at());
    parsing.skip();
    Node index = expressions.inBrackets();
    parsing.moveTo(close + 1);
    return new Node.Index(object, index, parsing.scope(), object.start(), parsing.lastEnd());
  }

  private Node call(Node callee) {
    List<Node> arguments = arguments();
    Node.Call call = new Node.Call(callee, arguments, false, callee.start(), parsing.lastEnd());
    parsing.call(call);
    Writes.record(parsing, call);
    if (call.callee() instanceof Node.Name name
        && name.name().equals("require")
        && arguments.size() == 1
        && arguments.get(0) instanceof Node.Text file) {
      parsing
          .module()
          .importedFiles()
          .add(
              UnescapedText.literal(parsing.module().source(), file.start() + 1, file.end() - 1)
                  .sql());
    }
    return call;
  }

  private List<Node> arguments() {
    List<Node> arguments = new ArrayList<>();
    objects.elements(arguments);
    return arguments;
  }

  private Node primary() {
    int start = parsing.start();
    switch (parsing.kind()) {
      case STRING -> {
        parsing.skip();
        Node text = new Node.Text(start, parsing.lastEnd());
        parsing.text(text);
        return text;
      }
      case NUMBER -> {
        parsing.skip();
        return new Node.Numeral(start, parsing.lastEnd());
      }
      case TEMPLATE_START -> {
        return markups.template(null);
      }
      case NAME -> {
        return word();
      }
      case JSX_START -> {
        return markups.element();
      }
      case SYMBOL -> {
        return bracket();
      }
      case REGEX -> {
        parsing.skip();
        return new Node.Other(start, parsing.lastEnd());
      }
      default -> {
        return new Node.Other(start, start);
      }
    }
  }

  private Node word() {
    int start = parsing.start();
    if (parsing.is("function") || (parsing.is("async") && parsing.isNext("function"))) {
      return expressions.functions().expression();
    }
    if (parsing.is("class")) {
      return statements.classes().expression();
    }
    String name = parsing.text();
    parsing.skip();
    return new Node.Name(name, parsing.scope(), start, parsing.lastEnd());
  }

  private Node bracket() {
    int start = parsing.start();
    if (parsing.is("(")) {
      int close = tokens.match(parsing.at());
      parsing.skip();
      Node inside = expressions.inBrackets();
      parsing.moveTo(close + 1);
      return inside;
    }
    if (parsing.is("[")) {
      List<Node> elements = new ArrayList<>();
      objects.elements(elements);
      return new Node.Array(elements, start, parsing.lastEnd());
    }
    if (parsing.is("{")) {
      return objects.object();
    }
    if (parsing.is("@")) {
      statements.classes().decorators();
      return primary();
    }
    boolean closing = parsing.is(")") || parsing.is("]") || parsing.is("}");
    if (!closing && !parsing.is(";") && !parsing.is(",") && !parsing.is(":")) {
      parsing.skip();
    }
    return new Node.Other(start, start);
  }

  /** Goes past what is nested too deeply; the literals in it are kept, each for itself. */
  Node flat() {
    int start = parsing.start();
    int end = tokens.kind(parsing.at()) == Kind.SYMBOL ? tokens.match(parsing.at()) : parsing.at();
    for (; parsing.at() < end && !parsing.atEnd(); parsing.skip()) {
      if (parsing.kind() == Kind.STRING) {
        parsing.text(new Node.Text(parsing.start(), tokens.end(parsing.at())));
      }
    }
    parsing.skip();
    return new Node.Other(start, parsing.lastEnd());
  }
}
