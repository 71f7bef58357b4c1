package de.qapix.checks.scratch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a migration does when it is applied, where its file also says how to take it back. */
final class UpPart {

  /** The headings of goose, sql-migrate, dbmate and node-pg-migrate. */
  private static final Pattern HEADING =
      Pattern.compile(
          "^[ \\t]*--[ \\t-]*(?:\\+(?:goose|migrate)[ \\t]+|migrate:)(?<direction>up|down)\\b.*$"
              + "|^[ \\t]*--[ \\t-]*(?<words>up|down)[ \\t]+migration\\b.*$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private UpPart() {}

  /** Blanks in place of what follows a heading of the way back; no line moves. */
  static String of(String sql) {
    StringBuilder up = new StringBuilder(sql.length());
    Matcher heading = HEADING.matcher(sql);
    boolean back = false;
    int done = 0;
    while (heading.find()) {
      append(up, sql.substring(done, heading.start()), back);
      done = heading.start();
      back = isBack(heading);
    }
    append(up, sql.substring(done), back);
    return up.toString();
  }

  private static void append(StringBuilder up, String part, boolean back) {
    up.append(back ? DumpText.blank(part) : part);
  }

  private static boolean isBack(Matcher heading) {
    String direction = heading.group("direction");
    return "down".equalsIgnoreCase(direction == null ? heading.group("words") : direction);
  }
}
