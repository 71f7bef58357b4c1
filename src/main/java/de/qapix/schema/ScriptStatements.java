package de.qapix.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a script at its semicolons, as {@code psql} does. */
final class ScriptStatements {

  private final String script;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private int at;
  private int start = -1;
  private int parentheses;
  private int blocks;
  private int wordEnd;
  private String lastWord = "";

  private ScriptStatements(String script) {
    this.script = script;
  }

  static List<ScriptStatement> of(String script) {
    ScriptStatements cut = new ScriptStatements(script);
    cut.cut();
    return cut.statements;
  }

  private void cut() {
    while (at < script.length()) {
      char character = script.charAt(at);
      if (Character.isWhitespace(character)) {
        at++;
      } else if (script.startsWith("--", at)) {
        at = after("\n", at);
      } else if (script.startsWith("/*", at)) {
        comment();
      } else if (character == ';' && parentheses <= 0 && blocks <= 0) {
        finish();
        at++;
      } else {
        start = start < 0 ? at : start;
        token(character);
      }
    }
    finish();
  }

  private void finish() {
    if (start >= 0) {
      statements.add(new ScriptStatement(start, script.substring(start, at)));
    }
    start = -1;
    parentheses = 0;
    blocks = 0;
    lastWord = "";
  }

  private void token(char character) {
    if (character == '\'') {
      at = quoted('\'', at == wordEnd && lastWord.equals("e"));
    } else if (character == '"') {
      at = quoted('"', false);
    } else if (character == '$' && dollarTag() > 0) {
      String tag = script.substring(at, at + dollarTag());
      at = after(tag, at + tag.length());
    } else if (isWord(character)) {
      word();
    } else {
      parentheses += character == '(' ? 1 : character == ')' ? -1 : 0;
      at++;
    }
  }

  private int after(String end, int from) {
    int found = script.indexOf(end, from);
    return found < 0 ? script.length() : found + end.length();
  }

  /** Comments nest. */
  private void comment() {
    int depth = 0;
    do {
      if (script.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (script.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < script.length());
  }

  /** A doubled quote reads as two quoted parts, which comes to the same. */
  private int quoted(char quote, boolean backslashes) {
    int end = at + 1;
    while (end < script.length() && script.charAt(end) != quote) {
      end += backslashes && script.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(script.length(), end + 1);
  }

  /** The length of {@code $$} or {@code $tag$}; 0 if it is none. */
  private int dollarTag() {
    int end = at + 1;
    while (end < script.length() && isWord(script.charAt(end))) {
      end++;
    }
    boolean closed = end < script.length() && script.charAt(end) == '$';
    boolean number = Character.isDigit(script.charAt(Math.min(at + 1, script.length() - 1)));
    return closed && !number ? end + 1 - at : 0;
  }

  /** The body of a function between {@code begin atomic} and its {@code end} has semicolons. */
  private void word() {
    int end = at;
    while (end < script.length() && (isWord(script.charAt(end)) || script.charAt(end) == '$')) {
      end++;
    }
    String word = script.substring(at, end).toLowerCase(Locale.ROOT);
    if (word.equals("atomic") && lastWord.equals("begin")) {
      blocks++;
    } else if (blocks > 0 && word.equals("case")) {
      blocks++;
    } else if (blocks > 0 && word.equals("end")) {
      blocks--;
    }
    lastWord = word;
    wordEnd = end;
    at = end;
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character > 0x7f;
  }
}
