package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses expressions, with the functions and classes that are values. It is one class, as each kind
 * of expression can stand in each other; only what a body in braces consists of is told elsewhere.
 */
abstract class ExpressionParser extends PatternParser {

  /** Deeper than anybody writes, and far from what the stack of a thread can take. */
  private static final int DEEPEST = 150;

  private static final Set<String> PARAMETER_MODIFIERS =
      Set.of("public", "private", "protected", "readonly", "override");
  private static final Set<String> MEMBER_MODIFIERS =
      Set.of(
          """
          public private protected static readonly override abstract declare async get set
          accessor\
          """
              .split("\\s", -1));

  private int depth;
  private boolean inConditional;

  ExpressionParser(ParserState parsing) {
    super(parsing);
  }

  /** Reads the statements between the braces of which the first comes next. */
  abstract void inBraces();

  /** Expressions with commas between; the last one is the value. */
  Node sequence() {
    Node last = assignment();
    while (parsing.accept(",")) {
      last = assignment();
    }
    return last;
  }

  @Override
  Node assignment() {
    if (depth >= DEEPEST) {
      return flat();
    }
    depth++;
    Node value = isArrow() ? arrow() : assigned();
    depth--;
    return value;
  }

  /** What stands between brackets is a matter of its own. */
  private Node inBrackets() {
    Node last = element();
    while (parsing.accept(",")) {
      last = element();
    }
    return last;
  }

