package de.qapix;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture page. */
class ArchitectureTest {

  private static final String ROOT = "de.qapix";
  private static final String GENERATED = "db";
  private static final int MOST_TYPES = 45;

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** What each package may use, and which uses none. */
  private static final String FLOOR = "files";

  /**
   * What each package may use besides itself and the floor. {@code Main} and its kind may use all.
   */
  private static final Map<String, String> ARROWS =
      Map.ofEntries(
          // The ground.
          entry("sql", ""),
          entry("postgres", ""),
          entry("catalog", "sql"),
          entry("migrate", "catalog db postgres sql"),
          entry("sandbox.limit", ""),
          entry("sandbox.meetings", ""),
          entry("sandbox", "sandbox.limit sandbox.meetings"),
          // The wing of data.
          entry("data.api", ""),
          entry("data.store", "db sql"),
          entry("data.feed", "data.api data.store"),
          entry("data.sync", "data.api data.feed data.store sql"),
          entry("data.verify", "data.api data.feed data.store data.sync"),
          entry("data.calendly", "data.api data.feed data.store data.verify db"),
          // The wing of checks.
          entry("checks.finding", ""),
          entry("checks.text", "checks.finding"),
          entry("checks.files", "checks.text"),
          entry("checks.names", "sql"),
          entry("checks.rows", "checks.names sql"),
          entry("checks.statement", "checks.names checks.text sql"),
          entry(
              "checks.query",
              "checks.files checks.finding checks.fix checks.names checks.rows checks.server"
                  + " checks.statement checks.text sql"),
          entry("checks.server", "checks.names checks.rows checks.statement sql"),
          entry("checks.fix", "checks.files checks.text"),
          entry(
              "checks.autofix",
              "checks.files checks.finding checks.fix checks.query checks.scan checks.text"),
          entry(
              "checks.scan",
              "checks.files checks.finding checks.query checks.server checks.text sql"),
          entry("checks.javascript", "checks.text"),
          entry("checks.recognition", "checks.text sql"),
          entry("checks.evaluation", "checks.javascript checks.text sql"),
          entry(
              "checks.source",
              "checks.evaluation checks.javascript checks.recognition checks.text"),
          entry("checks.script", "checks.finding checks.text postgres sql"),
          entry("checks.scratch", "catalog checks.finding checks.script checks.text sql"),
          entry("checks.trial", "catalog checks.finding checks.scratch checks.script postgres sql"),
          entry("checks.project", "checks.files checks.finding checks.scratch checks.script"),
          entry("checks.diff", "catalog sql"),
          entry("checks.plan", "catalog checks.diff checks.scratch checks.script checks.trial sql"),
          entry("checks.lint", "checks.finding checks.text sql"),
          entry(
              "checks.schema",
              "catalog checks.finding checks.scratch checks.script checks.trial migrate sql"),
          // The top.
          entry("cli.output", ""),
          entry("cli", "catalog checks.server cli.output data.api postgres sandbox sandbox.limit"),
          entry(
              "cli.failure",
              "catalog checks.finding checks.project checks.scratch checks.script cli cli.output"
                  + " data.api data.store data.sync migrate postgres"),
          entry("cli.progress", "cli cli.output"),
          entry(
              "cli.schema",
              "catalog checks.autofix checks.diff checks.files checks.finding checks.lint"
                  + " checks.plan checks.project checks.query checks.scan checks.scratch"
                  + " checks.text cli cli.output cli.progress data.api postgres"),
          entry(
              "cli.migrate",
              "catalog checks.finding checks.lint checks.project checks.scratch cli cli.failure"
                  + " cli.schema migrate postgres"),
          entry(
              "cli.sync",
              "cli cli.migrate cli.output cli.progress data.api data.store data.sync"
                  + " data.verify"));

  @Test
  void each_package_uses_those_that_it_may_and_no_others() {
    Map<String, Set<String>> found = new TreeMap<>();
    PRODUCT.stream()
        .filter(type -> !isTop(type))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(ArchitectureTest::isArrow)
        .forEach(
            arrow ->
                found
                    .computeIfAbsent(part(arrow.getOriginClass()), any -> new TreeSet<>())
                    .add(part(arrow.getTargetClass())));
    Map<String, Set<String>> expected =
        ARROWS.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> new TreeSet<>(Arrays.asList(entry.getValue().split(" "))),
                    (one, other) -> one,
                    TreeMap::new));

    assertThat(found).isEqualTo(expected);
    assertThat(parts()).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    assertThat(found).doesNotContainKey(FLOOR);
  }

  @Test
  void neither_wing_uses_the_other() {
    assertThat(arrows())
        .noneMatch(arrow -> arrow.startsWith("data.") && arrow.contains(" -> checks."))
        .noneMatch(arrow -> arrow.startsWith("checks.") && arrow.contains(" -> data."));
  }

  @Test
  void no_package_leads_back_to_itself() {
    for (String part : parts()) {
      Set<String> reached = new TreeSet<>(used(part));
      for (int before = 0; before < reached.size(); ) {
        before = reached.size();
        Set.copyOf(reached).forEach(each -> reached.addAll(used(each)));
      }
      assertThat(reached).as(part).doesNotContain(part);
    }
  }

  @Test
  void no_package_has_more_types_than_one_can_survey() {
    Map<String, Long> types =
        PRODUCT.stream()
            .filter(type -> type.isTopLevelClass() && !part(type).equals(GENERATED))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(ArchitectureTest::part, Collectors.counting()));

    assertThat(types)
        .allSatisfy((part, count) -> assertThat(count).isLessThanOrEqualTo(MOST_TYPES));
  }

  @Test
  void no_two_types_share_a_simple_name() {
    Map<String, List<String>> types =
        PRODUCT.stream()
            .filter(type -> type.isTopLevelClass() && !part(type).equals(GENERATED))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));

    assertThat(types.values()).allSatisfy(names -> assertThat(names).hasSize(1));
  }

  private static Set<String> used(String part) {
    return Stream.of(ARROWS.getOrDefault(part, "").split(" "))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> arrows() {
    return ARROWS.entrySet().stream()
        .map(entry -> entry.getKey() + " -> " + entry.getValue().replace(" ", " -> "))
        .collect(Collectors.toSet());
  }

  private static Set<String> parts() {
    return PRODUCT.stream()
        .filter(type -> !isTop(type))
        .map(ArchitectureTest::part)
        .filter(part -> !part.equals(GENERATED) && !part.equals(FLOOR))
        .collect(Collectors.toSet());
  }

  private static boolean isTop(JavaClass type) {
    return type.getPackageName().equals(ROOT);
  }

  private static boolean isArrow(Dependency dependency) {
    JavaClass target = dependency.getTargetClass();
    return target.getPackageName().startsWith(ROOT)
        && !part(target).equals(FLOOR)
        && !part(dependency.getOriginClass()).equals(GENERATED)
        && !part(target).equals(part(dependency.getOriginClass()));
  }

  private static String part(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(ROOT)) {
      return "";
    }
    String part = name.substring(ROOT.length() + 1);
    return part.startsWith(GENERATED + ".") ? GENERATED : part;
  }
}
