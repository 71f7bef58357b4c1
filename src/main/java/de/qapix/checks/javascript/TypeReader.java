package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import de.qapix.checks.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads types where they are written. The parser only goes past them, as nearly all of them say
 * nothing that matters.
 */
public final class TypeReader {

  /** Longer than anybody writes the type of a row. */
  private static final int LONGEST = 20_000;

  private static final int DEEPEST = 20;
  private static final Type OTHER = new Type.Other();

  private final SourceText source;
  private final int start;
  private final JsTokens tokens;
  private final TypeSkipper skipper;

  private TypeReader(SourceText source, Node.TypeText written) {
    this.source = source;
    this.start = written.start();
    this.tokens =
        JsLexer.lex(source.text().substring(written.start(), written.end()), false).tokens();
    this.skipper = new TypeSkipper(tokens);
  }

  /** The first of those in angle brackets. */
  public static Type firstGiven(SourceText source, Node.TypeText written) {
    if (isTooLong(written)) {
      return OTHER;
    }
    TypeReader reader = new TypeReader(source, written);
    List<Type> given = reader.given(0, 0);
    return given.isEmpty() ? OTHER : given.get(0);
  }

  /** What a declaration says; one with parameters of its own says nothing by itself. */
  public static Type declared(SourceText source, Node.TypeText written) {
    return isTooLong(written) ? OTHER : new TypeReader(source, written).declared();
  }

  private static boolean isTooLong(Node.TypeText written) {
    return written.end() - written.start() > LONGEST;
  }

  private Type declared() {
    int end = tokens.count() - 1;
    if (tokens.is(0, "=")) {
      return type(1, end, 0);
    }
    int body = tokens.is(0, "extends") ? 1 : 0;
    while (body < end && !tokens.is(body, "{")) {
      body = after(body);
    }
    if (tokens.is(0, "<") || body >= end) {
      return OTHER;
    }
    Type own = members(body, 0);
    if (body == 0 || own instanceof Type.Other) {
      return own;
    }
    List<Type> parts = new ArrayList<>(list(1, body, ",", 0));
    parts.add(own);
    return new Type.Intersection(parts);
  }

  /** The types between two tokens, with a symbol between each two. */
  private List<Type> list(int from, int to, String symbol, int depth) {
    List<Type> types = new ArrayList<>();
    int first = from;
    for (int at = from; at <= to; at = Math.max(at + 1, after(at))) {
      if (at == to || tokens.is(at, symbol)) {
        if (first < at) {
          types.add(type(first, at, depth + 1));
        }
        first = at + 1;
      }
    }
    return types;
  }

  /** The token behind what begins here: one, or all between brackets. */
  private int after(int token) {
    if (skipper.isOpening(token)) {
      return tokens.match(token) + 1;
    }
    int end = tokens.is(token, "<") ? skipper.skipArguments(token) : -1;
    return end < 0 ? token + 1 : end;
  }

  private Type type(int first, int to, int depth) {
    int from = tokens.is(first, "|") || tokens.is(first, "&") ? first + 1 : first;
    if (depth > DEEPEST || from >= to) {
      return OTHER;
    }
    boolean union = false;
    boolean intersection = false;
    for (int at = from; at < to; at = after(at)) {
      union |= tokens.is(at, "|");
      intersection |= tokens.is(at, "&");
      if (tokens.is(at, "=>") || tokens.is(at, "?") || tokens.is(at, "extends")) {
        return OTHER;
      }
    }
    if (union) {
      return new Type.Union(list(from, to, "|", depth));
    }
    return intersection
        ? new Type.Intersection(list(from, to, "&", depth))
        : single(from, to, depth);
  }

  private Type single(int from, int to, int depth) {
    int last = to - 1;
    if (tokens.is(from, "readonly")) {
      return type(from + 1, to, depth + 1);
    }
    if (last > from && tokens.is(last, "]") && tokens.match(last) > from) {
      return tokens.match(last) == last - 1
          ? new Type.ListOf(type(from, last - 1, depth + 1))
          : OTHER;
    }
    if (skipper.isOpening(from) && tokens.match(from) == last) {
      return bracket(from, depth);
    }
    return switch (tokens.kind(from)) {
      case NAME -> named(from, to, depth);
      case STRING -> last == from ? text(from) : OTHER;
      case NUMBER -> last == from ? new Type.Constant() : OTHER;
      default -> OTHER;
    };
  }

