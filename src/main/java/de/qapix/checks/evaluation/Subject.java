package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.LexicalScope;

/** What a condition is about. Two that are equal are the same thing with the same value. */
sealed interface Subject {

  /** A variable or a parameter whose value nobody knows. */
  record Variable(Binding binding) implements Subject {}

  record Property(Subject owner, String name) implements Subject {}

  /**
   * What is written in a function.
   *
   * @param function null for what means the same everywhere
   */
  record Written(LexicalScope function, String text) implements Subject {}
}
