package de.qapix.cli.schema;

import de.qapix.checks.lint.Rule;
import de.qapix.checks.project.Project;
import de.qapix.checks.project.ProjectFileException;
import de.qapix.checks.project.ProjectFileException.Kind;
import de.qapix.checks.project.RuleSetting;
import de.qapix.cli.Messages;
import java.util.List;
import java.util.stream.Stream;

/** The ids of all rules: those that have a title, and what can differ of each kind of object. */
final class RuleNames {

  private static final String TITLE = "finding.title.";
  private static final String KIND = "finding.kind.";
  private static final String DRIFT = "drift/";

  private final Messages messages;

  RuleNames(Messages messages) {
    this.messages = messages;
  }

  /** Refuses a project that sets the severity of a rule that there is not. */
  void check(Project project) {
    for (RuleSetting setting : project.rules()) {
      if (!isKnown(setting.rule())) {
        throw new ProjectFileException(Kind.UNKNOWN_RULE, setting.place(), setting.rule(), known());
      }
    }
  }

  private boolean isKnown(String rule) {
    return known().contains(rule)
        || (rule.startsWith("lint/") && !Rule.called(rule).isEmpty())
        || (rule.startsWith(DRIFT)
            && rule.contains("-")
            && kinds().anyMatch(kind -> rule.startsWith(DRIFT + kind + "-")));
  }

  private List<String> known() {
    Stream<String> titled = keys(TITLE).filter(id -> id.contains("/"));
    Stream<String> drift =
        kinds().flatMap(kind -> Stream.of("-missing", "-extra").map(what -> DRIFT + kind + what));
    return Stream.concat(titled, drift).distinct().sorted().toList();
  }

  private Stream<String> kinds() {
    return keys(KIND);
  }

  private Stream<String> keys(String start) {
    return messages.bundle().keySet().stream()
        .filter(key -> key.startsWith(start))
        .map(key -> key.substring(start.length()));
  }
}
