package de.qapix.checks.javascript;

/** Parses switches, of which exactly one case is taken. */
final class SwitchParser {

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  SwitchParser(ParserState parsing, ExpressionParser expressions, StatementParser statements) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
    this.statements = statements;
  }

  void read() {
    parsing.skip();
    Node subject = statements.inParentheses();
    if (!parsing.is("{")) {
      return;
    }
    Decision decision =
        new Decision(parsing.scope().function(), "switch " + parsing.textOf(subject));
    int close = tokens.match(parsing.at());
    parsing.skip();
    Guard guard = parsing.guard();
    LexicalScope scope = parsing.enter(parsing.scope().block());
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
        statements.one();
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
}
