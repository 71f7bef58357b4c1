package de.qapix.checks.javascript;

import java.util.List;

/**
 * What is done to a variable after its declaration.
 *
 * @param guard the branch in which that happens, or null
 * @param offset where
 */
public record Mutation(Kind kind, List<Node> values, Guard guard, int offset) {

  public enum Kind {
    ASSIGN,
    APPEND,
    PUSH,
    UNSHIFT,
    /** Something that cannot be followed. */
    UNKNOWN
  }
}
