package de.qapix.cli.schema;

import static java.util.Comparator.comparingInt;

import de.qapix.catalog.ObjectKind;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Wording;
import de.qapix.cli.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings in the user's language. */
final class FindingWords implements Wording {

  private final Messages messages;
  private final TraitWords words;

  FindingWords(Messages messages) {
    this.messages = messages;
    this.words = new TraitWords(messages);
  }

  /** Of several databases, the one that it is about comes first. */
  @Override
  public String message(Finding finding) {
    return finding.database().map(name -> name + ": ").orElse("") + sentence(finding);
  }

  private String sentence(Finding finding) {
    if (finding.group().equals("query")) {
      return new QueryWords(messages).message(finding);
    }
    List<Object> arguments = new ArrayList<>(List.of(finding.subject()));
    arguments.addAll(finding.arguments());
    if (finding.group().equals("drift")) {
      return drift(finding);
    }
    String sentence = messages.text("finding.message." + finding.rule(), arguments.toArray());
    return finding.group().equals("lint")
        ? new EffectWords(messages).message(finding, sentence)
        : sentence;
  }

  /** What kind of object it is, and what of it differs. */
  private String drift(Finding finding) {
    String kind = words.kind(finding.arguments().get(0));
    String trait = finding.arguments().get(1);
    String breaks = finding.arguments().get(2);
    String what;
    if (!trait.isEmpty()) {
      what = messages.text("finding.drift.changed", kind, words.trait(trait));
    } else if (finding.rule().endsWith("-missing")) {
      what = messages.text("finding.drift.missing", kind);
    } else {
      what = messages.text("finding.drift.extra", kind);
    }
    return breaks.isEmpty() ? what : what + "; " + messages.text("finding.drift.breaks", breaks);
  }

  @Override
  public Optional<String> hint(Finding finding) {
    if (finding.group().equals("query")) {
      return new QueryWords(messages).hint(finding);
    }
    return special(finding)
        .or(() -> messages.find("finding.hint." + finding.rule(), finding.arguments().toArray()))
        .or(() -> messages.find("finding.hint." + finding.group()));
  }

  /** Where the usual hint would not work. */
  private Optional<String> special(Finding finding) {
    return finding.group().equals("lint") && finding.arguments().size() > EffectWords.MEASURED
        ? messages.find(
            "finding.hint." + finding.rule() + "." + finding.arguments().get(EffectWords.MEASURED))
        : Optional.empty();
  }

  @Override
  public String ruleTitle(String rule) {
    return messages.find("finding.title." + rule).orElseGet(() -> driftTitle(rule));
  }

  /** {@code drift/column-type}: Column: type. */
  private String driftTitle(String rule) {
    String name = rule.substring(rule.indexOf('/') + 1);
    String kind = kind(name);
    String what = name.substring(kind.length() + 1);
    return messages.text(
        "finding.title.drift",
        words.kind(kind),
        messages.find("finding.title.drift." + what).orElseGet(() -> words.trait(what)));
  }

  /** Both kinds and what differs in them may be of several words. */
  private static String kind(String name) {
    return Stream.of(ObjectKind.values())
        .map(ObjectKind::word)
        .filter(word -> name.startsWith(word + "-"))
        .max(comparingInt(String::length))
        .orElseGet(() -> name.substring(0, name.indexOf('-')));
  }

  @Override
  public String groupTitle(String group) {
    return messages.text("finding.group." + group);
  }

  @Override
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }
}
