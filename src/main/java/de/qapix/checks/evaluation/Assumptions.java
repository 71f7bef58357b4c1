package de.qapix.checks.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is true on a path through a program, as its decisions tell. */
final class Assumptions {

  /** The texts that something can be; null for any; and those that it is not. */
  private record Domain(Set<String> among, Set<String> not) {

    static final Domain ANY = new Domain(null, Set.of());

    Domain with(Set<String> texts) {
      Set<String> both = new HashSet<>(texts);
      if (among != null) {
        both.retainAll(among);
      }
      return new Domain(both, not);
    }

    Domain without(Set<String> texts) {
      Set<String> all = new HashSet<>(not);
      all.addAll(texts);
      return new Domain(among, all);
    }

    Optional<Boolean> isOneOf(Set<String> texts) {
      if (among == null) {
        return not.containsAll(texts) ? Optional.of(false) : Optional.empty();
      }
      Set<String> possible = new HashSet<>(among);
      possible.removeAll(not);
      if (texts.containsAll(possible)) {
        return Optional.of(!possible.isEmpty());
      }
      possible.retainAll(texts);
      return possible.isEmpty() ? Optional.of(false) : Optional.empty();
    }
  }

  private final Map<ConditionOperand, Domain> domains = new HashMap<>();
  private final Map<Condition, Boolean> outcomes = new HashMap<>();
  private final List<Condition.Composed> composed = new ArrayList<>();

  /** Whether a condition holds; nothing if it still can go either way. */
  Optional<Boolean> outcome(Condition condition) {
    Optional<Boolean> direct = direct(condition);
    return direct.isPresent() ? direct : byComposed(condition);
  }

  private Optional<Boolean> direct(Condition condition) {
    Boolean known = outcomes.get(condition);
    if (known != null) {
      return Optional.of(known);
    }
    if (condition instanceof Condition.Fixed fixed) {
      return Optional.of(fixed.outcome());
    }
    if (condition instanceof Condition.Not not) {
      return direct(not.negated()).map(outcome -> !outcome);
    }
    if (condition instanceof Condition.Composed whole) {
      return composed(whole.parts(), !whole.all());
    }
    return ofSubject(condition);
  }

  private Optional<Boolean> ofSubject(Condition condition) {
    if (condition instanceof Condition.OneOf one) {
      boolean missing = isFalse(new Condition.Defined(one.subject()));
      boolean empty = isFalse(new Condition.Filled(one.subject())) && !one.texts().contains("");
      return missing || empty ? Optional.of(false) : domain(one.subject()).isOneOf(one.texts());
    }
    if (condition instanceof Condition.Filled filled) {
      Set<String> among = domain(filled.subject()).among();
      boolean text = among != null && !among.contains("");
      boolean missing = isFalse(new Condition.Defined(filled.subject()));
      return text ? Optional.of(true) : missing ? Optional.of(false) : Optional.empty();
    }
    ConditionOperand subject = ((Condition.Defined) condition).subject();
    boolean there =
        domain(subject).among() != null
            || Boolean.TRUE.equals(outcomes.get(new Condition.Filled(subject)));
    return there ? Optional.of(true) : Optional.empty();
  }

  private Domain domain(ConditionOperand subject) {
    return domains.getOrDefault(subject, Domain.ANY);
  }

  private boolean isFalse(Condition condition) {
    return Boolean.FALSE.equals(outcomes.get(condition));
  }

  /** One part with the deciding outcome is enough. */
  private Optional<Boolean> composed(List<Condition> parts, boolean deciding) {
    boolean open = false;
    for (Condition part : parts) {
      Optional<Boolean> outcome = direct(part);
      if (outcome.isPresent() && outcome.get() == deciding) {
        return outcome;
      }
      open |= outcome.isEmpty();
    }
    return open ? Optional.empty() : Optional.of(!deciding);
  }

  /** The last open part of a condition whose outcome was assumed. */
  private Optional<Boolean> byComposed(Condition condition) {
    for (Condition.Composed each : composed) {
      Optional<Boolean> outcome = lastOpen(condition, each.parts(), !each.all());
      if (outcome.isPresent()) {
        return outcome;
      }
    }
    return Optional.empty();
  }

  private Optional<Boolean> lastOpen(Condition condition, List<Condition> parts, boolean ofAny) {
    Optional<Boolean> outcome = Optional.empty();
    for (Condition part : parts) {
      if (part.equals(condition)) {
        outcome = Optional.of(ofAny);
      } else if (part.equals(Condition.not(condition))) {
        outcome = Optional.of(!ofAny);
      } else if (direct(part).filter(known -> known != ofAny).isEmpty()) {
        return Optional.empty();
      }
    }
    return outcome;
  }

  /** From now on a condition has this outcome. */
  void assume(Condition condition, boolean outcome) {
    outcomes.putIfAbsent(condition, outcome);
    if (condition instanceof Condition.Not not) {
      assume(not.negated(), !outcome);
    } else if (condition instanceof Condition.OneOf one) {
      Domain domain = domain(one.subject());
      domains.put(one.subject(), outcome ? domain.with(one.texts()) : domain.without(one.texts()));
    } else if (condition instanceof Condition.Composed whole && outcome == whole.all()) {
      whole.parts().forEach(part -> assume(part, outcome));
    } else if (condition instanceof Condition.Composed whole) {
      composed.add(whole);
    }
  }
}
