package de.qapix.data.calendly;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What kind of meeting a name means, for "mappedType" of the shared table. The first rule of which
 * a word occurs in the name wins; upper and lower case are the same.
 */
public final class MeetingKinds {

  /** The rules that hold where nothing else is set. */
  public static final String DEFAULT =
      "erstgespraech=erstgespräch,erstberatung,initial; konzept=konzept,concept;"
          + " umsetzung=umsetzung,implementation; service=service,beratung; sonstiges=*";

  private record Rule(String kind, List<String> words) {
    boolean fits(String name) {
      return words.stream().anyMatch(word -> word.equals("*") || name.contains(word));
    }
  }

  private final List<Rule> rules;

  private MeetingKinds(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads rules: {@code kind=word,word; kind=word; rest=*}.
   *
   * @throws IllegalArgumentException with the part that is no rule
   */
  public static MeetingKinds parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String[] sides = part.split("=", -1);
      if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
        throw new IllegalArgumentException(part.strip());
      }
      List<String> words = new ArrayList<>();
      for (String word : sides[1].split(",", -1)) {
        words.add(comparable(word.strip()));
      }
      rules.add(new Rule(sides[0].strip(), words));
    }
    return new MeetingKinds(rules);
  }

  /** The kind of a meeting with this name; null where no rule fits. */
  String of(String name) {
    String comparable = comparable(name == null ? "" : name);
    return rules.stream()
        .filter(rule -> rule.fits(comparable))
        .map(Rule::kind)
        .findFirst()
        .orElse(null);
  }

  /** An umlaut may come as one character or as two. */
  private static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
