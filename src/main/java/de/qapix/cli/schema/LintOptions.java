package de.qapix.cli.schema;

import de.qapix.checks.finding.Severity;
import de.qapix.checks.lint.Rule;
import de.qapix.checks.project.Project;
import de.qapix.checks.project.ProjectFile;
import de.qapix.checks.project.RuleSettings;
import de.qapix.cli.Messages;
import de.qapix.cli.WrongUseException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which rules of lint count, and how much: by a project file, and before that by an option. */
public final class LintOptions {

  private static final String GROUP = "lint/";

  @Option(
      names = "--rules",
      paramLabel = "<+rule|-rule|rule=severity>",
      split = ",",
      descriptionKey = "lint.rules")
  private List<String> wanted = List.of();

  @Option(names = "--list-rules", descriptionKey = "lint.rules.list")
  private boolean list;

  @Option(names = "--project", paramLabel = "<file>", descriptionKey = "lint.project")
  private Optional<Path> file = Optional.empty();

  /** Whether the rules are to be shown and nothing else is to be done. */
  public boolean list() {
    return list;
  }

  /**
   * What is set, by the full names of the rules.
   *
   * @param messages which know the names of all rules
   */
  public RuleSettings settings(Messages messages) {
    Map<String, Optional<Severity>> chosen = new LinkedHashMap<>();
    wanted.forEach(word -> choose(word.strip(), chosen));
    return project(messages)
        .map(Project::ruleSettings)
        .map(LintOptions::withAliases)
        .orElseGet(() -> new RuleSettings(Map.of()))
        .under(chosen);
  }

  private Optional<Project> project(Messages messages) {
    boolean there = Files.exists(ProjectFile.USUAL, LinkOption.NOFOLLOW_LINKS);
    Optional<Project> project =
        file.isPresent() || there
            ? Optional.of(ProjectFile.read(file.orElse(ProjectFile.USUAL)))
            : Optional.empty();
    project.ifPresent(new RuleNames(messages)::check);
    return project;
  }

  private static RuleSettings withAliases(RuleSettings settings) {
    Map<String, Optional<Severity>> meant = new LinkedHashMap<>();
    settings
        .byRule()
        .forEach(
            (name, severity) ->
                Rule.called(name).forEach(rule -> meant.put(GROUP + rule.word(), severity)));
    return settings.under(meant);
  }

  private static void choose(String word, Map<String, Optional<Severity>> chosen) {
    boolean off = word.startsWith("-");
    String name = word.replaceFirst("^[+-]", "").replaceFirst("=.*", "");
    Set<Rule> rules = Rule.called(name);
    if (rules.isEmpty()) {
      throw new WrongUseException("use.lint.rule", name);
    }
    for (Rule rule : rules) {
      Optional<Severity> severity =
          word.contains("=") ? severity(word) : Optional.of(rule.severity());
      chosen.put(GROUP + rule.word(), off ? Optional.empty() : severity);
    }
  }

  private static Optional<Severity> severity(String word) {
    String name = word.substring(word.indexOf('=') + 1);
    if (name.equals("off")) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Severity.values())
            .filter(severity -> severity.word().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new WrongUseException(
                        "use.lint.severity",
                        name,
                        Stream.concat(
                                Stream.of("off"),
                                Arrays.stream(Severity.values()).map(Severity::word))
                            .collect(Collectors.joining(", ")))));
  }

  /** The rules that are looked for. */
  public static Set<Rule> rules(RuleSettings settings) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      Optional<Severity> severity = settings.byRule().get(GROUP + rule.word());
      if (severity == null ? rule.isUsual() : severity.isPresent()) {
        rules.add(rule);
      }
    }
    return rules;
  }
}
