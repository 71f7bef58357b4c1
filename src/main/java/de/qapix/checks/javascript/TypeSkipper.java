package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.Set;

/** Goes past types, which say nothing about texts. */
final class TypeSkipper {

  private static final int LONGEST_ARGUMENTS = 2000;
  private static final Set<String> PREFIXES =
      Set.of("keyof", "typeof", "infer", "readonly", "unique", "asserts", "new", "abstract", "-");

  private final JsTokens tokens;

  TypeSkipper(JsTokens tokens) {
    this.tokens = tokens;
  }

  /** The token behind the type that begins here; the same token if none does. */
  int skipType(int from) {
    int at = tokens.is(from, "|") || tokens.is(from, "&") ? from + 1 : from;
    for (; ; ) {
      int end = skipPart(at);
      if (end == at) {
        return at;
      }
      at = end;
      if (tokens.is(at, "|") || tokens.is(at, "&") || tokens.is(at, "is") || isFunction(at)) {
        at++;
      } else if (tokens.is(at, "extends")) {
        at = skipCondition(at + 1);
        return at;
      } else {
        return at;
      }
    }
  }

  private boolean isFunction(int arrow) {
    return tokens.is(arrow, "=>") && tokens.is(arrow - 1, ")");
  }

  /** {@code T extends U ? A : B}; what {@code infer U extends V} says is read in the same way. */
  private int skipCondition(int from) {
    int at = skipType(from);
    if (tokens.is(at, "?")) {
      at = skipType(at + 1);
      at = tokens.is(at, ":") ? skipType(at + 1) : at;
    }
    return at;
  }

  private int skipPart(int from) {
    int at = from;
    while (PREFIXES.contains(word(at)) && startsPart(at + 1)) {
      at++;
    }
    if (!startsPart(at)) {
      return from;
    }
    at = isOpening(at) ? tokens.match(at) + 1 : tokens.is(at, "<") ? skipArguments(at) : at + 1;
    return at < 0 ? from : skipSuffixes(at);
  }

  private int skipSuffixes(int from) {
    int at = from;
    for (; ; ) {
      if (tokens.is(at, ".")) {
        at += 2;
      } else if (tokens.is(at, "[") && !tokens.onNewLine(at)) {
        at = tokens.match(at) + 1;
      } else if (tokens.is(at, "<") && skipArguments(at) > 0) {
        at = skipArguments(at);
      } else if (tokens.is(at - 1, ">")
          && tokens.is(at, "(")
          && tokens.is(tokens.match(at) + 1, "=>")) {
        at = tokens.match(at) + 1;
      } else {
        return at;
      }
    }
  }

  private boolean startsPart(int token) {
    return switch (tokens.kind(token)) {
      case NAME, NUMBER, STRING, TEMPLATE_START -> true;
      case SYMBOL -> isOpening(token) || tokens.is(token, "<") || tokens.is(token, "-");
      default -> false;
    };
  }

  boolean isOpening(int token) {
    return tokens.kind(token) == Kind.TEMPLATE_START
        || tokens.is(token, "(")
        || tokens.is(token, "[")
        || tokens.is(token, "{");
  }

  private String word(int token) {
    Kind kind = tokens.kind(token);
    return kind == Kind.NAME || kind == Kind.SYMBOL ? tokens.text(token) : "";
  }

  /** The token behind {@code <..>}; -1 if that cannot be a list of types. */
  int skipArguments(int from) {
    int depth = 0;
    for (int at = from; at < from + LONGEST_ARGUMENTS; at++) {
      switch (tokens.kind(at)) {
        case END, REGEX, HOLE_END, JSX_START, JSX_END -> {
          return -1;
        }
        case TEMPLATE_START -> at = tokens.match(at);
        case SYMBOL -> {
          if (isOpening(at)) {
            at = tokens.match(at);
          } else if (tokens.is(at, "<")) {
            depth++;
          } else if (tokens.is(at, ">") && --depth == 0) {
            return at + 1;
          } else if (!isInTypes(at)) {
            return -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private boolean isInTypes(int token) {
    String symbol = tokens.text(token);
    return ",|&.?:=>...-@".contains(symbol) && !symbol.equals("?.") && !symbol.equals(">.");
  }
}
