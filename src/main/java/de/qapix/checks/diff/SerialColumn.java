package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column that takes its values from a sequence by its default. */
final class SerialColumn {

  private static final Pattern NEXT = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");
  private static final String SUFFIX = "_old";
  private static final int LONGEST = 63;

  private SerialColumn() {}

  /** The name of the sequence, as it is written in SQL. */
  static Optional<String> sequence(SchemaObject column) {
    Matcher next = NEXT.matcher(column.trait("default").orElse(""));
    return next.matches() ? Optional.of(next.group(1).replace("''", "'")) : Optional.empty();
  }

  /** The sequence that an identity replaces. */
  static Optional<String> predecessor(SchemaObject from, SchemaObject to) {
    return from.trait("identity").isEmpty() && to.trait("identity").isPresent()
        ? sequence(from)
        : Optional.empty();
  }

  /** The sequence that goes on for the one of a former identity. */
  static Optional<String> successor(SchemaObject from, SchemaObject to) {
    return from.trait("identity").isPresent() && to.trait("identity").isEmpty()
        ? sequence(to)
        : Optional.empty();
  }

  /** The statement that gives a sequence another name, so that a new one can have its own. */
  static String putAside(String sequence) {
    String aside = aside(sequence);
    return "alter sequence "
        + sequence
        + " rename to "
        + aside.substring(aside.length() - nameOf(aside).length());
  }

  /** What the sequence is called from then on. */
  static String aside(String sequence) {
    String name = nameOf(sequence);
    String schema = sequence.substring(0, sequence.length() - name.length());
    return schema + longer(name, SUFFIX);
  }

  /** A name with more at its end, cut so that the server takes it as it is. */
  static String longer(String name, String suffix) {
    boolean quoted = name.endsWith("\"");
    String start = quoted ? name.substring(0, name.length() - 1) : name;
    String cut = start.substring(0, Math.min(start.length(), LONGEST - suffix.length()));
    return cut + suffix + (quoted ? "\"" : "");
  }

  private static String nameOf(String sequence) {
    Matcher last = Pattern.compile("(?:\"(?:[^\"]|\"\")+\"|[^.\"]+)$").matcher(sequence);
    return last.find() ? last.group() : sequence;
  }
}
