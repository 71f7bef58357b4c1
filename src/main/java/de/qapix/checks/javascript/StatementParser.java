package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses statements: they say in which order and under which conditions expressions are evaluated.
 */
final class StatementParser extends ExpressionParser {

  /** Deeper than anybody nests, and far from what the stack of a thread can take. */
  private static final int DEEPEST = 150;

  private static final Set<String> LEAVING = Set.of("return", "throw", "continue", "break");

  private final ImportsAndExports modules;
  private int depth;

  /** Whether what was read last does not go on with what comes behind it. */
  private boolean leaves;

  StatementParser(ParserState parsing) {
    super(parsing);
    this.modules = new ImportsAndExports(parsing);
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

  @Override
  void inBraces() {
    int close = tokens.match(parsing.at());
    Guard before = parsing.guard();
    parsing.skip();
    all(close);
    parsing.moveTo(close + 1);
    parsing.guard(before);
  }

  private void one() {
    leaves = false;
    if (depth >= DEEPEST) {
      flat();
      return;
    }
    depth++;
    boolean isBlock = parsing.is("{");
    boolean isExit = LEAVING.contains(parsing.text()) && parsing.kind() == Kind.NAME;
    if (isBlock) {
      block();
    } else if (parsing.kind() != Kind.NAME || !keyword(parsing.text())) {
      expression();
    }
    leaves = isExit || (isBlock && leaves);
    depth--;
  }

  private boolean keyword(String word) {
    switch (word) {
      case "if" -> condition();
      case "for", "while", "with" -> loop();
      case "do" -> {
        parsing.skip();
        apart();
      }
      case "switch" -> switchStatement();
      case "try", "finally" -> {
        parsing.skip();
        block();
      }
      case "catch" -> rescue();
      case "return", "throw" -> result(word.equals("return"));
      case "const", "let", "var" -> {
        return constantEnum() || variables();
      }
      case "import" -> {
        return modules.readImport();
      }
      case "export" -> export();
      default -> {
        return declaration(word);
      }
    }
    return true;
  }

  private void export() {
    parsing.skip();
    if (parsing.accept("default") || parsing.accept("=")) {
      exportDefault();
    } else if (!modules.readExport()) {
      one();
    }
  }

  private void exportDefault() {
    int name = parsing.at() + (parsing.is("async") || parsing.is("abstract") ? 2 : 1);
    boolean declares =
        parsing.is("class")
            || parsing.is("function")
            || tokens.is(name - 1, "function")
            || tokens.is(name - 1, "class");
    Node value;
    if (declares && tokens.kind(name) == Kind.NAME) {
      value =
          new Node.Name(tokens.text(name), parsing.scope(), tokens.start(name), tokens.end(name));
      one();
    } else {
      parsing.accept("abstract");
      value = sequence();
      parsing.accept(";");
    }
    parsing.module().exports().put("default", value);
  }

  private boolean declaration(String word) {
    boolean beforeName =
        tokens.kind(parsing.at() + 1) == Kind.NAME && !tokens.onNewLine(parsing.at() + 1);
    switch (word) {
      case "function" -> functionDeclaration();
      case "class" -> classDeclaration();
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

  /** A chain of {@code else if} is read in a loop, since it can be long. */
  private void condition() {
    Guard before = parsing.guard();
    List<Node> exits = new ArrayList<>();
    int conditions = 0;
    boolean more = true;
    while (more) {
      parsing.skip();
      Node test = inParentheses();
      Guard outside = parsing.branch(test, 0);
      one();
      parsing.guard(outside);
      if (leaves && exits.size() == conditions++) {
        exits.add(test);
      }
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
    exits.forEach(test -> parsing.behindExit(test, 1));
  }

  /** What stands between the parentheses of a statement. */
  private Node inParentheses() {
    int start = parsing.start();
    if (!parsing.is("(")) {
      return new Node.Other(start, start);
    }
    int close = tokens.match(parsing.at());
    parsing.skip();
    Node inside = sequence();
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
    apart();
    parsing.leaveTo(before);
  }

  /** The statement of a loop: where it is left, the program goes on behind it. */
  private void apart() {
    Guard before = parsing.guard();
    one();
    parsing.guard(before);
  }

  /** What a handler of exceptions does is not what usually happens. */
  private void rescue() {
    parsing.skip();
    LexicalScope before = parsing.enter(parsing.scope().block());
    if (parsing.is("(")) {
      int close = tokens.match(parsing.at());
      parsing.skip();
      declare(new Node.Other(parsing.start(), parsing.start()));
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
    Node value = sequence();
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
      decorators();
      return;
    }
    sequence();
    parsing.accept(";");
  }

  /** Whether a declaration of variables comes next; then it has been read. */
  private boolean variables() {
    if (tokens.kind(parsing.at() + 1) != Kind.NAME
        && !parsing.isNext("{")
        && !parsing.isNext("[")) {
      return false;
    }
    parsing.skip();
    do {
      variable();
    } while (parsing.accept(","));
    parsing.accept(";");
    return true;
  }

  /** {@code pattern: Type = value}, also in the head of a loop. */
  private void variable() {
    int pattern = parsing.at();
    skipPattern();
    parsing.accept("!");
    Optional<Node.Name> type = typeName();
    if (parsing.accept(":")) {
      skipType();
    }
    Node value = null;
    if (parsing.accept("=")) {
      value = assignment();
    } else if (parsing.accept("of")) {
      Node of = sequence();
      value =
          new Node.Index(
              of, new Node.Other(of.start(), of.end()), parsing.scope(), of.start(), of.end());
    } else if (parsing.accept("in")) {
      Node in = sequence();
      value = new Node.Other(in.start(), in.end());
    }
    int end = parsing.at();
    parsing.moveTo(pattern);
    declare(value);
    if (type.isPresent() && tokens.kind(pattern) == Kind.NAME) {
      parsing.scope().find(tokens.text(pattern)).declareType(type.get());
    }
    parsing.moveTo(end);
  }

  private void switchStatement() {
    parsing.skip();
    Node subject = inParentheses();
    if (!parsing.is("{")) {
      return;
    }
    SwitchCases cases = new SwitchCases(subject);
    int close = tokens.match(parsing.at());
    parsing.skip();
    Guard guard = parsing.guard();
    LexicalScope scope = parsing.enter(parsing.scope().block());
    for (int branch = 0; parsing.at() < close; ) {
      int before = parsing.at();
      if (parsing.is("case") || parsing.is("default")) {
        caseLabels(close, cases);
        parsing.guard(guard);
        parsing.branch(cases, branch++);
      } else {
        one();
      }
      if (parsing.at() == before) {
        parsing.skip();
      }
    }
    parsing.guard(guard);
    parsing.leaveTo(scope);
    parsing.moveTo(close + 1);
  }

  /** Cases one right after the other have the same statements. */
  private void caseLabels(int close, SwitchCases cases) {
    List<Node> labels = new ArrayList<>();
    boolean isDefault = false;
    while (parsing.at() < close && (parsing.is("case") || parsing.is("default"))) {
      boolean valued = parsing.is("case");
      isDefault |= !valued;
      parsing.skip();
      if (valued) {
        labels.add(sequence());
      }
      parsing.accept(":");
    }
    cases.add(labels, isDefault);
  }

  /** Whether one comes next that begins with this word; then it has been read. */
  private boolean typeDeclaration(String word) {
    if (!parsing.typed()) {
      return false;
    }
    parsing.skip();
    switch (word) {
      case "enum" -> enumeration();
      case "type" -> {
        int name = parsing.at();
        parsing.skip();
        skipTypeArguments();
        if (parsing.accept("=")) {
          skipType();
        }
        declareType(name);
      }
      default -> {
        int name = parsing.at();
        while (!parsing.is("{") && !parsing.is(";") && !parsing.atEnd()) {
          parsing.skip();
        }
        if (word.equals("interface")) {
          parsing.moveTo(tokens.match(parsing.at()) + 1);
          declareType(name);
        } else if (parsing.is("{")) {
          block();
        }
      }
    }
    return true;
  }

  /** Remembers where it is written what a type is, whose declaration has been read. */
  private void declareType(int name) {
    parsing
        .scope()
        .declareType(
            tokens.text(name),
            new Node.TypeText(parsing.scope(), tokens.end(name), parsing.lastEnd()));
  }
}
