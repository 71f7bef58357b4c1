package de.qapix.sql;

import java.util.Locale;

/** How a name is spelt, which is what people get wrong most often. */
public final class Spelling {

  private Spelling() {}

  /** What is left of a name when quotes, underscores and case do not count. */
  public static String loose(String name) {
    return name.replaceAll("[\"_]", "").toLowerCase(Locale.ROOT);
  }
}
