package de.qapix.data.calendly;

import de.qapix.data.api.Json;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;

/**
 * What two values of a column look like to a reader: short, around the place in which they differ,
 * and without secrets.
 *
 * @param stored empty for NULL
 * @param current empty for NULL
 */
record ValueExcerpt(Optional<String> stored, Optional<String> current) {

  private static final int LONGEST = 60;
  private static final int BEFORE_THE_DIFFERENCE = 12;

  /** Nothing where the values are the same to PostgreSQL. */
  static Optional<ValueExcerpt> of(String column, Object stored, Object current) {
    if (stored instanceof JSONB one && current instanceof JSONB other) {
      return JsonDifference.first(tree(one), tree(other)).map(ValueExcerpt::of);
    }
    if (same(stored, current)) {
      return Optional.empty();
    }
    if (SecretMask.isColumn(column)) {
      return Optional.of(new ValueExcerpt(masked(stored), masked(current)));
    }
    return Optional.of(around(text(stored), text(current)));
  }

  private static boolean same(Object stored, Object current) {
    return (stored instanceof BigDecimal one && current instanceof BigDecimal other)
        ? one.compareTo(other) == 0
        : Objects.equals(stored, current);
  }

  private static ValueExcerpt of(JsonDifference difference) {
    if (SecretMask.isPath(difference.path())) {
      String masked = difference.path() + ": " + SecretMask.MASK;
      return new ValueExcerpt(Optional.of(masked), Optional.of(masked));
    }
    ValueExcerpt values = around(json(difference.one()), json(difference.other()));
    String path = difference.path().isEmpty() ? "" : difference.path() + ": ";
    return new ValueExcerpt(
        Optional.of(path + values.stored().orElse("-")),
        Optional.of(path + values.current().orElse("-")));
  }

  private static Optional<String> json(JsonNode value) {
    return value.isMissingNode() ? Optional.empty() : Optional.of(SecretMask.masked(value));
  }

  private static JsonNode tree(JSONB value) {
    return Json.find(value.data()).orElseThrow();
  }

  private static Optional<String> masked(Object value) {
    return value == null ? Optional.empty() : Optional.of(SecretMask.MASK);
  }

  private static Optional<String> text(Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JSONB json) {
      return Optional.of(SecretMask.masked(tree(json)));
    }
    return Optional.of(
        value instanceof BigDecimal amount
            ? amount.toPlainString()
            : SecretMask.masked(value.toString()));
  }

  private static ValueExcerpt around(Optional<String> stored, Optional<String> current) {
    int same = commonBeginning(stored.orElse(""), current.orElse(""));
    int from = Math.max(0, same - BEFORE_THE_DIFFERENCE);
    boolean whole = stored.orElse("").length() <= LONGEST && current.orElse("").length() <= LONGEST;
    int begin = whole ? 0 : from;
    return new ValueExcerpt(
        stored.map(text -> excerpt(text, begin)), current.map(text -> excerpt(text, begin)));
  }

  private static int commonBeginning(String one, String other) {
    int place = 0;
    while (place < one.length()
        && place < other.length()
        && one.charAt(place) == other.charAt(place)) {
      place++;
    }
    return place;
  }

  /** On one line, and never half a character. */
  private static String excerpt(String text, int from) {
    int begin = whole(text, Math.min(from, text.length()));
    int end = whole(text, Math.min(text.length(), begin + LONGEST));
    return (begin > 0 ? "…" : "")
        + text.substring(begin, end).replaceAll("\\p{Cntrl}", " ")
        + (end < text.length() ? "…" : "");
  }

  private static int whole(String text, int place) {
    boolean inside =
        place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
    return inside ? place - 1 : place;
  }
}
