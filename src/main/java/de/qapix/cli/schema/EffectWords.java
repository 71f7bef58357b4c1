package de.qapix.cli.schema;

import de.qapix.checks.finding.Finding;
import de.qapix.cli.Messages;
import java.util.ArrayList;
import java.util.List;

/** What a statement does to its table, behind the sentence that says what is wrong with it. */
final class EffectWords {

  /** How many arguments tell of that; what is special about a case comes behind them. */
  static final int MEASURED = 5;

  private static final double MEGABYTE = 1 << 20;

  private final Messages messages;

  EffectWords(Messages messages) {
    this.messages = messages;
  }

  /** The sentence with lock, rewrite, scan and size in parentheses, as far as they are known. */
  String message(Finding finding, String sentence) {
    List<String> effects = effects(finding.arguments());
    return effects.isEmpty() ? sentence : sentence + " (" + String.join("; ", effects) + ")";
  }

  private List<String> effects(List<String> arguments) {
    List<String> words = new ArrayList<>();
    if (arguments.size() < MEASURED || arguments.get(0).isEmpty()) {
      return words;
    }
    words.add(messages.text("finding.lint.lock", arguments.get(0)));
    if (!arguments.get(1).isEmpty()) {
      words.add(messages.text("finding.lint." + arguments.get(1)));
    } else if (!arguments.get(2).isEmpty()) {
      words.add(messages.text("finding.lint.scan"));
    }
    if (!arguments.get(3).isEmpty()) {
      long rows = Long.parseLong(arguments.get(3));
      long bytes = Long.parseLong(arguments.get(4));
      words.add(messages.text("finding.lint.size", rows, bytes / MEGABYTE));
    }
    return words;
  }
}
