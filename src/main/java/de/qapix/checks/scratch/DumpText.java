package de.qapix.checks.scratch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pg_dump writes for psql alone. */
final class DumpText {

  private static final Pattern BEGIN =
      Pattern.compile(
          "^[ \\t]*copy\\s[^;]*?\\bfrom\\s+stdin\\b[^;]*;[ \\t]*\\r?\\n",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern END = Pattern.compile("^\\\\\\.[ \\t]*\\r?$", Pattern.MULTILINE);

  /** In the first and the last line of each dump. */
  private static final Pattern RESTRICT =
      Pattern.compile("^\\\\(un)?restrict \\w+[ \\t]*\\r?$", Pattern.MULTILINE);

  private DumpText() {}

  /**
   * Blanks in place of COPY .. FROM STDIN and its rows, which a check needs not, and of the
   * commands that keep psql from others; no line moves.
   */
  static String blanked(String sql) {
    StringBuilder blanked = new StringBuilder(sql.length());
    Matcher begin = BEGIN.matcher(sql);
    Matcher end = END.matcher(sql);
    int done = 0;
    while (begin.find(done) && end.find(begin.end())) {
      blanked.append(sql, done, begin.start());
      blanked.append(blank(sql.substring(begin.start(), end.end())));
      done = end.end();
    }
    blanked.append(sql, done, sql.length());
    return RESTRICT.matcher(blanked).replaceAll(command -> blank(command.group()));
  }

  /** As many lines, with nothing in them. */
  static String blank(String text) {
    return text.replaceAll("[^\\r\\n]", " ");
  }
}
