package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.LexicalScope;

/** What a condition is about. Two that are equal are the same thing with the same value. */
sealed interface ConditionOperand {

  /** A variable or a parameter whose value nobody knows. */
  record Variable(Binding binding) implements ConditionOperand {}

  record Property(ConditionOperand owner, String name) implements ConditionOperand {}

  /**
   * What is written in a function.
   *
   * @param function null for what means the same everywhere
   */
  record Written(LexicalScope function, String text) implements ConditionOperand {}
}