  private Type bracket(int open, int depth) {
    int close = tokens.match(open);
    if (tokens.is(open, "(")) {
      return type(open + 1, close, depth + 1);
    }
    if (tokens.is(open, "[")) {
      return tuple(open, depth);
    }
    return tokens.is(open, "{") ? members(open, depth) : OTHER;
  }

  /** Its elements, which can have names and question marks. */
  private Type tuple(int open, int depth) {
    List<Type> elements = new ArrayList<>();
    int close = tokens.match(open);
    int first = open + 1;
    for (int at = first; at <= close; at = at == close ? at + 1 : after(at)) {
      if (tokens.is(at, ":")) {
        first = at + 1;
      } else if (at == close || tokens.is(at, ",")) {
        int end = tokens.is(at - 1, "?") ? at - 1 : at;
        if (first < end) {
          elements.add(type(first, end, depth + 1));
        }
        first = at + 1;
      }
    }
    return new Type.Tuple(elements);
  }

  private Type text(int token) {
    int from = start + tokens.start(token);
    int to = start + tokens.end(token);
    return new Type.Text(UnescapedText.ofString(source, from, to).sql(), from + 1, to - 1);
  }

  private Type named(int from, int to, int depth) {
    if (tokens.is(from, "true") || tokens.is(from, "false")) {
      return new Type.Constant();
    }
    int at = from + 1;
    while (tokens.is(at, ".") && tokens.kind(at + 1) == Kind.NAME) {
      at += 2;
    }
    String name = source.text().substring(start + tokens.start(from), start + tokens.end(at - 1));
    if (at == to) {
      return new Type.Named(name, List.of());
    }
    return tokens.is(at, "<") && after(at) == to ? new Type.Named(name, given(at, depth)) : OTHER;
  }

  /** Those in the angle brackets of which the first is here. */
  private List<Type> given(int open, int depth) {
    int end = skipper.skipArguments(open);
    return end < 0 ? List.of() : list(open + 1, end - 1, ",", depth);
  }

  /** What has methods, or properties whose names are computed, is no row. */
  private Type members(int open, int depth) {
    List<Type.Member> members = new ArrayList<>();
    int close = tokens.match(open);
    int at = open + 1;
    while (at < close) {
      if (tokens.is(at, ";") || tokens.is(at, ",")) {
        at++;
        continue;
      }
      if (tokens.is(at, "readonly") && (isKey(at + 1) || tokens.is(at + 1, "["))) {
        at++;
      }
      boolean index = tokens.is(at, "[");
      int key = at;
      at = index ? tokens.match(at) + 1 : at + 1;
      boolean optional = tokens.is(at, "?");
      at = optional ? at + 1 : at;
      int end = tokens.is(at, ":") ? skipper.skipType(at + 1) : at;
      boolean unclear = index ? isMapped(key) : !isKey(key);
      if (unclear || end <= at + 1 || end > close) {
        return OTHER;
      }
      if (!index) {
        members.add(member(key, optional, type(at + 1, end, depth + 1)));
      }
      at = end;
    }
    return new Type.Members(members);
  }

  private boolean isMapped(int open) {
    for (int at = open + 1; at < tokens.match(open); at++) {
      if (tokens.is(at, ":")) {
        return false;
      }
    }
    return true;
  }

  private boolean isKey(int token) {
    return tokens.kind(token) == Kind.NAME || tokens.kind(token) == Kind.STRING;
  }

  private Type.Member member(int key, boolean optional, Type type) {
    boolean quoted = tokens.kind(key) == Kind.STRING;
    int from = start + tokens.start(key) + (quoted ? 1 : 0);
    int to = start + tokens.end(key) - (quoted ? 1 : 0);
    String name =
        quoted ? UnescapedText.literal(source, from, to).sql() : source.text().substring(from, to);
    return new Type.Member(name, from, to, optional, type);
  }
}
