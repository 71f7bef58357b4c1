package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sequence counts, with the values that the server takes where none is told. */
record SequenceOptions(
    long start, long increment, long lowest, long highest, long cache, boolean cycle) {

  private static final Map<String, Long> HIGHEST =
      Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE);
  private static final Pattern TYPE = Pattern.compile("^as (\\w+)");

  /** Those of a sequence that has a name of its own. */
  static SequenceOptions of(SchemaObject sequence) {
    String definition = sequence.trait("definition").orElseThrow();
    Matcher type = TYPE.matcher(definition);
    return of(definition, type.find() ? type.group(1) : "bigint");
  }

  /** Those of a column that is an identity. */
  static SequenceOptions ofIdentity(SchemaObject column) {
    return of(column.trait("identity sequence").orElse(""), column.trait("type").orElse("bigint"));
  }

  private static SequenceOptions of(String text, String type) {
    long increment = number(text, "increment(?: by)?").orElse(1L);
    long most = HIGHEST.getOrDefault(type, Long.MAX_VALUE);
    long lowest = number(text, "minvalue").orElse(increment > 0 ? 1 : -1 - most);
    long highest = number(text, "maxvalue").orElse(increment > 0 ? most : -1);
    return new SequenceOptions(
        number(text, "start(?: with)?").orElse(increment > 0 ? lowest : highest),
        increment,
        lowest,
        highest,
        number(text, "cache").orElse(1L),
        text.endsWith("cycle") && !text.endsWith("no cycle"));
  }

  private static Optional<Long> number(String text, String option) {
    Matcher matcher = Pattern.compile("\\b" + option + " (-?\\d+)").matcher(text);
    return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  /**
   * Each option with its value.
   *
   * @param before what stands before each, e.g. {@code "set "}
   */
  String sql(String before) {
    return String.join(
        " " + before,
        before + "start with " + start,
        "increment by " + increment,
        "minvalue " + lowest,
        "maxvalue " + highest,
        "cache " + cache,
        cycle ? "cycle" : "no cycle");
  }
}
