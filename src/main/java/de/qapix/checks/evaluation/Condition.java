package de.qapix.checks.evaluation;

import java.util.List;
import java.util.Set;

/** On what it depends which way a program goes. */
sealed interface Condition {

  /** What is known before the program runs. */
  record Fixed(boolean outcome) implements Condition {}

  record Not(Condition negated) implements Condition {}

  /** All of some hold, or one of them at least. */
  record Composed(boolean all, List<Condition> parts) implements Condition {}

  /** Something is one of some texts. */
  record OneOf(ConditionOperand subject, Set<String> texts) implements Condition {}

  /** Something is there, and neither empty nor false. */
  record Filled(ConditionOperand subject) implements Condition {}

  /** Something is neither null nor undefined. */
  record Defined(ConditionOperand subject) implements Condition {}

  static Condition not(Condition condition) {
    if (condition instanceof Fixed fixed) {
      return new Fixed(!fixed.outcome());
    }
    return condition instanceof Not not ? not.negated() : new Not(condition);
  }
}
