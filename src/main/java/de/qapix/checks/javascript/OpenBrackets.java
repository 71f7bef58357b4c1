package de.qapix.checks.javascript;

import java.util.Arrays;

/** The brackets, templates and JSX elements that are open, the innermost last. */
final class OpenBrackets {

  /** How the text inside is read. */
  enum Mode {
    CODE,
    TEMPLATE,
    JSX_TAG,
    JSX_CHILDREN
  }

  private int[] tokens = new int[64];
  private Mode[] modes = new Mode[64];
  private int depth;

  void push(int token, Mode mode) {
    if (depth == tokens.length) {
      tokens = Arrays.copyOf(tokens, depth * 2);
      modes = Arrays.copyOf(modes, depth * 2);
    }
    tokens[depth] = token;
    modes[depth++] = mode;
  }

  int pop() {
    return tokens[--depth];
  }

  Mode mode() {
    return depth == 0 ? Mode.CODE : modes[depth - 1];
  }

  void change(Mode mode) {
    modes[depth - 1] = mode;
  }

  int depth() {
    return depth;
  }

  /** The token that opened; the innermost has the number 0. */
  int token(int outwards) {
    return tokens[depth - 1 - outwards];
  }

  Mode mode(int outwards) {
    return modes[depth - 1 - outwards];
  }
}
