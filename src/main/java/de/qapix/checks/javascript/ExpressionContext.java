package de.qapix.checks.javascript;

import java.util.Set;

/**
 * Tells from the tokens before whether an expression begins next: that decides what a slash and
 * what {@code <} is.
 */
final class ExpressionContext {

  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          """
          return typeof case in of delete void throw new instanceof do else await yield default
          extends"""
              .split("\\s", -1));
  private static final Set<String> BEFORE_CONDITION = Set.of("if", "while", "for", "with");
  private static final Set<String> BEFORE_BLOCK = Set.of("else", "try", "do", "finally");

  private final JsTokens tokens;

  ExpressionContext(JsTokens tokens) {
    this.tokens = tokens;
  }

  /** Whether what comes after the last token is the beginning of an expression. */
  boolean expectsExpression() {
    int last = tokens.count() - 1;
    if (last < 0) {
      return true;
    }
    return switch (tokens.kind(last)) {
      case NAME -> BEFORE_EXPRESSION.contains(tokens.text(last)) && !tokens.is(last - 1, ".");
      case SYMBOL -> expectsAfterSymbol(last);
      case HOLE_START -> true;
      default -> false;
    };
  }

  private boolean expectsAfterSymbol(int last) {
    if (tokens.is(last, ")")) {
      int opener = tokens.isMatched(last) ? tokens.match(last) : 0;
      return opener > 0
          && tokens.kind(opener - 1) == JsTokens.Kind.NAME
          && BEFORE_CONDITION.contains(tokens.text(opener - 1));
    }
    if (tokens.is(last, "}")) {
      return !tokens.isMatched(last) || opensBlock(tokens.match(last));
    }
    return !tokens.is(last, "]") && !tokens.is(last, "++") && !tokens.is(last, "--");
  }

  private boolean opensBlock(int brace) {
    if (brace == 0) {
      return true;
    }
    int before = brace - 1;
    return switch (tokens.kind(before)) {
      case NAME ->
          BEFORE_BLOCK.contains(tokens.text(before))
              || !BEFORE_EXPRESSION.contains(tokens.text(before));
      case SYMBOL ->
          tokens.is(before, ")")
              || tokens.is(before, ";")
              || tokens.is(before, "{")
              || tokens.is(before, "}")
              || tokens.is(before, "=>")
              || tokens.is(before, ">");
      default -> false;
    };
  }
}
