package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;

/** The operators between expressions. */
final class Operator {

  private static final int SHIFT = 8;
  private static final int RELATION = 7;

  private Operator() {}

  /** How tightly the operator that comes next binds; 0 if none does. */
  static int precedence(ParserState parsing) {
    if (parsing.kind() == Kind.NAME) {
      return parsing.is("in") || parsing.is("instanceof") ? RELATION : 0;
    }
    if (parsing.kind() != Kind.SYMBOL) {
      return 0;
    }
    return switch (parsing.text()) {
      case "??", "||" -> 1;
      case "&&" -> 2;
      case "|" -> 3;
      case "^" -> 4;
      case "&" -> 5;
      case "==", "!=", "===", "!==" -> 6;
      case "<", ">", "<=" -> RELATION;
      case "<<" -> SHIFT;
      case "+", "-" -> 9;
      case "*", "/", "%" -> 10;
      case "**" -> 11;
      default -> 0;
    };
  }

  /** Goes past an operator; one that begins with {@code >} is several tokens. */
  static String take(ParserState parsing) {
    String operator = parsing.text();
    parsing.skip();
    while (operator.startsWith(">") && (parsing.is(">") || parsing.is("=")) && adjoins(parsing)) {
      operator += parsing.text();
      parsing.skip();
    }
    return operator;
  }

  private static boolean adjoins(ParserState parsing) {
    return parsing.lastEnd() == parsing.start();
  }

  /** Whether an assignment that changes a value comes next. */
  static boolean isChange(ParserState parsing) {
    if (parsing.kind() != Kind.SYMBOL || parsing.tokens().end(parsing.at()) - parsing.start() < 2) {
      return false;
    }
    return switch (parsing.text()) {
      case "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "**=", "&&=", "||=", "??=", "<<=" ->
          true;
      default -> false;
    };
  }
}
