package de.qapix.checks.javascript;

import de.qapix.checks.text.Literal;
import de.qapix.checks.text.SourceText;
import java.util.Arrays;

/**
 * What a string or a part of a template says, after its escapes, with the way back to each char.
 */
public final class UnescapedText {

  private final SourceText source;
  private final String text;
  private final int end;
  private final StringBuilder said = new StringBuilder();
  private int[] offsets;
  private int at;

  private UnescapedText(SourceText source, int start, int end) {
    this.source = source;
    this.text = source.text();
    this.end = end;
    this.at = start;
    this.offsets = new int[end - start + 2];
  }

  /** Of what stands between two offsets, without its quotes. */
  public static Literal literal(SourceText source, int start, int until) {
    int end = Math.max(start, until);
    if (isPlain(source.text(), start, end, true)) {
      return Literal.of(source, start, end);
    }
    return new UnescapedText(source, start, end).read(true);
  }

  /** Of a string between two offsets, its quotes included. */
  public static Literal ofString(SourceText source, int start, int end) {
    return literal(source, start + 1, end - 1);
  }

  /** As {@code String.raw} has it: backslashes stay, ends of lines do not. */
  public static Literal raw(SourceText source, int start, int until) {
    int end = Math.max(start, until);
    if (isPlain(source.text(), start, end, false)) {
      return Literal.of(source, start, end);
    }
    return new UnescapedText(source, start, end).read(false);
  }

  private static boolean isPlain(String text, int start, int end, boolean escapes) {
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      if (character == '\r' || (escapes && character == '\\')) {
        return false;
      }
    }
    return true;
  }

  private Literal read(boolean escapes) {
    while (at < end) {
      char character = text.charAt(at);
      if (character == '\r') {
        add('\n', at);
        at += text.startsWith("\r\n", at) && at + 1 < end ? 2 : 1;
      } else if (character == '\\' && escapes && at + 1 < end) {
        readEscape();
      } else {
        add(character, at++);
      }
    }
    offset(said.length(), end);
    return new Literal(said.toString(), source, Arrays.copyOf(offsets, said.length() + 1));
  }

  private void readEscape() {
    int start = at;
    char kind = text.charAt(at + 1);
    at += 2;
    switch (kind) {
      case 'n' -> add('\n', start);
      case 't' -> add('\t', start);
      case 'r' -> add('\r', start);
      case 'b' -> add('\b', start);
      case 'f' -> add('\f', start);
      case 'v' -> add('\u000b', start);
      case '0' -> add('\0', start);
      case 'x' -> readHex(start, 2);
      case 'u' -> readUnicode(start);
      case '\r' -> at += text.startsWith("\n", at) ? 1 : 0;
      case '\n', '\u2028', '\u2029' -> {}
      default -> add(kind, start);
    }
  }

  private void readUnicode(int start) {
    if (!text.startsWith("{", at)) {
      readHex(start, 4);
      return;
    }
    int close = text.indexOf('}', at);
    int digits = close < 0 || close >= end ? 0 : close - at - 1;
    at++;
    readHex(start, digits);
    at += digits > 0 ? 1 : 0;
  }

  private void readHex(int start, int digits) {
    int until = Math.min(at + digits, end);
    int code = 0;
    for (; at < until && Character.digit(text.charAt(at), 16) >= 0; at++) {
      code = (code << 4) + Character.digit(text.charAt(at), 16);
    }
    for (char character : Character.toChars(Math.min(code & 0x1fffff, Character.MAX_CODE_POINT))) {
      add(character, start);
    }
  }

  private void add(char character, int offset) {
    offset(said.length(), offset);
    said.append(character);
  }

  private void offset(int index, int offset) {
    if (index == offsets.length) {
      offsets = Arrays.copyOf(offsets, index * 2);
    }
    offsets[index] = offset;
  }
}
