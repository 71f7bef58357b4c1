package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import de.qapix.checks.javascript.OpenBrackets.Mode;
import de.qapix.checks.text.QueryFile.Comment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts JavaScript, TypeScript and JSX into tokens. Nothing is an error: what is not closed goes on
 * to the end of its line or of the file.
 */
final class JsLexer {

  private static final int ATTEMPTS = 8;

  private final String text;
  private final boolean jsx;
  private final Set<Integer> notJsx;
  private final JsTokens tokens;
  private final ExpressionContext context;
  private final List<Comment> comments = new ArrayList<>();
  private final OpenBrackets open = new OpenBrackets();
  private int at;
  private boolean newLine;

  private JsLexer(String text, boolean jsx, Set<Integer> notJsx) {
    this.text = text;
    this.jsx = jsx;
    this.notJsx = notJsx;
    this.tokens = new JsTokens(text);
    this.context = new ExpressionContext(tokens);
  }

  /**
   * @param jsx whether {@code <} can begin an element; one that is never closed is taken for an
   *     operator
   */
  static LexedFile lex(String text, boolean jsx) {
    Set<Integer> notJsx = new HashSet<>();
    for (int attempt = 1; ; attempt++) {
      JsLexer lexer = new JsLexer(text, jsx && attempt < ATTEMPTS, notJsx);
      lexer.readAll();
      int unclosed = lexer.unclosedElement();
      if (unclosed < 0) {
        return new LexedFile(lexer.tokens, lexer.comments);
      }
      notJsx.add(unclosed);
    }
  }

  private void readAll() {
    if (text.startsWith("#!")) {
      at = LexerText.endOfLine(text, 0);
    }
    while (at < text.length()) {
      switch (open.mode()) {
        case CODE -> readCode();
        case TEMPLATE -> readChunk();
        case JSX_TAG -> readTag();
        case JSX_CHILDREN -> readChildren();
      }
    }
    tokens.add(Kind.END, text.length(), text.length(), true);
  }

  private int unclosedElement() {
    for (int outwards = open.depth() - 1; outwards >= 0; outwards--) {
      if (tokens.kind(open.token(outwards)) == Kind.JSX_START) {
        return tokens.start(open.token(outwards));
      }
    }
    return -1;
  }

  private void readCode() {
    char first = text.charAt(at);
    if (first <= ' '
        || first == '\u00a0'
        || first == '\ufeff'
        || first == '\u2028'
        || first == '\u2029') {
      newLine |= first == '\n' || first == '\r' || first == '\u2028' || first == '\u2029';
      at++;
    } else if (LexerText.startsName(first) || first == '#') {
      add(Kind.NAME, LexerText.endOfName(text, at + 1));
    } else if (LexerText.isDigit(first) || (first == '.' && LexerText.isDigit(peek(1)))) {
      add(Kind.NUMBER, LexerText.endOfNumber(text, at));
    } else {
      readMark(first);
    }
  }

  private void readMark(char first) {
    switch (first) {
      case '\'', '"' -> add(Kind.STRING, LexerText.endOfString(text, at));
      case '`' -> open.push(add(Kind.TEMPLATE_START, at + 1), Mode.TEMPLATE);
      case '(', '[', '{' -> open.push(add(Kind.SYMBOL, at + 1), Mode.CODE);
      case ')', ']', '}' -> close(first);
      case '/' -> readSlash();
      case '<' -> readLess();
      default -> add(Kind.SYMBOL, LexerText.endOfSymbol(text, at));
    }
  }

  private void readSlash() {
    if (peek(1) == '/') {
      comment(LexerText.endOfLine(text, at));
    } else if (peek(1) == '*') {
      int close = text.indexOf("*/", at + 2);
      comment(close < 0 ? text.length() : close + 2);
    } else if (context.expectsExpression()) {
      add(Kind.REGEX, LexerText.endOfRegex(text, at));
    } else {
      add(Kind.SYMBOL, LexerText.endOfSymbol(text, at));
    }
  }

  private void comment(int end) {
    String comment = text.substring(at, end);
    newLine |= comment.indexOf('\n') >= 0;
    comments.add(new Comment(comment, at));
    at = end;
  }

  private void readLess() {
    if (jsx && !notJsx.contains(at) && JsxStart.isAt(text, at) && context.expectsExpression()) {
      open.push(add(Kind.JSX_START, at + 1), Mode.JSX_TAG);
      return;
    }
    add(Kind.SYMBOL, LexerText.endOfSymbol(text, at));
  }

  /** A bracket that fits none is a token without a partner. */
  private void close(char bracket) {
    char opening = bracket == ')' ? '(' : bracket == ']' ? '[' : '{';
    int outwards = 0;
    while (outwards < open.depth()
        && open.mode(outwards) == Mode.CODE
        && text.charAt(tokens.end(open.token(outwards)) - 1) != opening) {
      outwards++;
    }
    if (outwards == open.depth() || open.mode(outwards) != Mode.CODE) {
      add(Kind.SYMBOL, at + 1);
      return;
    }
    for (; outwards > 0; outwards--) {
      open.pop();
    }
    int opener = open.pop();
    boolean ofHole = tokens.kind(opener) == Kind.HOLE_START;
    tokens.match(opener, add(ofHole ? Kind.HOLE_END : Kind.SYMBOL, at + 1));
  }

  private void readChunk() {
    int end = LexerText.endOfChunk(text, at);
    add(Kind.CHUNK, end);
    if (end == text.length()) {
      return;
    }
    if (text.charAt(end) == '`') {
      tokens.match(open.pop(), add(Kind.TEMPLATE_END, end + 1));
    } else {
      open.push(add(Kind.HOLE_START, end + 2), Mode.CODE);
    }
  }

  private void readTag() {
    char first = text.charAt(at);
    if (first == '{') {
      open.push(add(Kind.SYMBOL, at + 1), Mode.CODE);
    } else if (first == '/' && peek(1) == '>') {
      tokens.match(open.pop(), add(Kind.JSX_END, at + 2));
    } else if (first == '/' && (peek(1) == '/' || peek(1) == '*')) {
      readSlash();
    } else if (first == '>') {
      open.change(Mode.JSX_CHILDREN);
      at++;
    } else if (first == '"' || first == '\'') {
      int close = text.indexOf(first, at + 1);
      at = close < 0 ? text.length() : close + 1;
    } else {
      at = first == '<' ? JsxStart.endOfTypes(text, at) : at + 1;
    }
  }

  private void readChildren() {
    char first = text.charAt(at);
    if (first == '{') {
      open.push(add(Kind.SYMBOL, at + 1), Mode.CODE);
    } else if (first == '<' && peek(1) == '/') {
      int close = text.indexOf('>', at);
      tokens.match(open.pop(), add(Kind.JSX_END, close < 0 ? text.length() : close + 1));
    } else if (first == '<') {
      open.push(add(Kind.JSX_START, at + 1), Mode.JSX_TAG);
    } else {
      at++;
    }
  }

  private int add(Kind kind, int end) {
    int token = tokens.add(kind, at, end, newLine);
    newLine = false;
    at = end;
    return token;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }
}
