package de.qapix.checks.diff;

import static java.util.Comparator.comparing;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.ObjectReferences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts steps into an order in which each comes after all that it needs. */
final class StepOrder {

  private final List<DiffStep> steps;
  private final Map<String, Set<Integer>> makers = new HashMap<>();
  private final Map<ObjectName, Integer> makerOf = new HashMap<>();

  private StepOrder(List<DiffStep> steps) {
    this.steps = steps;
    for (int index = 0; index < steps.size(); index++) {
      DiffStep step = steps.get(index);
      if (step.makes()) {
        makerOf.put(step.object(), index);
        makers
            .computeIfAbsent(ObjectReferences.key(step.object()), key -> new HashSet<>())
            .add(index);
      }
    }
  }

  /** Where steps need each other in a circle, the rank decides alone. */
  static List<DiffStep> of(List<DiffStep> steps) {
    return new StepOrder(steps).ordered();
  }

  private List<DiffStep> ordered() {
    Map<Integer, Set<Integer>> needs = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> neededBy = new HashMap<>();
    for (int index = 0; index < steps.size(); index++) {
      needs.put(index, needs(index));
      for (int needed : needs.get(index)) {
        neededBy.computeIfAbsent(needed, key -> new HashSet<>()).add(index);
      }
    }
    TreeSet<Integer> ready = new TreeSet<>(byRank());
    needs.forEach((index, needed) -> ifNone(needed, index, ready));
    TreeSet<Integer> left = new TreeSet<>(byRank());
    left.addAll(needs.keySet());
    List<DiffStep> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      int next = ready.isEmpty() ? left.first() : ready.first();
      ready.remove(next);
      left.remove(next);
      ordered.add(steps.get(next));
      for (int freed : neededBy.getOrDefault(next, Set.of())) {
        needs.get(freed).remove(next);
        if (left.contains(freed)) {
          ifNone(needs.get(freed), freed, ready);
        }
      }
    }
    return ordered;
  }

  private static void ifNone(Set<Integer> needed, int index, Set<Integer> ready) {
    if (needed.isEmpty()) {
      ready.add(index);
    }
  }

  private Comparator<Integer> byRank() {
    return comparing((Integer index) -> steps.get(index).rank())
        .thenComparing(Comparator.naturalOrder());
  }

  private Set<Integer> needs(int index) {
    DiffStep step = steps.get(index);
    Set<Integer> needed = new HashSet<>();
    add(needed, step.object());
    add(needed, step.object().parent());
    add(needed, step.object().parent().parent());
    for (String name : ObjectReferences.of(step.text())) {
      needed.addAll(makers.getOrDefault(name, Set.of()));
    }
    needed.remove(index);
    return needed;
  }

  private void add(Set<Integer> needed, ObjectName name) {
    if (makerOf.containsKey(name)) {
      needed.add(makerOf.get(name));
    }
  }
}