  /** One of the expressions between brackets. */
  private Node element() {
    boolean before = inConditional;
    inConditional = false;
    Node element = assignment();
    inConditional = before;
    return element;
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
    Mutations.record(parsing, left, right, appended, plain || ifEmpty);
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
    Node operand = operand();
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

  private Node operand() {
    if (parsing.is("new")) {
      return suffixes(instance(), true);
    }
    if (parsing.is("<") && parsing.typed()) {
      skipTypeArguments();
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
    skipTypeArguments();
    List<Node> arguments = parsing.is("(") ? arguments() : List.of();
    Node.Call call = new Node.Call(type, arguments, true, start, parsing.lastEnd());
    parsing.call(call, null);
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
      return template(value, null);
    }
    if (parsing.kind() != Kind.SYMBOL) {
      return null;
    }
    boolean sameLine = !tokens.onNewLine(parsing.at());
    return switch (parsing.text()) {
      case "." -> {
        parsing.skip();
        yield member(value);
      }
      case "?." -> {
        parsing.skip();
        yield parsing.kind() == Kind.NAME ? member(value) : value;
      }
      case "[" -> index(value);
      case "(" -> calls ? call(value, null) : null;
      case "!" -> parsing.typed() && sameLine && parsing.accept("!") ? value : null;
      case "++", "--" -> sameLine ? skipped(value.start()) : null;
      case "<" -> parsing.typed() && calls ? withTypes(value) : null;
      default -> null;
    };
  }

  /** Goes past a token of which nothing is known but that it belongs to an expression. */
  private Node skipped(int start) {
    parsing.skip();
    return new Node.Other(start, parsing.lastEnd());
  }

  /** A call or a template with types in angle brackets; null if that is a comparison. */
  private Node withTypes(Node value) {
    int start = parsing.start();
    int end = types.skipArguments(parsing.at());
    boolean template = tokens.kind(end) == Kind.TEMPLATE_START;
    if (end < 0 || !(template || tokens.is(end, "("))) {
      return null;
    }
    parsing.moveTo(end);
    Node.TypeText given = new Node.TypeText(parsing.scope(), start, parsing.lastEnd());
    return template ? template(value, given) : call(value, given);
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
    Node index = inBrackets();
    parsing.moveTo(close + 1);
    return new Node.Index(object, index, parsing.scope(), object.start(), parsing.lastEnd());
  }

  private Node call(Node callee, Node.TypeText given) {
    List<Node> arguments = arguments();
    Node.Call call = new Node.Call(callee, arguments, false, callee.start(), parsing.lastEnd());
    parsing.call(call, given);
    Mutations.record(parsing, call);
    if (call.callee() instanceof Node.Name name
        && name.name().equals("require")
        && arguments.size() == 1
        && arguments.get(0) instanceof Node.Text file) {
      parsing
          .module()
          .importedFiles()
          .add(UnescapedText.ofString(parsing.module().source(), file.start(), file.end()).sql());
    }
    return call;
  }

  private List<Node> arguments() {
    List<Node> arguments = new ArrayList<>();
    elements(arguments);
    return arguments;
  }

  private Node primary() {
    int start = parsing.start();
    return switch (parsing.kind()) {
      case STRING -> {
        parsing.skip();
        Node text = new Node.Text(start, parsing.lastEnd());
        parsing.text(text);
        yield text;
      }
      case NUMBER -> {
        parsing.skip();
        yield new Node.Numeral(start, parsing.lastEnd());
      }
      case TEMPLATE_START -> template(null, null);
      case NAME -> word();
      case JSX_START -> jsxElement();
      case SYMBOL -> bracket();
      case REGEX -> skipped(start);
      default -> new Node.Other(start, start);
    };
  }

  private Node word() {
    int start = parsing.start();
    if (parsing.is("function") || (parsing.is("async") && parsing.isNext("function"))) {
      return functionExpression();
    }
    if (parsing.is("class")) {
      return classExpression();
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
      Node inside = inBrackets();
      parsing.moveTo(close + 1);
      return inside;
    }
    if (parsing.is("[")) {
      List<Node> elements = new ArrayList<>();
      elements(elements);
      return new Node.Array(elements, start, parsing.lastEnd());
    }
    if (parsing.is("{")) {
      return object();
    }
    if (parsing.is("@")) {
      decorators();
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

  /** Those of an array or a call, whose bracket comes next. */
  private void elements(List<Node> elements) {
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

  private Node object() {
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
    String name = key();
    Node value;
    if (parsing.is("(") || parsing.is("<")) {
      value = method();
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
  private String key() {
    int key = parsing.at();
    if (parsing.is("[")) {
      parsing.moveTo(tokens.match(key) + 1);
      return null;
    }
    parsing.skip();
    return switch (tokens.kind(key)) {
      case NAME, NUMBER -> tokens.text(key);
      case STRING ->
          UnescapedText.ofString(parsing.module().source(), tokens.start(key), tokens.end(key))
              .sql();
      default -> null;
    };
  }

  /**
   * A template.
   *
   * @param tag what stands in front of it, or null
   * @param given the types in angle brackets behind the tag, or null
   */
  private Node template(Node tag, Node.TypeText given) {
    int start = tag == null ? parsing.start() : tag.start();
    int close = tokens.match(parsing.at());
    List<Node> holes = new ArrayList<>();
    List<Node.Chunk> chunks = new ArrayList<>();
    for (int at = parsing.at() + 1; at < close; at++) {
      if (tokens.kind(at) == Kind.CHUNK) {
        chunks.add(new Node.Chunk(tokens.start(at), tokens.end(at)));
      } else if (tokens.kind(at) == Kind.HOLE_START) {
        parsing.moveTo(at + 1);
        holes.add(inBrackets());
        at = tokens.match(at);
      }
    }
    parsing.moveTo(close + 1);
    Node template = new Node.Template(tag, chunks, holes, start, tokens.end(close));
    parsing.template(template, given);
    if (tag != null) {
      SqlHints.root(tag).ifPresent(root -> parsing.module().tags().add(root.name()));
    }
    return template;
  }

  /** An element of JSX: only what stands in its braces matters. */
  private Node jsxElement() {
    int start = parsing.start();
    int close = tokens.match(parsing.at());
    for (int at = parsing.at() + 1; at < close; at++) {
      if (tokens.is(at, "{")) {
        parsing.moveTo(at + 1);
        parsing.module().talk().add(inBrackets());
        at = tokens.match(at);
      }
    }
    parsing.moveTo(close + 1);
    return new Node.Other(start, tokens.end(close));
  }

  /** {@code function name(..) {..}} as a statement. */
  void functionDeclaration() {
    int start = parsing.start();
    int name = tokens.is(parsing.at() + 1, "*") ? parsing.at() + 2 : parsing.at() + 1;
    Node function = functionExpression();
    if (tokens.kind(name) == Kind.NAME) {
      parsing.declare(tokens.text(name), Binding.variable(function, null, null, start));
    }
  }

  /** The same where a value is expected. */
  private Node functionExpression() {
    parsing.accept("async");
    parsing.accept("function");
    parsing.accept("*");
    if (parsing.kind() == Kind.NAME) {
      parsing.skip();
    }
    return method();
  }

  /** From the parameters on. */
  private Node method() {
    int start = parsing.start();
    skipTypeArguments();
    LexicalScope before = parsing.enter(parsing.scope().inFunction());
    List<Binding> parameters = new ArrayList<>();
    boolean rest = parameters(parameters);
    if (parsing.accept(":")) {
      skipType();
    }
    return finish(parameters, rest, start, before);
  }

  /** Whether a function with an arrow begins here. */
  private boolean isArrow() {
    int at = parsing.at();
    if (parsing.is("async") && !tokens.onNewLine(at + 1)) {
      at++;
    }
    if (tokens.is(at, "<") && parsing.typed()) {
      at = types.skipArguments(at);
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
      return tokens.is(types.skipType(close + 2), "=>");
    }
    return tokens.is(close + 1, "=>");
  }

  private Node arrow() {
    int start = parsing.start();
    if (parsing.is("async") && !parsing.isNext("=>")) {
      parsing.skip();
    }
    skipTypeArguments();
    LexicalScope before = parsing.enter(parsing.scope().inFunction());
    List<Binding> parameters = new ArrayList<>();
    boolean rest = false;
    if (parsing.is("(")) {
      rest = parameters(parameters);
    } else {
      parameters.add(parameter());
    }
    if (parsing.accept(":")) {
      skipType();
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
        decorators();
      }
      int first = parsing.at();
      while (PARAMETER_MODIFIERS.contains(parsing.text())
          && tokens.kind(parsing.at() + 1) == Kind.NAME) {
        parsing.skip();
      }
      int name = parsing.at();
      rest = parsing.accept("...");
      Binding parameter = parameter();
      parameters.add(parameter);
      if (name > first) {
        parameter.type().ifPresent(type -> declareMember(tokens.text(name), type));
      }
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
      body(returns);
    } else if (tokens.is(parsing.at() - 1, "=>")) {
      returns.add(new Node.Return(assignment(), parsing.guard()));
    }
    parsing.leaveTo(before);
    return new Node.Function(parameters, rest, returns, scope, start, parsing.lastEnd());
  }

  void classDeclaration() {
    int name = parsing.at() + 1;
    Node properties = classExpression();
    if (tokens.kind(name) == Kind.NAME) {
      parsing.declare(
          tokens.text(name), Binding.variable(properties, null, null, tokens.start(name)));
    }
  }

  private Node classExpression() {
    int start = parsing.start();
    parsing.skip();
    if (parsing.kind() == Kind.NAME && !parsing.is("extends")) {
      parsing.skip();
    }
    skipTypeArguments();
    List<Node> spreads = new ArrayList<>();
    if (parsing.accept("extends")) {
      spreads.add(operand());
    }
    while (!parsing.is("{") && !parsing.atEnd()) {
      parsing.skip();
    }
    return classBody(start, spreads);
  }

  private Node classBody(int start, List<Node> spreads) {
    int close = tokens.match(parsing.at());
    Map<String, Node.Property> properties = new LinkedHashMap<>();
    LexicalScope before = parsing.enter(parsing.scope().block());
    Node.Properties node = new Node.Properties(properties, spreads, start, tokens.end(close));
    parsing.scope().declare("this", Binding.variable(node, null, null, start));
    parsing.skip();
    while (parsing.at() < close) {
      int position = parsing.at();
      classMember(properties);
      if (parsing.at() == position) {
        parsing.skip();
      }
    }
    parsing.leaveTo(before);
    parsing.moveTo(close + 1);
    return node;
  }

  /** A member of the class in which this stands. */
  private void declareMember(String name, Node.Name type) {
    Binding self = parsing.scope().find("this");
    if (self != null) {
      self.declareType(name, type);
    }
  }

  private void classMember(Map<String, Node.Property> properties) {
    if (parsing.is("@")) {
      decorators();
      return;
    }
    if (parsing.is("static") && parsing.isNext("{")) {
      parsing.skip();
    }
    if (parsing.is("{")) {
      block();
      return;
    }
    boolean getter = false;
    while (isModifier()) {
      getter |= parsing.is("get");
      parsing.skip();
    }
    parsing.accept("*");
    int key = parsing.at();
    String name = key();
    parsing.accept("?");
    parsing.accept("!");
    if (name != null) {
      typeName().ifPresent(type -> declareMember(name, type));
    }
    Node value = memberValue();
    if (name != null && value != null) {
      properties.putIfAbsent(
          name, new Node.Property(value, getter, tokens.start(key), tokens.end(key)));
    }
    parsing.accept(";");
  }

  private Node memberValue() {
    if (parsing.is("(") || parsing.is("<")) {
      int body = parsing.at();
      Node method = method();
      boolean declaredOnly = !tokens.is(parsing.at() - 1, "}") || parsing.at() == body;
      return declaredOnly ? null : method;
    }
    if (parsing.accept(":")) {
      skipType();
    }
    return parsing.accept("=") ? element() : null;
  }

  private boolean isModifier() {
    int next = parsing.at() + 1;
    boolean beforeKey =
        tokens.kind(next) == Kind.NAME
            || tokens.kind(next) == Kind.STRING
            || tokens.is(next, "[")
            || tokens.is(next, "*")
            || tokens.is(next, "{");
    return parsing.kind() == Kind.NAME && beforeKey && MEMBER_MODIFIERS.contains(parsing.text());
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
      String member = key();
      if (parsing.accept("=") && member != null) {
        properties.put(
            member, new Node.Property(element(), false, tokens.start(key), tokens.end(key)));
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
      operand();
    }
  }

  /** The statements between the braces of which the first comes next. */
  void block() {
    LexicalScope before = parsing.enter(parsing.scope().block());
    statements();
    parsing.leaveTo(before);
  }

  /** The statements of a function, whose returns are added to some. */
  private void body(List<Node.Return> returns) {
    List<Node.Return> before = parsing.returns(returns);
    statements();
    parsing.returns(before);
  }

  /** What stands between braces is a matter of its own, as between brackets. */
  private void statements() {
    boolean before = inConditional;
    inConditional = false;
    inBraces();
    inConditional = before;
  }
}
