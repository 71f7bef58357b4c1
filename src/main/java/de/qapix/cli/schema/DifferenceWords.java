package de.qapix.cli.schema;

import de.qapix.catalog.CatalogDifference;
import de.qapix.cli.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences between A, which was found, and B, which is what it should be. */
final class DifferenceWords {

  private final Messages messages;
  private final TraitWords words;

  DifferenceWords(Messages messages) {
    this.messages = messages;
    this.words = new TraitWords(messages);
  }

  /** {@code -} is only in A, {@code +} only in B, {@code ~} in both. */
  List<String> lines(List<CatalogDifference> differences) {
    List<String> lines = new ArrayList<>();
    for (CatalogDifference difference : differences) {
      String kind = words.kind(difference.object().kind().word());
      String head = sign(difference) + " " + kind + " " + difference.object().sql();
      switch (difference.kind()) {
        case EXTRA -> lines.add(head + difference.found().map(text -> "  " + text).orElse(""));
        case MISSING -> lines.add(head + difference.expected().map(text -> "  " + text).orElse(""));
        case CHANGED -> {
          lines.add(head + "  " + words.trait(difference.trait()));
          lines.add("    A  " + difference.found().orElse("-"));
          lines.add("    B  " + difference.expected().orElse("-"));
        }
      }
    }
    lines.add(messages.text("diff.count", differences.size()));
    return lines;
  }

  private static String sign(CatalogDifference difference) {
    return switch (difference.kind()) {
      case EXTRA -> "-";
      case MISSING -> "+";
      case CHANGED -> "~";
    };
  }

  static Map<String, Object> json(CatalogDifference difference) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", difference.rule());
    object.put("kind", difference.object().kind().word());
    object.put("object", difference.object().sql());
    object.put("trait", difference.trait().isEmpty() ? null : difference.trait());
    object.put("a", difference.found().orElse(null));
    object.put("b", difference.expected().orElse(null));
    return object;
  }
}
