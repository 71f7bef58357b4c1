package de.qapix.checks.javascript;

/** Parses what TypeScript declares: most of it is gone past, the members of an enum are texts. */
final class TypeDeclarationParser {

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  TypeDeclarationParser(
      ParserState parsing, ExpressionParser expressions, StatementParser statements) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Whether one comes next that begins with this word; then it has been read. */
  boolean read(String word) {
    if (!parsing.typed()) {
      return false;
    }
    parsing.skip();
    switch (word) {
      case "enum" -> statements.classes().enumeration();
      case "type" -> {
        parsing.skip();
        expressions.skipTypeArguments();
        if (parsing.accept("=")) {
          expressions.skipType();
        }
      }
      default -> {
        while (!parsing.is("{") && !parsing.is(";") && !parsing.atEnd()) {
          parsing.skip();
        }
        if (word.equals("interface")) {
          parsing.moveTo(tokens.match(parsing.at()) + 1);
        } else if (parsing.is("{")) {
          statements.block();
        }
      }
    }
    return true;
  }
}
