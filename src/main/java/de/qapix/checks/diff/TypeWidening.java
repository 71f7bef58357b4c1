package de.qapix.checks.diff;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether each value of one type is kept whole as a value of another one.
 *
 * @param name without what stands in brackets
 * @param size what stands in brackets first, or -1
 * @param scale what stands there second, or 0
 */
public record TypeWidening(String name, int size, int scale) {

  private static final Pattern TYPE =
      Pattern.compile("([^(]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( [^(]*)?");
  private static final Map<String, Integer> DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);
  private static final List<String> TEXTS = List.of("text", "character varying");
  private static final int MICROSECONDS = 6;

  /** Both as the server prints them. */
  static boolean isKnown(String from, String to) {
    return of(from).fitsInto(of(to));
  }

  /** Whether the server can even leave the rows as they are written; both as it prints them. */
  public static boolean keepsBytes(String from, String to) {
    TypeWidening old = of(from);
    TypeWidening other = of(to);
    boolean texts = TEXTS.contains(old.name) && TEXTS.contains(other.name);
    boolean numbers =
        old.name.equals("numeric")
            && other.name.equals("numeric")
            && (other.size < 0 || old.scale == other.scale);
    return old.equals(other) || ((texts || numbers) && old.fitsInto(other));
  }

  private static TypeWidening of(String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches()) {
      return new TypeWidening(type, -1, 0);
    }
    return new TypeWidening(
        matcher.group(1) + (matcher.group(4) == null ? "" : matcher.group(4)),
        matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2)),
        matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
  }

  private boolean fitsInto(TypeWidening other) {
    if (equals(other)) {
      return true;
    }
    if (TEXTS.contains(other.name)) {
      return other.size < 0 || (name.equals("character varying") && size > 0 && size <= other.size);
    }
    if (other.name.equals("numeric")) {
      return fitsIntoNumeric(other);
    }
    if (DIGITS.containsKey(name) && DIGITS.containsKey(other.name)) {
      return DIGITS.get(name) <= DIGITS.get(other.name);
    }
    if (name.equals("real")) {
      return other.name.equals("double precision");
    }
    return name.startsWith("time") && name.equals(other.name) && precision() <= other.precision();
  }

  private boolean fitsIntoNumeric(TypeWidening other) {
    if (DIGITS.containsKey(name)) {
      return other.size < 0 || DIGITS.get(name) <= other.size - other.scale;
    }
    return name.equals("numeric")
        && (other.size < 0
            || (size > 0 && scale <= other.scale && size - scale <= other.size - other.scale));
  }

  private int precision() {
    return size < 0 ? MICROSECONDS : size;
  }
}
