package de.qapix.checks.javascript;

import java.util.Locale;
import java.util.Set;

/**
 * Texts that are not sent, even if they look like SQL: what is logged, thrown, tested or shown, or
 * part of a builder.
 */
public final class NotSqlContexts {

  private static final Set<String> FUNCTIONS =
      Set.of(
          """
          log literal whereRaw andWhereRaw orWhereRaw havingRaw orderByRaw groupByRaw joinRaw
          fromRaw addSelect warn error info debug trace fatal verbose print alert confirm
          includes startsWith endsWith indexOf lastIndexOf match test search split it describe
          expect toBe toEqual toContain toMatch toStrictEqual toThrow toHaveBeenCalledWith
          toMatchInlineSnapshot t $t i18n translate Error TypeError assert equal deepEqual
          strictEqual createElement jsx jsxs querySelector querySelectorAll write"""
              .split("\\s", -1));
  private static final Set<String> OBJECTS =
      Set.of("console", "logger", "log", "expect", "assert", "chai");
  private static final Set<String> KEYS =
      Set.of(
          """
          content title label message description placeholder prompt example examples help
          summary tooltip hint error fallback defaultMessage children alt caption name"""
              .split("\\s", -1));

  private NotSqlContexts() {}

  public static boolean isTalk(Node callee, String name) {
    return FUNCTIONS.contains(name)
        || name.endsWith("Error")
        || name.endsWith("Exception")
        || (!(callee instanceof Node.Name)
            && OBJECTS.contains(SqlHints.owner(callee).toLowerCase(Locale.ROOT)));
  }

  static boolean isKey(String key) {
    return KEYS.contains(key);
  }
}
