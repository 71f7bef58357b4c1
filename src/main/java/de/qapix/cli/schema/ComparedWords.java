package de.qapix.cli.schema;

import de.qapix.catalog.ComparedTraits;
import de.qapix.catalog.ObjectKind;
import de.qapix.cli.Messages;
import de.qapix.files.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which objects of a database are compared, and by what. */
final class ComparedWords {

  private static final int WIDTH = 120;
  private static final String INDENT = "    ";

  /** Where the words are of what a comparison leaves out. */
  private static final List<String> LEFT_OUT =
      List.of("rows", "roles", "settings", "connections", "labels", "large-objects");

  private final Messages messages;
  private final TraitWords words;

  ComparedWords(Messages messages) {
    this.messages = messages;
    this.words = new TraitWords(messages);
  }

  /** A line a kind, longer ones folded. */
  String text() {
    List<String> lines = new ArrayList<>();
    ComparedTraits.all().forEach((kind, traits) -> lines.addAll(folded(line(kind, traits))));
    lines.addAll(folded(messages.text("what.rights")));
    lines.addAll(
        folded(
            messages.text(
                "what.left-out",
                String.join(
                    ", ", LEFT_OUT.stream().map(each -> messages.text("what." + each)).toList()))));
    return String.join("\n", lines);
  }

  private String line(ObjectKind kind, List<String> traits) {
    String name = words.kind(kind.word());
    return traits.isEmpty()
        ? name
        : name + ": " + String.join(", ", traits.stream().map(words::trait).distinct().toList());
  }

  private static List<String> folded(String line) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, end));
      rest = INDENT + rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }

  /** The same for programs, in the server's and the rule ids' words. */
  String json() {
    Map<String, Object> compared = new LinkedHashMap<>();
    ComparedTraits.all().forEach((kind, traits) -> compared.put(kind.word(), traits));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("compared", compared);
    json.put("withPrivileges", List.of("owning role", "privileges"));
    json.put("notCompared", LEFT_OUT);
    return JsonText.of(json);
  }
}
