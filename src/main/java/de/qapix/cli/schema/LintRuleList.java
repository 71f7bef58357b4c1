package de.qapix.cli.schema;

import de.qapix.checks.finding.Severity;
import de.qapix.checks.lint.Rule;
import de.qapix.checks.project.RuleSettings;
import de.qapix.cli.Messages;
import de.qapix.cli.output.ColumnLayout;
import de.qapix.files.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of lint, and how much each counts. */
public final class LintRuleList {

  private final Messages messages;
  private final RuleSettings settings;
  private final Set<Rule> on;

  public LintRuleList(Messages messages, RuleSettings settings) {
    this.messages = messages;
    this.settings = settings;
    this.on = LintOptions.rules(settings);
  }

  /** A line for each. */
  public List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            messages.text("finding.column.rule"),
            messages.text("finding.column.severity"),
            messages.text("finding.column.message")));
    for (Rule rule : Rule.values()) {
      rows.add(
          List.of(
              rule.word(),
              on.contains(rule)
                  ? messages.text("finding.severity." + severity(rule).word())
                  : messages.text("lint.rules.off", severity(rule).word()),
              title(rule)));
    }
    return ColumnLayout.aligned(rows);
  }

  /** The same for programs. */
  public String json() {
    return JsonText.of(Map.of("rules", Arrays.stream(Rule.values()).map(this::json).toList()));
  }

  private Map<String, Object> json(Rule rule) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", rule.word());
    object.put("on", on.contains(rule));
    object.put("severity", severity(rule).word());
    object.put("title", title(rule));
    return object;
  }

  private Severity severity(Rule rule) {
    return Optional.ofNullable(settings.byRule().get("lint/" + rule.word()))
        .flatMap(chosen -> chosen)
        .orElseGet(rule::severity);
  }

  private String title(Rule rule) {
    return messages.text("finding.title.lint/" + rule.word());
  }
}
