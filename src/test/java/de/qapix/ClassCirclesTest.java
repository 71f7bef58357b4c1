package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Classes that use each other in a circle can only be understood together. */
class ClassCirclesTest {

  private static final String ROOT = "de.qapix.";
  private static final String GENERATED = ROOT + "db.";

  /**
   * One cannot be without the other: sealed hierarchies, interfaces that make what they are, and a
   * function with the variables around it.
   */
  private static final List<String> OF_ONE_PIECE =
      List.of(
          "sandbox.limit: ClockWindow FixedWindow RateWindow SlidingWindow SlidingWindowCounter",
          "checks.evaluation: Frame Value",
          "checks.javascript: Binding Guard LexicalScope Mutation Node SwitchCases");

  @Test
  void no_classes_use_each_other_in_a_circle() {
    assertThat(circles()).isEqualTo(new TreeSet<>(OF_ONE_PIECE));
  }

  /**
   * Each with its package and the simple names of its classes, nested ones counted as their own.
   */
  private static Set<String> circles() {
    Map<String, Set<String>> uses = uses();
    Map<String, Set<String>> reached = new TreeMap<>();
    uses.keySet().forEach(type -> reached.put(type, reachedFrom(type, uses)));
    Set<String> circles = new TreeSet<>();
    for (String type : uses.keySet()) {
      if (reached.get(type).contains(type)) {
        Set<String> circle = new TreeSet<>();
        reached.get(type).stream()
            .filter(other -> reached.getOrDefault(other, Set.of()).contains(type))
            .forEach(circle::add);
        circles.add(named(circle));
      }
    }
    return circles;
  }

  private static String named(Set<String> circle) {
    Set<String> packages = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (String type : circle) {
      int dot = type.lastIndexOf('.');
      packages.add(type.substring(0, Math.max(0, dot)));
      names.add(type.substring(dot + 1));
    }
    return String.join(" ", packages) + ": " + String.join(" ", names);
  }

  private static Set<String> reachedFrom(String start, Map<String, Set<String>> uses) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(uses.get(start));
    while (!next.isEmpty()) {
      String type = next.pop();
      if (reached.add(type)) {
        next.addAll(uses.getOrDefault(type, Set.of()));
      }
    }
    return reached;
  }

  private static Map<String, Set<String>> uses() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT.substring(0, ROOT.length() - 1));
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : product) {
      if (type.getName().startsWith(GENERATED)) {
        continue;
      }
      String own = topLevel(type);
      Set<String> used = uses.computeIfAbsent(own, any -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        boolean ours = target.getName().startsWith(ROOT) && !target.getName().startsWith(GENERATED);
        if (ours && !target.isArray() && !topLevel(target).equals(own)) {
          used.add(topLevel(target));
        }
      }
    }
    return uses;
  }

  private static String topLevel(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return (nested < 0 ? name : name.substring(0, nested)).substring(ROOT.length());
  }
}
