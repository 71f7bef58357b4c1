package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options of foreign data as the catalog tells them, e.g. {@code host 'a', port '1'}. */
final class OptionList {

  private static final Pattern OPTION =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\\s\"]+) (E?'(?:[^']|'')*')(?:, |$)");

  private OptionList() {}

  /** How options are written where the object is made; with a blank before. */
  static String clause(Optional<String> options) {
    return options.map(text -> " options (" + text + ")").orElse("");
  }

  /** How options are changed, with a blank before. */
  static String change(Optional<String> from, Optional<String> to) {
    Map<String, String> old = options(from);
    Map<String, String> fresh = options(to);
    List<String> actions = new ArrayList<>();
    old.keySet().stream()
        .filter(name -> !fresh.containsKey(name))
        .forEach(name -> actions.add("drop " + name));
    fresh.forEach(
        (name, value) -> {
          if (!old.containsKey(name)) {
            actions.add("add " + name + " " + value);
          } else if (!old.get(name).equals(value)) {
            actions.add("set " + name + " " + value);
          }
        });
    return actions.stream().collect(joining(", ", " options (", ")"));
  }

  private static Map<String, String> options(Optional<String> text) {
    Map<String, String> options = new LinkedHashMap<>();
    Matcher matcher = OPTION.matcher(text.orElse(""));
    while (matcher.find()) {
      options.put(matcher.group(1), matcher.group(2));
    }
    return options;
  }
}
