package de.qapix.catalog;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes texts of two servers comparable: before version 16, PostgreSQL wrote the table before each
 * column of a view, also where there is only one table.
 *
 * @param loose whether the two servers print views differently
 * @param namesNotNull whether both give NOT NULL a name, which they do since version 18
 */
record ComparablePrint(boolean loose, boolean namesNotNull) {

  private static final int NEW_VIEWS = 16;
  private static final int NAMED_NOT_NULL = 18;
  private static final Set<String> PRINTED = Set.of("definition");
  private static final Pattern QUALIFIER =
      Pattern.compile("(?<![\\w.\"])(\\w+|\"[^\"]+\")\\.(?=[\\w\"])");

  static ComparablePrint of(Catalog one, Catalog other) {
    return new ComparablePrint(
        (one.major() < NEW_VIEWS) != (other.major() < NEW_VIEWS),
        Math.min(one.major(), other.major()) >= NAMED_NOT_NULL);
  }

  String comparable(String trait, String text) {
    String plain = ArrayCasts.moveInside(text);
    return loose && PRINTED.contains(trait) && text.startsWith(" SELECT")
        ? QUALIFIER.matcher(plain).replaceAll("")
        : plain;
  }
}
