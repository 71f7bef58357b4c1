package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import de.qapix.checks.text.QueryFile.Read;
import java.util.ArrayList;
import java.util.List;

/** Where the parser is: the next token, and the scope, the branch and the function around it. */
final class ParserState {

  private final JsTokens tokens;
  private final ParsedFile module;
  private final boolean typed;
  private final List<Pending> pending = new ArrayList<>();
  private int at;
  private LexicalScope scope;
  private Guard guard;
  private List<Node.Return> returns = new ArrayList<>();

  private record Pending(String name, LexicalScope scope, Mutation mutation) {}

  ParserState(JsTokens tokens, ParsedFile module, boolean typed) {
    this.tokens = tokens;
    this.module = module;
    this.typed = typed;
    this.scope = module.scope();
  }

  JsTokens tokens() {
    return tokens;
  }

  ParsedFile module() {
    return module;
  }

  /** Whether the file may hold types. */
  boolean typed() {
    return typed;
  }

  int at() {
    return at;
  }

  void moveTo(int token) {
    at = Math.min(token, tokens.count() - 1);
  }

  Kind kind() {
    return tokens.kind(at);
  }

  int start() {
    return tokens.start(at);
  }

  /** Where the last token that was read ends. */
  int lastEnd() {
    return at == 0 ? 0 : tokens.end(at - 1);
  }

  boolean atEnd() {
    return kind() == Kind.END;
  }

  boolean is(String expected) {
    return tokens.is(at, expected);
  }

  boolean isNext(String expected) {
    return tokens.is(at + 1, expected);
  }

  boolean accept(String expected) {
    if (!is(expected)) {
      return false;
    }
    skip();
    return true;
  }

  void skip() {
    moveTo(at + 1);
  }

  String text() {
    return tokens.text(at);
  }

  LexicalScope scope() {
    return scope;
  }

  LexicalScope enter(LexicalScope inner) {
    LexicalScope before = scope;
    scope = inner;
    return before;
  }

  void leaveTo(LexicalScope before) {
    scope = before;
  }

  Guard guard() {
    return guard;
  }

  void guard(Guard other) {
    guard = other;
  }

  /** Goes into one of the two branches of a condition. */
  Guard branch(Node test, int branch) {
    Guard before = guard;
    guard = Guard.ofTest(guard, scope.function(), branch, test);
    return before;
  }

  /** Goes on behind a condition whose other branch has left. */
  void behindExit(Node test, int branch) {
    guard = Guard.behindExit(guard, scope.function(), branch, test);
  }

  /** Goes into one of the cases of a switch. */
  void branch(SwitchCases cases, int branch) {
    guard = Guard.ofCase(guard, scope.function(), branch, cases);
  }

  List<Node.Return> returns() {
    return returns;
  }

  List<Node.Return> returns(List<Node.Return> ofFunction) {
    List<Node.Return> before = returns;
    returns = ofFunction;
    return before;
  }

  void declare(String name, Binding binding) {
    scope.declare(name, binding);
    if (!binding.isParameter()) {
      module.variables().add(binding);
    }
  }

  void text(Node node) {
    module.texts().add(new ParsedFile.Site(node, guard, null));
  }

  void template(Node node, Node.TypeText types) {
    module.texts().add(new ParsedFile.Site(node, guard, types));
  }

  void call(Node node, Node.TypeText types) {
    module.calls().add(new ParsedFile.Site(node, guard, types));
  }

  void read(String name, int offset) {
    module.reads().add(new Read(name, offset));
  }

  /** Remembers what happens to a variable, which may be declared further down. */
  void mutate(String name, Mutation.Kind kind, List<Node> values, int offset) {
    pending.add(new Pending(name, scope, new Mutation(kind, values, guard, offset)));
  }

  void resolveMutations() {
    for (Pending mutation : pending) {
      Binding binding = mutation.scope().find(mutation.name());
      if (binding != null) {
        binding.mutations().add(mutation.mutation());
      }
    }
  }
}
